import type { HashKey } from './detect/keyed-hash.ts';
import type { DemandKind } from './detect/types.ts';

/** What the page does with one kind of message. */
export type Mode = 'fold' | 'mark' | 'off';

/** Figures of the formula beside the minutes of demands. */
export type PaceName = 'charactersPerMinute' | 'secondsPerAttachment' | 'secondsPerReply';

/** Lists of what is never folded, from a file; `added`: those entries that were not there before. */
export type WordPack = {
  name: string;
  keywords: string[];
  senders: string[];
  added: { keywords: string[]; senders: string[] };
};

/**
 * What the IT office of the user's workplace has set, by the browser's policies. It can hold back, never collect: there is
 * no word here by which anything could be kept, sent or exported.
 */
export type OfficeSettings = {
  /** Holds until the user has chosen a mode; null from then on, or where the office has set none. */
  defaultMode: Mode | null;
  /** Ids of sites and match patterns of pages that are left alone, whatever the user chooses. */
  sitesOff: string[];
  /** Words of messages that are never folded, besides the user's own. */
  neverFold: string[];
};

/** What the user may change at once. */
export type SettingsChange = Partial<Omit<Settings, 'office' | 'hashKey'>>;

export const NO_OFFICE: OfficeSettings = { defaultMode: null, sitesOff: [], neverFold: [] };

export type Settings = {
  /** Master switch: `off` leaves no trace in the page. Counting goes on unless `off`. */
  mode: Mode;
  /** Per kind; the stricter of this and `mode` holds. */
  kinds: { copy: Mode; trace: Mode; replies: Mode; revision: 'mark' | 'off' };
  /** Unix ms; nothing is folded or marked until then. */
  pausedUntil: number;
  /** "site:chat" of chats in which nothing is folded or marked. */
  pausedChats: string[];
  windowDays: number;
  neverFold: { chats: string[]; senders: string[]; keywords: string[] };
  myNames: string[];
  /** Packs of words that were taken, so that each can be taken out again. What they name stands in `neverFold`. */
  packs: WordPack[];
  /** Days that message details and excerpts are kept; sums stay. */
  retentionDays: number;
  /** Characters of text kept with a message; 0 keeps none. */
  excerptLength: number;
  badge: boolean;
  /** Hour of the local clock at which a day of the tally starts: who works past midnight is still at yesterday. */
  dayStartHour: number;
  /** Days without a message after which the check-up takes a group for dormant. */
  dormantDays: number;
  /** Minutes a demand of each kind is taken to cost. Empty: the printed defaults. */
  demandMinutes: Partial<Record<DemandKind, number>>;
  /** The reader's own pace. Empty: the printed defaults. */
  pace: Partial<Record<PaceName, number>>;
  /** The first-run page was answered. Until then nothing is read. */
  welcomed: boolean;
  /** Not the user's: nothing here saves it. */
  readonly office: OfficeSettings;
  /** Under which pages hash what they show; null until the background has made it. */
  readonly hashKey: HashKey | null;
};

/** Whole numbers that the user sets, and their bounds, both included. */
export const NUMBER_BOUNDS = {
  windowDays: { min: 1, max: 90 },
  retentionDays: { min: 1, max: 3650 },
  excerptLength: { min: 0, max: 200 },
  dayStartHour: { min: 0, max: 6 },
} as const satisfies Partial<Record<keyof Settings, { min: number; max: number }>>;

export const DEFAULT_SETTINGS: Settings = {
  mode: 'fold',
  kinds: { copy: 'fold', trace: 'fold', replies: 'fold', revision: 'mark' },
  pausedUntil: 0,
  pausedChats: [],
  windowDays: 14,
  neverFold: { chats: [], senders: [], keywords: [] },
  myNames: [],
  packs: [],
  retentionDays: 90,
  excerptLength: 40,
  badge: true,
  dayStartHour: 4,
  dormantDays: 60,
  demandMinutes: {},
  pace: {},
  welcomed: false,
  office: NO_OFFICE,
  hashKey: null,
};
