import type { GroupFacts } from './group-facts.ts';
import { groupId } from './group-notes.ts';
import { GROUP_THRESHOLDS as LIMIT } from './group-thresholds.ts';

type Group = Pick<GroupFacts, 'site' | 'chat' | 'overlaps'>;

/** A group of the matrix; `cluster` counts from 0, null where it belongs to none. */
export type MatrixGroup = { site: string; chat: string; cluster: number | null };

/** `shares[row][column]`: which share of the row's notices the column's group had too; null on the diagonal. */
export type OverlapMatrix = { groups: MatrixGroup[]; shares: (number | null)[][] };

/**
 * Groups that are as good as one: two are joined when at least half of the notices of each stand in the other and at
 * least five are in common, and whatever hangs together by such joints is a cluster (connected components). The largest
 * cluster first, then by name; the same for the same groups in any order.
 */
export function clustersOf<G extends Group>(groups: readonly G[]): G[][] {
  const byId = new Map(groups.map((group) => [groupId(group), group]));
  const ids = [...byId.keys()].sort();
  const seen = new Set<string>();
  const clusters: G[][] = [];
  for (const id of ids) {
    const cluster = reachedFrom(id, byId, seen).sort(byName);
    if (cluster.length > 1) clusters.push(cluster);
  }
  // Sorting is stable: clusters of the same size stay by name.
  return clusters.sort((one, other) => other.length - one.length);
}

/**
 * The groups that have most in common with another, at most `most`, clusters together and the closest first within
 * the rest, with the share of each one's notices that each other had.
 */
export function overlapMatrix(groups: readonly Group[], most: number): OverlapMatrix {
  const clusters = clustersOf(groups);
  const clusterOf = new Map(
    clusters.flatMap((cluster, at) => cluster.map((group) => [groupId(group), at] as const)),
  );
  const chosen = groups
    .filter((group) => closeness(group) > 0)
    .sort((one, other) => closeness(other) - closeness(one) || byName(one, other))
    .slice(0, most)
    .sort(
      (one, other) =>
        (clusterOf.get(groupId(one)) ?? clusters.length) -
        (clusterOf.get(groupId(other)) ?? clusters.length),
    );
  const shares = chosen.map((row) => {
    const common = new Map(row.overlaps.map((overlap) => [groupId(overlap), overlap.share]));
    return chosen.map((column) => (column === row ? null : (common.get(groupId(column)) ?? 0)));
  });
  const shown = chosen.map((group) => ({
    ...{ site: group.site, chat: group.chat },
    cluster: clusterOf.get(groupId(group)) ?? null,
  }));
  return { groups: shown, shares };
}

/** The largest share in common both ways; a chance notice or two in common with a tiny group are not close. */
function closeness({ overlaps }: Group): number {
  const enough = overlaps.filter(({ shared }) => shared >= LIMIT.clusterShared);
  return enough.reduce((most, { share, shareOfOther }) => Math.max(most, share, shareOfOther), 0);
}

function reachedFrom<G extends Group>(
  start: string,
  groups: ReadonlyMap<string, G>,
  seen: Set<string>,
): G[] {
  const reached: G[] = [];
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const group = groups.get(id);
    if (!group || seen.has(id)) continue;
    seen.add(id);
    reached.push(group);
    for (const { shared, share, shareOfOther, ...other } of group.overlaps) {
      const isJoined =
        shared >= LIMIT.clusterShared && Math.min(share, shareOfOther) >= LIMIT.clusterShare;
      if (isJoined) waiting.push(groupId(other));
    }
  }
  return reached;
}

function byName(one: Group, other: Group): number {
  return groupId(one) < groupId(other) ? -1 : 1;
}
