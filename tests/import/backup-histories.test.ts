import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { importHistory, told } from '../tally/history-bench';
import { freshDb, message, NOON, recorderOn, reportOf, sums } from '../tally/tally-bench';

const FILE = [
  told('words ?photo'),
  told('reply', { at: 1 }),
  told('reply', { at: 1, sender: 'Wang' }),
  told('loose ?form', { at: 2 }),
];

const PAGE = reportOf(message('m1', 'words ?photo'), message('m2', 'reply', { at: 1 }));

async function writtenBy(db: TallyDb): Promise<string> {
  return backupJson(await readBackup(db), NOON);
}

async function imported() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, FILE);
  return { db, recorder };
}

test('a backup holds imported chats: restored, they are known and change nothing', async () => {
  const { db } = await imported();
  const other = freshDb();
  const recorder = await recorderOn(other);
  await recorder.importBackup(parseBackup(await writtenBy(db)));
  expect(await sums(other)).toEqual(await sums(db));
  expect(await other.historyDays.count()).toBe(1);
  expect(await importHistory(recorder, FILE)).toMatchObject({ added: 0, known: 4 });
  await recorder.report(PAGE);
  expect(await sums(other)).toEqual(await sums(db));
});

test('imported on two machines, or on one and read live on the other, each counts once', async () => {
  const { db } = await imported();
  const json = await writtenBy(db);
  const expected = await sums(db);

  const twice = await imported();
  await twice.recorder.importBackup(parseBackup(json));
  expect(await sums(twice.db)).toEqual(expected);

  const live = freshDb();
  const recorder = await recorderOn(live);
  await recorder.report(PAGE);
  await recorder.importBackup(parseBackup(json));
  expect(await sums(live)).toEqual(expected);
  await recorder.importBackup(parseBackup(json));
  expect(await sums(live)).toEqual(expected);

  const page = freshDb();
  await (await recorderOn(page)).report(PAGE);
  const back = await imported();
  await back.recorder.importBackup(parseBackup(await writtenBy(page)));
  expect(await sums(back.db)).toEqual(expected);
});

test('a backup whose imported chats were changed is refused', async () => {
  const { db } = await imported();
  const backup = JSON.parse(await writtenBy(db));
  const [row] = backup.tables.histories;
  for (const change of [
    { ...row, marks: row.marks.slice(1) },
    { ...row, keys: row.keys.map(() => 7) },
    { ...row, chat: 'two' },
    { ...row, marks: row.marks.map(() => 0) },
  ]) {
    const json = JSON.stringify({ ...backup, tables: { ...backup.tables, histories: [change] } });
    expect(() => parseBackup(json)).toThrow(expect.objectContaining({ code: 'damaged' }));
  }
});
