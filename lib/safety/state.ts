import { browser } from 'wxt/browser';
import type { Restored } from '../tally/aggregates';
import type { Day } from '../tally/rows';
import type { Trouble } from '../tally/trouble';
import type { SnapshotExtent, SnapshotProblem } from './snapshot-file';

/** What the background knows of the safety of the data; our pages tell it to the user. Times are Unix ms. */
export type SafetyState = {
  /**
   * The tally was found empty although nobody had emptied it; null when it never was, or the user has read it. Without
   * `restored` and `problem` there was no snapshot yet.
   */
  loss: { found: number; restored: Restored | null; problem: SnapshotProblem | null } | null;
  /** Nothing can be written since. */
  trouble: { kind: Trouble; since: number } | null;
  /** Details before this day went early, because the disk was full. */
  freed: { before: Day; at: number } | null;
  /** The last snapshot that was kept. */
  snapshot: SnapshotExtent | null;
  /** When a snapshot could not be kept, after which none could. */
  snapshotFailed: number | null;
};

export const SAFE: SafetyState = {
  loss: null,
  trouble: null,
  freed: null,
  snapshot: null,
  snapshotFailed: null,
};

type Changes = Record<string, { newValue?: unknown }>;

const KEY = 'safety';

export async function loadSafety(): Promise<SafetyState> {
  const [unwritten, written] = await Promise.all([
    browser.storage.session.get(KEY),
    browser.storage.local.get(KEY),
  ]);
  return stateIn(unwritten[KEY] ?? written[KEY]);
}

/**
 * A full disk takes no word of itself: what it refuses is kept in memory, and told as long as the browser runs. Whatever
 * is written later takes its place.
 */
async function keep(state: SafetyState): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: state });
  } catch {
    await browser.storage.session.set({ [KEY]: state });
    return;
  }
  const kept = await browser.storage.session.get(KEY);
  if (kept[KEY] !== undefined) await browser.storage.session.remove(KEY);
}

/** One change after the other: two at once would take each other back. */
let changing: Promise<unknown> = Promise.resolve();

/** Changes these fields; writes nothing when they are so already. */
export function changeSafety(change: (state: SafetyState) => Partial<SafetyState>): Promise<void> {
  const result = changing.then(async () => {
    const before = await loadSafety();
    const after = { ...before, ...change(before) };
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await keep(after);
  });
  changing = result.catch(() => undefined);
  return result;
}

/** Calls back on every change, from whatever context. Returns the function that ends it. */
export function watchSafety(callback: (state: SafetyState) => void): () => void {
  const onWritten = (changes: Changes) => {
    if (KEY in changes) callback(stateIn(changes[KEY]?.newValue));
  };
  // What is taken out of memory has been written.
  const onKept = (changes: Changes) => {
    if (KEY in changes) loadSafety().then(callback, () => undefined);
  };
  browser.storage.local.onChanged.addListener(onWritten);
  browser.storage.session.onChanged.addListener(onKept);
  return () => {
    browser.storage.local.onChanged.removeListener(onWritten);
    browser.storage.session.onChanged.removeListener(onKept);
  };
}

function stateIn(stored: unknown): SafetyState {
  return { ...SAFE, ...((stored ?? {}) as Partial<SafetyState>) };
}
