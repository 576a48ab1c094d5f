import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import { tallyDb } from '../../lib/tally/db';
import { hourOf } from '../../lib/tally/local-day';
import { freshDb, message, NOON, recorderOn, reportOf, TODAY } from './tally-bench';

const NOTES = {
  site: 'wechat',
  chat: 'one',
  purpose: '防汛值班',
  owner: '李主任',
  unit: '街道办',
  note: '',
  disposal: 'merge',
} as const;

test('messages of others are counted by the hour, and an erased one is taken out again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'words'),
      message('b', 'loose talk', { own: true }),
      message('c', 'other words', { chat: 'two' }),
    ),
  );
  const hour = hourOf(NOON);
  expect(await db.days.toArray()).toMatchObject([
    { hours: { [hour]: 1 } },
    { hours: { [hour]: 1 } },
  ]);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  const rows = await db.days.toArray();
  expect(rows.map(({ chat, hours }) => [chat, hours])).toEqual([['one', { [hour]: 1 }]]);
});

test('a version is found by its last day while several chats state it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words')));
  expect(await db.notices.where('spreadDay').above('').count()).toBe(0);
  await recorder.report(reportOf(message('c', 'words', { chat: 'two' })));
  const spread = await db.notices.where('spreadDay').above('').toArray();
  expect(spread.map(({ notice }) => notice)).toEqual(['a']);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  expect(await db.notices.where('spreadDay').above('').count()).toBe(0);
});

test('what is noted of a group is kept, replaced, dropped when empty, and gone with its chat', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.setGroups([NOTES]);
  await recorder.setGroups([{ ...NOTES, chat: 'two', disposal: null }]);
  await recorder.setGroups([{ ...NOTES, owner: ` ${'王'.repeat(300)}` }]);
  const rows = await db.groups.toArray();
  expect(rows).toMatchObject([
    { id: 'wechat|one', owner: '王'.repeat(200), disposal: 'merge' },
    { id: 'wechat|two', disposal: null },
  ]);
  await recorder.setGroups([{ ...NOTES, purpose: '', owner: ' ', unit: '', disposal: null }]);
  expect(await db.groups.count()).toBe(1);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  expect(await db.groups.count()).toBe(0);
});

test('a backup holds the notes, and leaves those of here alone', async () => {
  const there = freshDb();
  const writer = await recorderOn(there);
  await writer.report(reportOf(message('a', 'words')));
  await writer.setGroups([NOTES]);
  await writer.setGroups([{ ...NOTES, chat: 'two' }]);
  const backup = parseBackup(backupJson(await readBackup(there), NOON));
  const here = freshDb();
  const recorder = await recorderOn(here);
  await recorder.setGroups([{ ...NOTES, purpose: '本机所记' }]);
  await recorder.importBackup(backup);
  expect((await here.groups.toArray()).map(({ purpose }) => purpose)).toEqual([
    '本机所记',
    '防汛值班',
  ]);
});

test('a database of the first schema gets hours and finds what several chats had', async () => {
  const image = JSON.parse(
    readFileSync(new URL('../fixtures/tally/v1.json', import.meta.url), 'utf8'),
  ) as { stores: Record<string, string>; tables: Record<string, unknown[]> };
  const old = new Dexie(`first schema ${crypto.randomUUID()}`);
  old.version(1).stores(image.stores);
  for (const [table, rows] of Object.entries(image.tables)) await old.table(table).bulkAdd(rows);
  old.close();
  const db = tallyDb(old.name);
  expect((await db.days.toArray()).every(({ hours }) => Object.keys(hours).length === 0)).toBe(
    true,
  );
  const spread = await db.notices.where('spreadDay').above('').toArray();
  const expected = (await db.notices.toArray()).filter(
    ({ members }) => new Set(members.map(({ chat }) => chat)).size > 1,
  );
  expect(spread.map(({ notice }) => notice)).toEqual(expected.map(({ notice }) => notice));
  expect(spread.length).toBeGreaterThan(0);
});

test.each([
  ['an empty tally', false],
  ['a tally that counts', true],
])('a backup of the first version finds in %s what several chats had', async (_, isUsed) => {
  const there = freshDb();
  const told = reportOf(message('a', 'words'), message('b', 'words', { chat: 'two', at: 1 }));
  await (await recorderOn(there)).report(told);
  const file = JSON.parse(backupJson(await readBackup(there), NOON));
  const { messages, notices, days, exceptions } = file.tables;
  const without = (rows: object[], name: string) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)));
  file.version = 1;
  file.tables = {
    messages: without(messages, 'hour'),
    notices: without(notices, 'spreadDay'),
    days: without(days, 'hours'),
    exceptions,
  };
  const here = freshDb();
  const recorder = await recorderOn(here);
  if (isUsed) await recorder.report(reportOf(message('x', 'other', { chat: 'three' })));
  await recorder.importBackup(parseBackup(JSON.stringify(file)));
  const spread = await here.notices.where('spreadDay').above('').toArray();
  expect(spread.map(({ notice, spreadDay }) => [notice, spreadDay])).toEqual([['a', TODAY]]);
});
