import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { emptyDay } from '../../lib/tally/counts';
import { mondayOf, workByWeek } from '../../lib/tally/work-weeks';
import { freshDb } from './tally-bench';

test('meetings and inspections are added up over whole weeks from Monday to Sunday', async () => {
  const db = freshDb();
  const day = (date: string, chat: string, demands: object) => ({
    ...emptyDay(`${date}|wechat|${chat}`),
    demands,
  });
  await db.days.bulkAdd([
    day('2026-10-25', 'one', { meeting: 100 }),
    day('2026-10-26', 'one', { meeting: 2, form: 7 }),
    day('2026-11-01', 'one', { meeting: 1, inspection: 1 }),
    day('2026-11-01', 'two', { inspection: 3 }),
    day('2026-11-15', 'one', { meeting: 4 }),
    day('2026-11-16', 'one', { meeting: 100 }),
  ]);
  expect(await workByWeek('2026-10-30', '2026-11-10', db)).toEqual([
    { monday: '2026-10-26', week: '2026-W44', meetings: 3, inspections: 4 },
    { monday: '2026-11-02', week: '2026-W45', meetings: 0, inspections: 0 },
    { monday: '2026-11-09', week: '2026-W46', meetings: 4, inspections: 0 },
  ]);
});

test.each([
  ['2026-12-28', '2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-01-05', '2025-W01'],
  ['2026-01-01', '2026-01-01', '2026-W01'],
  ['2023-01-01', '2023-01-01', '2022-W52'],
])('%s to %s lies in %s', async (from, to, week) => {
  expect((await workByWeek(from, to, freshDb())).map((each) => each.week)).toEqual([week]);
});

test('a Monday begins its own week, a Sunday ends the one before', () => {
  expect([mondayOf('2026-11-02'), mondayOf('2026-11-08')]).toEqual(['2026-11-02', '2026-11-02']);
});
