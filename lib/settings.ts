import { browser } from 'wxt/browser';
import type { DemandKind } from './detect/types';

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
  demandMinutes: {},
  welcomed: false,
};

/** Where they stand in `storage.local`. */
const KEY = 'settings';

/** Settings as stored, every missing or damaged field replaced by its default. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return withDefaults(stored[KEY]);
}

/** Writes the given fields and leaves the others. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const next = { ...(await loadSettings()), ...change };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

/** Calls back on every change, from whatever context. Returns the function that ends it. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) callback(withDefaults(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

function withDefaults(stored: unknown): Settings {
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [name, fallback] of Object.entries(DEFAULT_SETTINGS)) {
    const value = (stored as Record<string, unknown> | null | undefined)?.[name];
    if (sameShape(value, fallback)) merged[name] = mergeDeep(fallback, value);
  }
  return merged as Settings;
}

function sameShape(value: unknown, fallback: unknown): boolean {
  return (
    value !== null &&
    typeof value === typeof fallback &&
    Array.isArray(value) === Array.isArray(fallback)
  );
}

function mergeDeep(fallback: unknown, value: unknown): unknown {
  const isPlain = typeof fallback === 'object' && !Array.isArray(fallback);
  return isPlain ? { ...(fallback as object), ...(value as object) } : value;
}
