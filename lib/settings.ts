import { browser } from 'wxt/browser';
import {
  DEFAULT_SETTINGS,
  NO_OFFICE,
  NUMBER_BOUNDS,
  type OfficeSettings,
  type Settings,
  type SettingsChange,
} from './default-settings';

/** Where they stand in `storage.local`: the user's, a checked copy of the office's (see office-policy.ts), the hash key. */
const KEY = 'settings';
export const OFFICE_KEY = 'office';
const HASH_KEY = 'hashKey';
const NAMES = [KEY, OFFICE_KEY, HASH_KEY];

/** Settings as stored, every missing or damaged field replaced by its default. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(NAMES);
  const hashKey = stored[HASH_KEY] as Settings['hashKey'] | undefined;
  return { ...withDefaults(stored[KEY], stored[OFFICE_KEY]), hashKey: hashKey ?? null };
}

/** Writes the given fields and leaves the others: what was never chosen stays open to other defaults. */
export async function saveSettings(change: SettingsChange): Promise<Settings> {
  const { [KEY]: before } = await browser.storage.local.get(KEY);
  await browser.storage.local.set({
    [KEY]: { ...(typeof before === 'object' ? before : {}), ...change },
  });
  return loadSettings();
}

/**
 * Makes the key of this installation if there is none. Only the background calls it: two pages would make two. What was
 * hashed under another key is compared by its content once, and counts no second time.
 */
export async function ensureHashKey(): Promise<void> {
  if ((await loadSettings()).hashKey) return;
  const hashKey = [...crypto.getRandomValues(new Int32Array(2))];
  await browser.storage.local.set({ [HASH_KEY]: hashKey });
}

/** Calls back on every change, from whatever context. Returns the function that ends it. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  const onChanged = (changes: object) => {
    // A context that is gone reads nothing any more, and has nobody to tell.
    if (NAMES.some((name) => name in changes)) loadSettings().then(callback, () => {});
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

function withDefaults(stored: unknown, office: unknown): Settings {
  const own = stored as Record<string, unknown> | null | undefined;
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  let isChosen = false;
  for (const [name, fallback] of Object.entries(DEFAULT_SETTINGS)) {
    const value = own?.[name];
    if (sameShape(value, fallback) && isInBounds(name, value)) {
      merged[name] = mergeDeep(fallback, value);
      isChosen ||= name === 'mode';
    }
  }
  const set = { ...NO_OFFICE, ...(office as Partial<OfficeSettings> | undefined) };
  if (isChosen) set.defaultMode = null;
  return { ...merged, mode: set.defaultMode ?? merged.mode, office: set } as Settings;
}

function sameShape(value: unknown, fallback: unknown): boolean {
  return (
    value !== null &&
    typeof value === typeof fallback &&
    Array.isArray(value) === Array.isArray(fallback)
  );
}

/** A start of the day at 27 o'clock or a window of no days would falsify what is counted from then on. */
function isInBounds(name: string, value: unknown): boolean {
  const bounds = (NUMBER_BOUNDS as Record<string, { min: number; max: number }>)[name];
  if (!bounds) return true;
  return Number.isInteger(value) && Number(value) >= bounds.min && Number(value) <= bounds.max;
}

function mergeDeep(fallback: unknown, value: unknown): unknown {
  const isPlain = typeof fallback === 'object' && !Array.isArray(fallback);
  return isPlain ? { ...(fallback as object), ...(value as object) } : value;
}
