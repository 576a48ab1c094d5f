import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readAggregates } from '../../lib/tally/aggregates';
import { readBackup } from '../../lib/tally/backup';
import { readGroupFacts } from '../../lib/tally/group-query';
import { addDays } from '../../lib/tally/local-day';
import { groupDayRows } from '../../lib/tally/work-groups';
import { freshDb, message, NOON, recorderOn, reportOf, TODAY } from './tally-bench';

const PERIOD = { from: addDays(TODAY, -29), to: TODAY, dormantDays: 60 };

/** A group, and a chat with one colleague. */
async function told() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const loose = { chat: '王局长', isPrivate: true } as const;
  await recorder.report(reportOf(message('a', 'words'), message('b', 'loose talk', loose)));
  return { db, recorder };
}

test('a chat of two people is counted for its owner, and is no group', async () => {
  const { db } = await told();
  expect(await db.days.count()).toBe(2);
  expect((await groupDayRows(TODAY, TODAY, db)).map(({ chat }) => chat)).toEqual(['one']);
  expect((await readGroupFacts(PERIOD, db)).map(({ chat }) => chat)).toEqual(['one']);
});

test('the mark is no part of a message that is kept, and is set once and for all messages of the chat', async () => {
  const { db, recorder } = await told();
  const rows = await db.messages.toArray();
  expect(JSON.stringify(rows)).not.toContain('isPrivate');
  await recorder.report(reportOf(message('c', 'loose again', { chat: '王局长' })));
  expect((await groupDayRows(TODAY, TODAY, db)).map(({ chat }) => chat)).toEqual(['one']);
});

test('backup and second copy carry it, and erasing the chat takes it away', async () => {
  const { db, recorder } = await told();
  const backup = parseBackup(backupJson(await readBackup(db), NOON));
  expect(backup.privateChats).toEqual([{ id: 'wechat|王局长' }]);
  const here = freshDb();
  const other = await recorderOn(here);
  await other.report(reportOf(message('z', 'other words')));
  await other.importBackup(backup);
  expect((await groupDayRows(TODAY, TODAY, here)).map(({ chat }) => chat)).toEqual(['one']);
  expect((await readAggregates(db, addDays(TODAY, 1))).privateChats).toHaveLength(1);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: '王局长' });
  expect(await db.privateChats.count()).toBe(0);
});
