import type { Page } from 'puppeteer-core';

type Marked = { write?: 'open' | 'done'; errors?: string[] };
type Store = {
  get(keys: string[]): Promise<Marked>;
  set(items: Marked): Promise<void>;
  remove(key: string): Promise<void>;
};
type WithStore = { chrome: { storage: { session: Store } } };

/**
 * A script for the background that leaves word in a place which outlives it. Of its writes: "open" from the moment when a
 * transaction is asked for until it is complete, so one that is stopped in between leaves "open" behind. And of what its
 * console said is wrong: who listens there as a debugger does keeps a background from being stopped.
 */
export const BACKGROUND_MARKS = `(${leaveMarks.toString()})();\n`;

/** Runs in the background before its own code. */
function leaveMarks(): void {
  const { session } = (globalThis as unknown as WithStore).chrome.storage;
  const ignore = () => undefined;
  const begin = IDBDatabase.prototype.transaction;
  let open = 0;
  const mark = () => void session.set({ write: open > 0 ? 'open' : 'done' }).catch(ignore);
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = begin.apply(this, args);
    if (args[1] !== 'readwrite') return transaction;
    open++;
    mark();
    const end = () => {
      open--;
      mark();
    };
    transaction.addEventListener('complete', end);
    transaction.addEventListener('abort', end);
    return transaction;
  };

  let kept: string[] | null = null;
  const keep = async (words: string) => {
    kept ??= (await session.get(['errors'])).errors ?? [];
    kept = [...kept, words];
    await session.set({ errors: kept });
  };
  const say = console.error.bind(console);
  console.error = (...words: unknown[]) => {
    say(...words);
    void keep(`background: ${words.map(String).join(' ')}`).catch(ignore);
  };
  addEventListener('error', ({ message }) => void keep(`background: ${message}`).catch(ignore));
  addEventListener(
    'unhandledrejection',
    ({ reason }) => void keep(`background: unhandled: ${String(reason)}`).catch(ignore),
  );
}

/** Whether the background that was stopped last had a write open. `probe`: a page of the extension. */
export function wasWriting(probe: Page): Promise<boolean> {
  return probe.evaluate(async () => {
    const { session } = (globalThis as unknown as WithStore).chrome.storage;
    return (await session.get(['write'])).write === 'open';
  });
}

/** What the console of any background said is wrong since the browser or the extension started. */
export function backgroundErrors(probe: Page): Promise<string[]> {
  return probe.evaluate(async () => {
    const { session } = (globalThis as unknown as WithStore).chrome.storage;
    return (await session.get(['errors'])).errors ?? [];
  });
}
