import type { DemandKind } from '../detect/types.ts';
import { ASKED_IN_EACH_CHAT } from './contributions.ts';
import { groupId } from './group-notes.ts';
import type { Day, Member, NoticeRow } from './rows.ts';

export type DemandCounts = Partial<Record<DemandKind, number>>;

/** What one group has of the versions that several groups had. */
export type SpreadShare = {
  /** Versions of this group that other groups had too, in the period. */
  versions: number;
  /** Counted notices and copies beyond one for each version: the same again in this group, and pictures. */
  repeats: number;
  /** Demands of copies, which are counted where they were asked first: here they were asked too. */
  askedAgain: DemandCounts;
  /** Versions in common, by the other group's id. */
  shared: Map<string, number>;
};

/**
 * What groups had in common from `from` to `to`, by group id, in one pass. Own messages do not count, as nowhere else:
 * who forwards a notice does not receive it. A picture by itself is no notice. The order of the rows is no matter.
 */
export function spreadShares(
  notices: readonly NoticeRow[],
  from: Day,
  to: Day,
): Map<string, SpreadShare> {
  const shares = new Map<string, SpreadShare>();
  for (const notice of notices) {
    const others = notice.members.filter((member) => !member.own);
    const inGroups = byGroup(others.filter(({ day }) => day >= from && day <= to));
    for (const [id, members] of inGroups) {
      const share = shares.get(id) ?? noShare();
      shares.set(id, share);
      share.repeats += repeatsOf(members, others[0]);
      addAskedAgain(share, members, others, notice.askedBefore);
    }
    addPairs(
      shares,
      [...inGroups].flatMap(([id, members]) => (members.some(isNotice) ? id : [])),
    );
  }
  return shares;
}

function noShare(): SpreadShare {
  return { versions: 0, repeats: 0, askedAgain: {}, shared: new Map() };
}

function isNotice(member: Member): boolean {
  return !member.picture;
}

function byGroup(members: readonly Member[]): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const id = groupId(member);
    const group = groups.get(id);
    if (group) group.push(member);
    else groups.set(id, [member]);
  }
  return groups;
}

/** The first of a version counts as notice unless it is a picture, every other as a copy. */
function repeatsOf(members: readonly Member[], first: Member | undefined): number {
  const counted = members.filter((member) => member !== first || isNotice(member)).length;
  return counted - (members.some(isNotice) ? 1 : 0);
}

function addAskedAgain(
  share: SpreadShare,
  members: readonly Member[],
  others: readonly Member[],
  askedBefore: readonly DemandKind[],
): void {
  for (const kind of new Set(members.flatMap(({ demands }) => demands))) {
    if (ASKED_IN_EACH_CHAT.has(kind)) continue;
    const asking = others.find(({ demands }) => demands.includes(kind));
    const isCounted = !askedBefore.includes(kind) && asking && members.includes(asking);
    if (!isCounted) share.askedAgain[kind] = (share.askedAgain[kind] ?? 0) + 1;
  }
}

function addPairs(shares: Map<string, SpreadShare>, ids: readonly string[]): void {
  if (ids.length < 2) return;
  for (const id of ids) {
    const share = shares.get(id);
    if (!share) continue;
    share.versions += 1;
    for (const other of ids) {
      if (other !== id) share.shared.set(other, (share.shared.get(other) ?? 0) + 1);
    }
  }
}
