import { expect, test } from 'vitest';
import { dayKind } from '../../lib/tally/day-kind';
import { weekdayOf } from '../../lib/tally/local-day';
import { unknownYears } from '../../lib/tally/working-days';

test.each([
  ['2026-11-27', 5, 'work'],
  ['2026-11-28', 6, 'rest'],
  ['2026-11-29', 7, 'rest'],
  // The National Day, the Saturday within it, and the Saturday on which one works to make up for it.
  ['2026-10-01', 4, 'holiday'],
  ['2026-10-03', 6, 'holiday'],
  ['2026-10-10', 6, 'make-up'],
  ['2026-02-17', 2, 'holiday'],
  // A year that the calendar does not cover: weekends rest, and nothing else is known.
  ['2035-10-01', 1, 'work'],
  ['2035-10-06', 6, 'rest'],
])('%s is weekday %d and %s', (day, weekday, kind) => {
  expect([weekdayOf(day), dayKind(day)]).toEqual([weekday, kind]);
});

test('years that the calendar does not know are named', () => {
  expect(unknownYears('2025-12-01', '2026-01-31')).toEqual([]);
  expect(unknownYears('2034-12-31', '2036-01-01')).toEqual([2034, 2035, 2036]);
});
