import type { DemandKind } from './detect/types.ts';

/** What the page does with one kind of message. */
export type Mode = 'fold' | 'mark' | 'off';

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
  /** Days that message details and excerpts are kept; sums stay. */
  retentionDays: number;
  /** Characters of text kept with a message; 0 keeps none. */
  excerptLength: number;
  badge: boolean;
  /** Days without a message after which the check-up takes a group for dormant. */
  dormantDays: number;
  /** Minutes a demand of each kind is taken to cost. Empty: the printed defaults. */
  demandMinutes: Partial<Record<DemandKind, number>>;
  /** The first-run page was answered. Until then nothing is read. */
  welcomed: boolean;
};

export const DEFAULT_SETTINGS: Settings = {
  mode: 'fold',
  kinds: { copy: 'fold', trace: 'fold', replies: 'fold', revision: 'mark' },
  pausedUntil: 0,
  pausedChats: [],
  windowDays: 14,
  neverFold: { chats: [], senders: [], keywords: [] },
  myNames: [],
  retentionDays: 90,
  excerptLength: 40,
  badge: true,
  dormantDays: 60,
  demandMinutes: {},
  welcomed: false,
};
