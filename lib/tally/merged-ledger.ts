import type { DemandKind } from '../detect/types.ts';
import { noCounts } from './counts.ts';
import { COUNTED_DEMANDS, demandAt, type Figures, figureAt } from './hand-over.ts';
import type { Day, Disposal } from './rows.ts';
import { minutesOf } from './score.ts';

/** Fewer contributors than this, and only totals are told: what is broken down could be laid at one person's door. */
export const FEWEST_CONTRIBUTORS = 5;

/** A group that fewer contributors have is not listed: its line would be the tally of a single person. */
export const FEWEST_FOR_A_GROUP = 2;

export const DISPOSALS: readonly Disposal[] = ['keep', 'merge', 'dissolve', 'regulate'];

/** Sums over the contributors: a message that five of them received counts five times, because five had to read it. */
export type LedgerSums = {
  /** Contributors concerned. */
  people: number;
  /** Days on which at least one of them received or posted something. */
  days: number;
  from: Day | null;
  to: Day | null;
  figures: Figures;
};

/** A group that several have. Carries no name: whoever knows the word and the name can make the code. */
export type LedgerGroup = LedgerSums & {
  site: string;
  code: string;
  /** How many suggest what. */
  disposals: Record<Disposal, number>;
};

/** `days`: on which it was asked of at least one. */
export type LedgerDemand = {
  kind: DemandKind;
  people: number;
  groups: number;
  days: number;
  from: Day | null;
  to: Day | null;
  times: number;
};

/** What one has to know of all figures before trusting them. Numbers of people, never who. */
export type LedgerBasis = {
  /**
   * People whose days started at another hour than those of most. Sums are not touched by it: only the day under which
   * a message of the small hours stands.
   */
  otherDayStarts: number;
  /** People whose files together begin later or end earlier than those of all: of the rest nothing is known of them. */
  shorterPeriods: number;
  /** People of whom no file says when a day started. */
  unknownDayStarts: number;
  /** People with days whose sums came back from a copy, and how many such days they have together: lower bounds. */
  restoredPeople: number;
  restoredDays: number;
};

/** What several tallies come to. Groups and demands, never persons. */
export type Ledger = {
  /** Installations, also those whose files hold no row. */
  contributors: number;
  /** Check values of the campaign words used, in order; null stands for files without one. */
  words: (string | null)[];
  /** Versions of the formula that the files name, in order. */
  formulas: number[];
  basis: LedgerBasis;
  totals: LedgerSums;
  /** Groups that at least one of them has. */
  groupCount: number;
  /** The costliest first. Null with fewer than `FEWEST_CONTRIBUTORS`, as are the fields below. */
  groups: LedgerGroup[] | null;
  /** Groups that only one contributor has, all together. */
  single: { groups: number; figures: Figures } | null;
  demands: LedgerDemand[] | null;
  /** Messages of others by hour of the day. */
  hours: number[] | null;
};

/** Minutes that these figures cost by the printed defaults of the formula. */
export function minutesOfFigures(figures: Figures): number {
  const demands = Object.fromEntries(
    COUNTED_DEMANDS.map((kind) => [kind, demandAt(figures, kind)]),
  ) as Record<DemandKind, number>;
  return minutesOf({
    ...noCounts(),
    demands,
    copyChars: figureAt(figures, 'copyChars'),
    copyMedia: figureAt(figures, 'copyMedia'),
    replies: figureAt(figures, 'replies'),
  }).total;
}

/** Costliest first; equal ones by code, so that the order is the same whatever came first. */
export function costliestFirst(groups: LedgerGroup[]): LedgerGroup[] {
  const costs = new Map(groups.map((group) => [group, minutesOfFigures(group.figures)]));
  const costOf = (group: LedgerGroup) => costs.get(group) ?? 0;
  return groups.sort(
    (one, other) =>
      costOf(other) - costOf(one) ||
      (one.code < other.code ? -1 : one.code > other.code ? 1 : one.site < other.site ? -1 : 1),
  );
}
