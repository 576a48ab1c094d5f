import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { readBackup } from '../../lib/tally/backup';
import { tallyDb } from '../../lib/tally/db';
import { importHistory, told } from './history-bench';
import { freshDb, message, recorderOn, report, reportOf, sumOf, sums, TODAY } from './tally-bench';

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * The context ends with the first row that is written: what it asked for in that task is done and kept, as of a transaction
 * that asks for nothing more, and it hears of nothing. Returns when the browser has kept it.
 */
async function endAtFirstWrite(work: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  for (const how of ['put', 'add', 'delete', 'clear'] as const) {
    const write = IDBObjectStore.prototype[how] as (...args: unknown[]) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      isOver = true;
      return write.apply(this, args);
    } as never);
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

test('what a file told is counted once though the context ends while a page tells it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, [told('reply')]);
  const live = reportOf(message('m1', 'reply'));
  await endAtFirstWrite(() => recorder.report(live));
  const again = tallyDb(db.name);
  await (await recorderOn(again)).report(live);
  expect(await sumOf(again)).toEqual({ messages: 1, replies: 1 });
});

test('a piece of a history is counted once though the context ends while it is written', async () => {
  const db = freshDb();
  const piece = [told('reply'), told('a notice', { at: 1 }), told('words', { at: 2 })];
  await endAtFirstWrite(async () => importHistory(await recorderOn(db), piece));
  const again = tallyDb(db.name);
  await importHistory(await recorderOn(again), piece);
  const whole = freshDb();
  await importHistory(await recorderOn(whole), piece);
  expect(await sumOf(again)).toEqual(await sumOf(whole));
});

test('a backup is whole in an empty tally, or not there, though the context ends while it is written', async () => {
  const [there, db] = [freshDb(), freshDb()];
  const other = await recorderOn(there);
  await other.report(reportOf(message('1', 'a notice'), message('2', 'words', { chat: 'two' })));
  const backup = await readBackup(there);
  const recorder = await recorderOn(db);
  await endAtFirstWrite(() => recorder.importBackup(backup));
  const again = tallyDb(db.name);
  await (await recorderOn(again)).importBackup(backup);
  expect(await sums(again)).toEqual(await sums(there));
});

test('nothing is left of an erased tally though the context ends while it is erased', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, [told('reply')]);
  await recorder.report(reportOf(message('1', 'a notice', { at: 5 })));
  await endAtFirstWrite(() => recorder.erase({ what: 'everything' }));
  const again = tallyDb(db.name);
  const tables = [again.messages, again.notices, again.days, again.histories, again.historyDays];
  expect(await Promise.all(tables.map((table) => table.count()))).toEqual([0, 0, 0, 0, 0]);
});

test('of a piece of a history that was cut off nothing is left to be erased', async () => {
  const db = freshDb();
  await endAtFirstWrite(async () => importHistory(await recorderOn(db), [told('a notice')]));
  const again = tallyDb(db.name);
  const recorder = await recorderOn(again);
  await recorder.erase({ what: 'days', from: TODAY, to: TODAY });
  expect(await sums(again)).toEqual({});
});
