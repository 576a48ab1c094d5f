import type { DemandKind } from '../detect/types.ts';
import { ASKED_IN_EACH_CHAT } from './contributions.ts';
import { addDemand } from './counts.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
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
 * What groups have in common in a period, by group id. Own messages do not count, as nowhere else: who forwards a notice
 * does not receive it. A picture by itself is no notice. The order of the rows is no matter, and a row that is told again
 * takes the place of the one before: they can be told as they are read.
 */
export class SpreadShares {
  readonly #shares = new Map<string, SpreadShare>();
  readonly #known = new Map<string, NoticeRow>();
  readonly #from: Day;
  readonly #to: Day;

  /** `from`, `to`: first and last day of the period. */
  constructor(from: Day, to: Day) {
    this.#from = from;
    this.#to = to;
  }

  get shares(): ReadonlyMap<string, SpreadShare> {
    return this.#shares;
  }

  add(notices: readonly NoticeRow[]): void {
    for (const notice of notices) {
      const before = this.#known.get(notice.notice);
      if (before) this.#count(before, -1);
      this.#known.set(notice.notice, notice);
      this.#count(notice, 1);
    }
  }

  #count(notice: NoticeRow, sign: 1 | -1): void {
    const others = notice.members.filter((member) => !member.own);
    const inPeriod = others.filter(({ day }) => day >= this.#from && day <= this.#to);
    const inGroups = grouped(inPeriod, groupId);
    for (const [id, members] of inGroups) {
      const share = this.#shareOf(id);
      share.repeats += sign * repeatsOf(members, others[0]);
      for (const kind of askedAgainIn(members, others, notice.askedBefore)) {
        addDemand({ demands: share.askedAgain }, kind, sign);
      }
    }
    const stated = [...inGroups].flatMap(([id, members]) => (members.some(isNotice) ? id : []));
    if (stated.length < 2) return;
    for (const id of stated) {
      const share = this.#shareOf(id);
      share.versions += sign;
      for (const other of stated) {
        if (other !== id) share.shared.set(other, (share.shared.get(other) ?? 0) + sign);
      }
    }
  }

  #shareOf(id: string): SpreadShare {
    const share = this.#shares.get(id) ?? noShare();
    this.#shares.set(id, share);
    return share;
  }
}

function noShare(): SpreadShare {
  return { versions: 0, repeats: 0, askedAgain: {}, shared: new Map() };
}

function isNotice(member: Member): boolean {
  return !member.picture;
}

/** The first of a version counts as notice unless it is a picture, every other as a copy. */
function repeatsOf(members: readonly Member[], first: Member | undefined): number {
  const counted = members.filter((member) => member !== first || isNotice(member)).length;
  return counted - (members.some(isNotice) ? 1 : 0);
}

/** What was asked in a group that is counted where it was asked first. */
function askedAgainIn(
  members: readonly Member[],
  others: readonly Member[],
  askedBefore: readonly DemandKind[],
): DemandKind[] {
  const kinds = [...new Set(members.flatMap(({ demands }) => demands))];
  return kinds.filter((kind) => {
    if (ASKED_IN_EACH_CHAT.has(kind)) return false;
    const asking = others.find(({ demands }) => demands.includes(kind));
    const isCounted = !askedBefore.includes(kind) && asking && members.includes(asking);
    return !isCounted;
  });
}
