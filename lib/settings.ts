import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, NUMBER_BOUNDS, type Settings } from './default-settings';

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
    if (sameShape(value, fallback) && isInBounds(name, value))
      merged[name] = mergeDeep(fallback, value);
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
