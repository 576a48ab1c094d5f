import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDay } from '../../lib/tally/counts';
import { silentDays } from '../../lib/tally/coverage';
import { addDays, daysBetween } from '../../lib/tally/local-day';
import { isWorkingDay } from '../../lib/tally/working-days';

const row = (day: string) => ({ ...emptyDay(`${day}|wechat|群`), messages: 1 });

// Monday, 5 to Wednesday, 7 October 2026 are holidays, Saturday, 10 October is worked.
const WEEK = { from: '2026-10-05', to: '2026-10-11' };

test.each([
  ['holidays and the Sunday are not missed, the make-up Saturday is', [], '2026-10-01', 3],
  ['days with anything counted are not silent', ['2026-10-08', '2026-10-10'], '2026-10-01', 1],
  ['days before counting began are told otherwise', ['2026-10-09'], '2026-10-09', 1],
  ['nothing was ever counted', [], null, 0],
  ['counting began after the period', [], '2026-10-20', 0],
] as const)('%s', (_, days, firstDay, expected) => {
  expect(silentDays(WEEK, days.map(row), { firstDay, today: '2026-10-30' })).toBe(expected);
});

test('today is not over, and days to come have not begun', () => {
  const ahead = { from: '2026-10-12', to: '2026-12-31' };
  expect(silentDays(ahead, [], { firstDay: '2026-10-01', today: '2026-10-12' })).toBe(0);
  expect(silentDays(ahead, [], { firstDay: '2026-10-01', today: '2026-10-13' })).toBe(1);
  expect(silentDays(ahead, [], { firstDay: '2026-10-01', today: '2026-10-05' })).toBe(0);
});

test('counted and silent working days together are all there are', () => {
  const day = fc.nat(400).map((at) => addDays('2026-01-01', at));
  fc.assert(
    fc.property(day, day, day, fc.array(day), (one, other, today, counted) => {
      const [from = '', to = ''] = [one, other].sort();
      const firstDay = '2026-01-01';
      const rows = counted.filter((each) => each >= from && each <= to && each < today).map(row);
      const over = daysBetween(from, to).filter((each) => each < today && isWorkingDay(each));
      const told = new Set(rows.filter((each) => isWorkingDay(each.day)).map((each) => each.day));
      expect(silentDays({ from, to }, rows, { firstDay, today })).toBe(over.length - told.size);
    }),
  );
});
