import { browser } from 'wxt/browser';
import { hexOf } from '../export/group-code';
import type { Identity } from '../export/tally-json';

/** Where it stands in `storage.local`. It outlives an erased tally: a later file must not seem older than one handed over. */
const KEY = 'handOver';

/**
 * This installation as its tally files name it, made once. Every call gives the next revision, and keeps it first; of
 * two pages that call at once, one waits for the other.
 */
export function nextIdentity(): Promise<Identity> {
  return navigator.locks.request(KEY, risen);
}

async function risen(): Promise<Identity> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const known = isIdentity(stored) ? stored : made();
  const next = { ...known, revision: known.revision + 1 };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

function made(): Identity {
  return { installation: randomHex(16), secret: randomHex(32), revision: 0 };
}

function randomHex(bytes: number): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(bytes)));
}

function isIdentity(value: unknown): value is Identity {
  const { installation, secret, revision } = (value ?? {}) as Partial<Identity>;
  return (
    /^[0-9a-f]{32}$/.test(installation ?? '') &&
    /^[0-9a-f]{64}$/.test(secret ?? '') &&
    Number.isSafeInteger(revision)
  );
}
