import { grouped } from './grouped.ts';
import type { NoticeRow } from './rows.ts';

/** Versions of one notice, oldest first. `id` stays the same while versions are added at the end. */
export type Chain = { id: string; versions: NoticeRow[] };

/** Versions by id. */
export type Versions = ReadonlyMap<string, NoticeRow>;

/** Ids of what these versions change and what changes them. */
export function relatedTo(notices: Iterable<NoticeRow>): string[] {
  return [...notices].flatMap(({ revises, revisedBy }) => [
    ...(revises === null ? [] : [revises]),
    ...revisedBy.map(({ notice }) => notice),
  ]);
}

/** These versions as chains. */
export function chainsOf(known: Versions): Chain[] {
  const chains = grouped(
    [...known.values()],
    (notice) => pathOf(notice, known).at(-1) ?? notice.notice,
  );
  return [...chains].map(([id, versions]) => ({ id, versions: inOrder(versions, known) }));
}

/** Ids from a version back to the oldest known of its chain; the last may be of a version that is gone. */
function pathOf(notice: NoticeRow, known: Versions): string[] {
  const path = [notice.notice];
  for (let at: NoticeRow | undefined = notice; at && at.revises !== null; ) {
    // A circle can only come from a damaged backup; its least id then stands for all of it.
    if (path.includes(at.revises)) return [[...path].sort()[0] ?? notice.notice];
    path.push(at.revises);
    at = known.get(at.revises);
  }
  return path;
}

/**
 * By the time at which each version was stated first, but never before the version that it changes: the posting that is
 * the earliest known of a version may be a late one.
 */
function inOrder(versions: NoticeRow[], known: Versions): NoticeRow[] {
  const places = new Map(
    versions.map((version) => {
      const path = pathOf(version, known);
      const times = path.map((id) => known.get(id)?.members[0]?.time ?? 0);
      return [version, { since: Math.max(...times), depth: path.length }];
    }),
  );
  return versions.sort((one, other) => {
    const [a, b] = [places.get(one), places.get(other)];
    const byPlace = (a?.since ?? 0) - (b?.since ?? 0) || (a?.depth ?? 0) - (b?.depth ?? 0);
    return byPlace || (one.notice < other.notice ? -1 : 1);
  });
}
