import type { DigestEntry } from '../../lib/tally/digest';

export type DigestRange = 'today' | 'days3' | 'days7' | 'days14';
export type DigestPart = 'notices' | 'traces';
export type DigestFilter = 'open' | 'done' | 'all';

/** `overdue` and `done` stand apart; `plain` has no deadline. */
export type DigestSection = {
  name: 'due' | 'plain' | 'overdue' | 'done';
  entries: DigestEntry[];
};

/** What is listed now. */
export type DigestView = {
  /** How many entries each part lists under this filter and search; null while not all is read. */
  counts: Record<DigestPart, number> | null;
  /** Sections of the open part that are not empty, in their order. */
  sections: DigestSection[];
  /** New entries that are held back while the reader is at the list. */
  waiting: number;
};

/** What the last action came to, in words. */
export type DigestNews = { ok: boolean; words: string } | null;

export type DigestProps = {
  /** Undefined until the first reading of the tally. */
  view: DigestView | undefined;
  /** Why the tally cannot be read, in words; null while it can. */
  failure: string | null;
  /** False until anything at all has been counted in this browser. */
  everCounted: boolean;
  range: DigestRange;
  part: DigestPart;
  filter: DigestFilter;
  query: string;
  /** Unix ms. */
  now: number;
  news: DigestNews;
  onRange(range: DigestRange): void;
  onPart(part: DigestPart): void;
  onFilter(filter: DigestFilter): void;
  onQuery(query: string): void;
  onTick(entry: DigestEntry, done: boolean): void;
  onCalendar(entry: DigestEntry): void;
  /** The pointer or the focus has come into the list, or left it. */
  onReading(isReading: boolean): void;
  onShowWaiting(): void;
};
