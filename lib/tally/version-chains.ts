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

/** These versions as chains. Takes no longer a version for a chain of thousands. */
export function chainsOf(known: Versions): Chain[] {
  const places = placesIn(known);
  const placed = [...known.values()].flatMap((version) => {
    const place = places.get(version.notice);
    return place ? [{ version, place }] : [];
  });
  return [...grouped(placed, ({ place }) => place.chain)].map(([id, versions]) => ({
    id,
    versions: versions.sort(byPlace).map(({ version }) => version),
  }));
}

/** Where a version stands. */
type Place = {
  /** Id of the oldest of its chain; it may be of a version that is gone. */
  chain: string;
  /**
   * Unix ms of its first posting, or that of a version before it where that is later: the posting that is the earliest
   * known of a version may be a late one.
   */
  since: number;
  /** Versions of the chain up to it. */
  depth: number;
};

type Placed = { version: NoticeRow; place: Place };

function byPlace({ version: one, place: a }: Placed, { version: other, place: b }: Placed): number {
  return a.since - b.since || a.depth - b.depth || (one.notice < other.notice ? -1 : 1);
}

function placesIn(known: Versions): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const id of known.keys()) placeWithAllBefore(id, known, places);
  return places;
}

/** Goes back to the first version whose place is known, and gives one to each on the way there. */
function placeWithAllBefore(id: string, known: Versions, places: Map<string, Place>): void {
  const path = new Set<string>();
  let at: string | null = id;
  for (; at !== null && !path.has(at) && !places.has(at); at = known.get(at)?.revises ?? null) {
    path.add(at);
  }
  const unplaced = [...path];
  if (at !== null && path.has(at)) placeCircle(unplaced.splice(unplaced.indexOf(at)), places);
  for (const version of unplaced.reverse()) {
    const before = places.get(known.get(version)?.revises ?? '');
    places.set(version, {
      chain: before?.chain ?? version,
      since: Math.max(before?.since ?? 0, known.get(version)?.members[0]?.time ?? 0),
      depth: (before?.depth ?? 0) + 1,
    });
  }
}

/** A circle can only come from a damaged backup; its least id then stands for all of it. */
function placeCircle(circle: readonly string[], places: Map<string, Place>): void {
  const [chain = ''] = [...circle].sort();
  for (const version of circle) places.set(version, { chain, since: 0, depth: 1 });
}
