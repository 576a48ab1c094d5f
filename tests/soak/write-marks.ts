import type { Page } from 'puppeteer-core';

type Marks = { chrome: { storage: { session: { get(key: string): Promise<Marked> } } } };
type Marked = { write?: 'open' | 'done' };

/**
 * A script for the background that leaves word of its writes in a place which outlives it: "open" from the moment when
 * a transaction is asked for until it is complete. A background that is stopped in between leaves "open" behind.
 */
export const WRITE_MARKS = `(${markWrites.toString()})();\n`;

function markWrites(): void {
  type Session = { set(items: Marked): Promise<void> };
  const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } })
    .chrome;
  const begin = IDBDatabase.prototype.transaction;
  let open = 0;
  const mark = () =>
    void storage.session.set({ write: open > 0 ? 'open' : 'done' }).catch(() => undefined);
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
}

/** Whether the background that was stopped last had a write open. `probe`: a page of the extension. */
export function wasWriting(probe: Page): Promise<boolean> {
  return probe.evaluate(async () => {
    const { storage } = (globalThis as unknown as Marks).chrome;
    return (await storage.session.get('write')).write === 'open';
  });
}
