import type { DemandCounts } from './group-overlap.ts';
import type { Counts, Day, DayRow } from './rows.ts';

/**
 * The six suspicions of the 2019 campaign against superfluous work groups: `finished` (a stage group whose task ended),
 * `duplicate` (its function is another's), `audience` (it reaches the same people as another), `dormant`, `show`
 * (mostly traces and replies) and `other`. Each is a question to the reader, never a finding.
 */
export type Suspicion = 'finished' | 'duplicate' | 'audience' | 'dormant' | 'show' | 'other';

/** A group that may be this one under a new name. */
export type Successor = { chat: string; firstDay: Day };

/** How long nothing was seen, and on how many of the working days since other groups of the site were. */
export type Silence = {
  lastDay: Day;
  quietDays: number;
  workingDays: number;
  inUseDays: number;
  successor: Successor | null;
};

/** The figures behind each suspicion. Shares are from 0 to 1. */
export type Evidence = {
  finished: Silence & {
    busyFrom: Day;
    busyTo: Day;
    busyMessages: number;
    busyDays: number;
    /** Messages after the busy time. */
    afterwards: number;
  };
  dormant: Silence & { limit: number };
  duplicate: {
    site: string;
    chat: string;
    shared: number;
    share: number;
    /** How alike the mixes of demands are; null where too little was asked and the noted purposes are the same. */
    likeness: number | null;
  };
  audience: { site: string; chat: string; shared: number; share: number; shareOfOther: number };
  show: { messages: number; replies: number; traces: number; notices: number };
  other: { messages: number; chatter: number; notices: number };
};

export type SuspicionFound = {
  [Kind in Suspicion]: { kind: Kind; evidence: Evidence[Kind] };
}[Suspicion];

/** Notices in common with another group. `share`: of this group's notices; `shareOfOther`: of the other's. */
export type Overlap = {
  site: string;
  chat: string;
  shared: number;
  share: number;
  shareOfOther: number;
};

/** What is known of one group when it is looked at. */
export type GroupMaterial = {
  site: string;
  chat: string;
  firstDay: Day;
  lastDay: Day;
  /** Sums of the period. */
  counts: Counts;
  /** Days of the period with messages of others. */
  activeDays: number;
  /** Day sums, by day: all there are where the group has been silent, else those that were read. */
  rows: readonly DayRow[];
  /** What it asked of its members in the period, whether or not that was asked elsewhere first. */
  asked: DemandCounts;
  overlaps: readonly Overlap[];
  /** As the user noted it, without white space around; "" where not. */
  purpose: string;
};
