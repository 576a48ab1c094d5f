import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { TallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, reportOf, sums } from './tally-bench';

const DAY = 24 * 60;

test('forty characters are kept at first, and none when the user wants none', async () => {
  expect(DEFAULT_SETTINGS).toMatchObject({ excerptLength: 40, retentionDays: 90 });
  const text = '𠮷'.repeat(60);
  for (const [excerptLength, kept] of [
    [40, 40],
    [0, 0],
  ] as const) {
    const db = freshDb();
    const settings = { ...DEFAULT_SETTINGS, excerptLength };
    const recorder = await recorderOn(db, { settings });
    await recorder.report(reportOf(message('a', text)));
    expect((await db.messages.get('a'))?.excerpt).toBe('𠮷'.repeat(kept));
  }
});

test('paring keeps hours and the days of what several chats had, and pared rows count once', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const old = [
    message('a', 'words ?photo', { at: -DAY * 200 }),
    message('b', 'words ?photo', { at: -DAY * 200 + 1, chat: 'two' }),
  ];
  await recorder.report(reportOf(...old));
  const [hours, spread] = [await hoursIn(db), await spreadIn(db)];
  const before = await sums(db);
  expect(spread).toHaveLength(1);
  await recorder.pare();
  expect((await db.messages.toArray()).map(({ excerpt, sender }) => excerpt + sender)).toEqual([
    '',
    '',
  ]);
  expect(await hoursIn(db)).toEqual(hours);
  expect(await spreadIn(db)).toEqual(spread);
  await recorder.report(reportOf(...old, message('b', 'words ?photo', { via: 'feed' })));
  await recorder.report(reportOf(message('a', 'edited ?photo', { at: -DAY * 200 })));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  const left = await sums(db);
  expect(Object.keys(left)).toHaveLength(1);
  expect(Object.values(left)[0]).toMatchObject({ messages: 1 });
  expect(Object.keys(before)).toHaveLength(2);
  const rows = await db.days.toArray();
  for (const { hours: of, messages } of rows) {
    expect(Object.values(of).reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(messages);
  }
});

async function hoursIn(db: TallyDb) {
  return (await db.messages.toArray()).map(({ hour }) => hour);
}

async function spreadIn(db: TallyDb) {
  return (await db.notices.toArray()).flatMap(({ spreadDay }) => spreadDay ?? []);
}
