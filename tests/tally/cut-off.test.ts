import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { tallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, report, reportOf, sums, TODAY } from './tally-bench';

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * The context ends with the first row that is written: what it asked for in that task is done and kept, as of a transaction
 * that asks for nothing more, and it hears of nothing. Returns when the browser has kept it.
 */
async function endAtFirstWrite(work: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  for (const how of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[how];
    vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      isOver = true;
      return write.apply(this, args);
    });
  }
  const hear = IDBRequest.prototype.dispatchEvent;
  vi.spyOn(IDBRequest.prototype, 'dispatchEvent').mockImplementation(function (
    this: IDBRequest,
    event,
  ) {
    return isOver || hear.call(this, event);
  });
  const kept = new Promise((done) => {
    const tell = IDBTransaction.prototype.dispatchEvent;
    vi.spyOn(IDBTransaction.prototype, 'dispatchEvent').mockImplementation(function (
      this: IDBTransaction,
      event,
    ) {
      if (isOver && event.type === 'complete') done(null);
      return tell.call(this, event);
    });
  });
  void work().catch(() => undefined);
  await kept;
  vi.restoreAllMocks();
}

test('a report that a context began to write before it ended is in the tally whole, sums and all', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('1', 'a notice'), message('2', 'words', { chat: 'two' })));
  const later = reportOf(message('3', 'a notice', { at: 1 }), message('4', 'another', { at: 2 }));
  const told = { ...later, claims: [{ key: '1', hash: 'hash a notice' }], folded: ['3'] };
  await endAtFirstWrite(() => recorder.report(told));

  const again = tallyDb(db.name);
  expect(await again.messages.count()).toBe(4);
  const expected = {
    [`${TODAY}|wechat|one`]: { messages: 3, notices: 2, copies: 1, copyChars: 7, folded: 1 },
    [`${TODAY}|wechat|two`]: { messages: 1, notices: 1 },
  };
  expect(await sums(again)).toMatchObject(expected);
  // The page was not answered: it tells all of it again.
  await (await recorderOn(again)).report(report(told));
  expect(await sums(again)).toMatchObject(expected);
});
