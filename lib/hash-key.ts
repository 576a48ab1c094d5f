import { browser } from 'wxt/browser';
import type { HashKey } from './detect/keyed-hash';

/** Where it stands in `storage.local`. */
const NAME = 'hashKey';

/**
 * Makes the key of this installation if there is none. Only the background calls it: two pages would make two.
 * What was hashed under another key is compared by its content once, and counts no second time.
 */
export async function ensureHashKey(): Promise<void> {
  const stored = await browser.storage.local.get(NAME);
  if (keyIn(stored[NAME])) return;
  await browser.storage.local.set({ [NAME]: [...crypto.getRandomValues(new Int32Array(2))] });
}

/** The key under which pages hash what they show. Waits for it where the background has only just been installed. */
export function loadHashKey(): Promise<HashKey> {
  const { local } = browser.storage;
  return new Promise((resolve, reject) => {
    const take = (value: unknown) => {
      const key = keyIn(value);
      if (!key) return;
      local.onChanged.removeListener(onChanged);
      resolve(key);
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) =>
      take(changes[NAME]?.newValue);
    // Before it is looked for: it may come in between.
    local.onChanged.addListener(onChanged);
    local.get(NAME).then((stored) => take(stored[NAME]), reject);
  });
}

function keyIn(value: unknown): HashKey | null {
  const [low, high] = Array.isArray(value) ? value : [];
  return Number.isInteger(low) && Number.isInteger(high) ? [low, high] : null;
}
