import type { TallyDb } from './db.ts';
import type { NoticeRow } from './rows.ts';

/** Versions of one notice, oldest first. `id` stays the same while versions are added at the end. */
export type Chain = { id: string; versions: NoticeRow[] };

/** The chains to which these versions belong, whole: also their versions that are not among these. */
export async function chainsAround(notices: readonly NoticeRow[], db: TallyDb): Promise<Chain[]> {
  const known = await withRelated(notices, db);
  const chains = new Map<string, NoticeRow[]>();
  for (const notice of known.values()) {
    const id = pathOf(notice, known).at(-1) ?? notice.notice;
    const chain = chains.get(id) ?? [];
    chains.set(id, chain);
    chain.push(notice);
  }
  return [...chains].map(([id, versions]) => ({ id, versions: inOrder(versions, known) }));
}

/** Reads what these versions change and what changes them, and so on; one round trip for each step of the longest chain. */
async function withRelated(
  notices: readonly NoticeRow[],
  db: TallyDb,
): Promise<Map<string, NoticeRow>> {
  const known = new Map(notices.map((notice) => [notice.notice, notice]));
  const asked = new Set(known.keys());
  let fresh = [...notices];
  while (fresh.length > 0) {
    const related = fresh.flatMap(({ revises, revisedBy }) => [
      ...(revises === null ? [] : [revises]),
      ...revisedBy.map(({ notice }) => notice),
    ]);
    const missing = [...new Set(related)].filter((id) => !asked.has(id));
    if (missing.length === 0) break;
    for (const id of missing) asked.add(id);
    fresh = (await db.notices.bulkGet(missing)).filter((row) => row !== undefined);
    for (const notice of fresh) known.set(notice.notice, notice);
  }
  return known;
}

/** Ids from a version back to the oldest known of its chain; the last may be of a version that is gone. */
function pathOf(notice: NoticeRow, known: ReadonlyMap<string, NoticeRow>): string[] {
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
function inOrder(versions: NoticeRow[], known: ReadonlyMap<string, NoticeRow>): NoticeRow[] {
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
