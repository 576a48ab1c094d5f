import { groupId } from './group-notes.ts';
import type { DemandCounts } from './group-overlap.ts';
import { GROUP_THRESHOLDS as LIMIT } from './group-thresholds.ts';
import type { GroupMaterial, Overlap, SuspicionFound } from './suspicion.ts';

export type GroupsById = ReadonlyMap<string, Pick<GroupMaterial, 'asked' | 'purpose'>>;

/**
 * Most of this group's notices stand in another one too, which asks for the same kinds of things or is noted to have
 * the same purpose. A group contained in a larger one is suspected, the larger one is not.
 */
export function suspectDuplicate(group: GroupMaterial, groups: GroupsById): SuspicionFound | null {
  for (const overlap of closestFirst(group.overlaps)) {
    const { site, chat, shared, share } = overlap;
    if (shared < LIMIT.duplicateShared || share < LIMIT.duplicateShare) continue;
    const other = groups.get(groupId(overlap));
    const likeness = other ? demandLikeness(group.asked, other.asked) : null;
    const isAlike = likeness !== null && likeness >= LIMIT.likeness;
    const isSamePurpose = group.purpose !== '' && group.purpose === other?.purpose;
    if (isAlike || isSamePurpose) {
      return { kind: 'duplicate', evidence: { site, chat, shared, share, likeness } };
    }
  }
  return null;
}

/**
 * Nearly all notices of two groups are the same, both ways: whoever is in either gets them. Who is in a group the
 * tally does not know, so members in common are not reckoned with.
 */
export function suspectAudience(group: GroupMaterial): SuspicionFound | null {
  const both = ({ share, shareOfOther }: Overlap) => Math.min(share, shareOfOther);
  const closest = [...group.overlaps].sort(
    (one, other) => both(other) - both(one) || other.shared - one.shared || byName(one, other),
  );
  const found = closest.find(
    (overlap) => overlap.shared >= LIMIT.audienceShared && both(overlap) >= LIMIT.audienceShare,
  );
  return found ? { kind: 'audience', evidence: { ...found } } : null;
}

/** How alike two mixes of demands are: 1 the same mix, 0 nothing in common; null where too little was asked. */
export function demandLikeness(one: DemandCounts, other: DemandCounts): number | null {
  const [all, ofOther] = [sumOf(one), sumOf(other)];
  if (Math.min(all, ofOther) < LIMIT.likenessDemands) return null;
  const kinds = Object.keys(one) as (keyof DemandCounts)[];
  return kinds.reduce(
    (sum, kind) => sum + Math.min((one[kind] ?? 0) / all, (other[kind] ?? 0) / ofOther),
    0,
  );
}

function sumOf(demands: DemandCounts): number {
  return Object.values(demands).reduce((sum, count) => sum + count, 0);
}

function closestFirst(overlaps: readonly Overlap[]): Overlap[] {
  return [...overlaps].sort(
    (one, other) => other.share - one.share || other.shared - one.shared || byName(one, other),
  );
}

function byName(one: Overlap, other: Overlap): number {
  return groupId(one) < groupId(other) ? -1 : 1;
}
