import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { freshDb, message, recorderOn, report, reportOf, sumOf, sums, TODAY } from './tally-bench';
import { wordEngine } from './word-engine';

test('an earlier first that arrives late moves the cost in the same transaction', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('b', 'words ?photo', { at: 5 })));
  await recorder.report(reportOf(message('a', 'words ?photo', { at: 1, chat: 'two' })));
  expect(await sums(db)).toEqual({
    [`${TODAY}|wechat|one`]: { messages: 1, copies: 1, copyChars: 11 },
    [`${TODAY}|wechat|two`]: { messages: 1, notices: 1, demands: { photo: 1 } },
  });
});

test('a revision does not charge what the earlier version asked', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words ?form ?reply')));
  await recorder.report(reportOf(message('b', 'fix:words ?form ?reply ?photo', { at: 1 })));
  await recorder.report(reportOf(message('c', 'fix:fix:words ?form ?photo', { at: 2 })));
  expect(await sumOf(db)).toEqual({
    messages: 3,
    notices: 3,
    revisions: 2,
    demands: { form: 1, reply: 2, photo: 1 },
  });
});

test('messages late in the evening are told apart', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words', { at: 9 * 60 })));
  await recorder.report(reportOf(message('b', 'mine', { at: 9 * 60, own: true })));
  expect(await sumOf(db)).toEqual({ messages: 2, own: 1, late: 1, notices: 1 });
});

test('a message counts on the local day on which it was posted, the night on the day before', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const four = 16 * 60;
  await recorder.report(
    reportOf(
      message('a', 'words', { at: four - 1 }),
      message('b', 'else', { at: four }),
      message('c', 'other', { at: four - 90 }),
    ),
  );
  expect(await sumOf(db)).toMatchObject({ messages: 2, late: 2 });
  expect(await sumOf(db, 'one', '2026-10-16')).toMatchObject({ messages: 1, late: 1 });
  const { hours } = (await db.days.get(`${TODAY}|wechat|one`)) ?? {};
  expect(hours).toEqual({ 2: 1, 3: 1 });
});

test('the characters of a copy are those to be read, not its white space', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', '通知 𠮷\n开会')));
  await recorder.report(reportOf(message('b', '通知 𠮷\n开会', { at: 1 })));
  expect((await sumOf(db)).copyChars).toBe(5);
});

test('erasing a day keeps the sums of the others true', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const day = 24 * 60;
  await recorder.report(reportOf(message('a', 'words ?photo')));
  await recorder.report(reportOf(message('b', 'words ?photo', { at: day })));
  await recorder.report(report({ folded: ['b'] }));
  await recorder.erase({ what: 'days', from: TODAY, to: TODAY });
  expect(await sums(db)).toEqual({
    [`${TODAY}|wechat|one`]: { folded: 1, foldedChars: 11 },
    '2026-10-16|wechat|one': { messages: 1, notices: 1, demands: { photo: 1 } },
  });
});

test('erasing a chat opens what pointed to it, and forgets its notices', async () => {
  const db = freshDb();
  const told: unknown[] = [];
  const recorder = await recorderOn(db, { onChange: (changed) => told.push(changed) });
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { chat: 'two' })));
  await recorder.report(reportOf(message('c', 'only here', { at: 2 })));
  await recorder.report(report({ claims: [{ key: 'a', hash: 'hash words' }] }));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  expect(told.at(-1)).toMatchObject({
    notices: [
      { notice: 'a', claims: [], copies: [{ key: 'b' }] },
      { notice: 'c', claims: [], copies: [] },
    ],
  });
  expect(JSON.stringify(await db.indexLog.toArray())).not.toContain('only here');
  expect(JSON.stringify(await db.indexSnapshots.toArray())).not.toContain('only here');
  const again = await recorder.report(reportOf(message('d', 'only here', { at: 3 })));
  expect(again.verdicts[0]?.verdict.relation).toBe('new');
});

test('erasing everything leaves nothing but the revision number', async () => {
  const db = freshDb();
  const told: unknown[] = [];
  const recorder = await recorderOn(db, { onChange: (changed) => told.push(changed) });
  await recorder.report(reportOf(message('a', 'words ?form obj:x')));
  await recorder.teach({ key: 'a', lesson: 'always-fold' });
  await recorder.erase({ what: 'everything' });
  const left = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()]));
  expect(Object.fromEntries(left)).toEqual({
    messages: 0,
    histories: 0,
    historyDays: 0,
    notices: 0,
    asks: 0,
    days: 0,
    exceptions: 0,
    groups: 0,
    closedDays: 0,
    privateChats: 0,
    indexLog: 0,
    indexSnapshots: 0,
    indexWords: 0,
    meta: 1,
  });
  expect(told.at(-1)).toMatchObject({ notices: [{ notice: 'a', rev: 3, claims: [] }] });
  const again = await recorder.report(reportOf(message('b', 'words')));
  expect(again.verdicts[0]).toMatchObject({ rev: 4, verdict: { relation: 'new' } });
});

test('what is erased and still shown counts again when it is told again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { chat: 'two' })));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  const again = await recorder.report(reportOf(message('a', 'words')));
  expect(again.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'a' });
  expect(await sums(db)).toEqual({
    [`${TODAY}|wechat|one`]: { messages: 1, notices: 1 },
    [`${TODAY}|wechat|two`]: { messages: 1, copies: 1, copyChars: 5 },
  });
});

test('a copy that answers asks nothing anew', async () => {
  const db = freshDb();
  const engine: typeof wordEngine = {
    ...wordEngine,
    judge(index, told, options) {
      return { ...wordEngine.judge(index, told, options), isReply: told.key === 'b' };
    },
  };
  const recorder = await recorderOn(db, { engine });
  await recorder.report(reportOf(message('a', 'words ?photo ?reply')));
  await recorder.report(reportOf(message('b', 'words ?photo ?reply', { at: 1, chat: 'two' })));
  expect(await sumOf(db)).toMatchObject({ demands: { photo: 1, reply: 1 } });
  expect(await sumOf(db, 'two')).not.toHaveProperty('demands');
});

test('erasing a chat erases every word of a message that was edited', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'shared'), message('b', 'shared', { chat: 'two' })));
  for (const words of ['secret one', 'secret two', 'shared', 'secret three']) {
    await recorder.report(reportOf(message('a', words)));
  }
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  const left = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(left)).not.toContain('secret');
  const again = await recorder.report(reportOf(message('c', 'secret one', { at: 9 })));
  expect(again.verdicts[0]?.verdict.relation).toBe('new');
});
