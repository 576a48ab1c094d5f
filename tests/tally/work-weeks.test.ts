import { expect, test } from 'vitest';
import { noCounts } from '../../lib/tally/counts';
import { daysBetween } from '../../lib/tally/local-day';
import { mondayOf, workByWeek } from '../../lib/tally/work-weeks';

function series(from: string, to: string, demands: Record<string, object> = {}) {
  return daysBetween(from, to).map((day) => ({
    day,
    counts: { ...noCounts(), demands: demands[day] ?? {} },
  }));
}

test('meetings and inspections are added up from Monday to Sunday, and a half week says so', () => {
  const asked = {
    '2026-10-30': { meeting: 2, form: 7 },
    '2026-11-01': { meeting: 1, inspection: 4 },
    '2026-11-09': { meeting: 4 },
  };
  expect(workByWeek(series('2026-10-30', '2026-11-10', asked))).toEqual([
    { monday: '2026-10-26', week: '2026-W44', days: 3, meetings: 3, inspections: 4 },
    { monday: '2026-11-02', week: '2026-W45', days: 7, meetings: 0, inspections: 0 },
    { monday: '2026-11-09', week: '2026-W46', days: 2, meetings: 4, inspections: 0 },
  ]);
});

test('no days, no weeks', () => {
  expect(workByWeek([])).toEqual([]);
});

test.each([
  ['2026-12-28', '2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-01-05', '2025-W01'],
  ['2026-01-01', '2026-01-01', '2026-W01'],
  ['2023-01-01', '2023-01-01', '2022-W52'],
])('%s to %s lies in %s', (from, to, week) => {
  expect(workByWeek(series(from, to)).map((each) => each.week)).toEqual([week]);
});

test('a Monday begins its own week, a Sunday ends the one before', () => {
  expect([mondayOf('2026-11-02'), mondayOf('2026-11-08')]).toEqual(['2026-11-02', '2026-11-02']);
});
