import { expect, it } from 'vitest';
import { timeOnDay } from '../../lib/sites/day-line';

/** A Thursday. */
const NOW = new Date(2026, 10, 5, 14, 30).getTime();

function told(day: string, clock = '9:02', now = NOW): string | null {
  const time = timeOnDay(day, clock, now);
  return time === null ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 16);
}

it.each([
  ['今天', '2026-11-05T09:02'],
  ['Today', '2026-11-05T09:02'],
  ['昨天', '2026-11-04T09:02'],
  ['星期三', '2026-11-04T09:02'],
  ['Friday', '2026-10-30T09:02'],
  ['星期天', '2026-11-01T09:02'],
  ['周日', '2026-11-01T09:02'],
  ['週六', '2026-10-31T09:02'],
  ['11月3日', '2026-11-03T09:02'],
  ['2025年2月28日', '2025-02-28T09:02'],
  ['November 3', '2026-11-03T09:02'],
  ['3 November 2025', '2025-11-03T09:02'],
  ['Nov 3, 2025', '2025-11-03T09:02'],
  ['12月30日', '2025-12-30T09:02'],
])('%s', (day, time) => expect(told(day)).toBe(time));

it.each(['', '明天', '2月30日', '13月1日', 'Foo 3', 'Someday', 'сегодня', '4 de noviembre'])(
  'knows nothing of "%s"',
  (day) => expect(told(day)).toBeNull(),
);

it.each(['', '24:00', '9:60', '9', 'a:b'])('knows no clock "%s"', (clock) =>
  expect(told('今天', clock)).toBeNull(),
);

it('takes the day for the one before where the page was drawn before midnight', () => {
  const afterMidnight = new Date(2026, 10, 6, 0, 10).getTime();
  expect(told('今天', '23:50', afterMidnight)).toBe('2026-11-05T23:50');
  expect(told('今天', '0:12', afterMidnight)).toBe('2026-11-06T00:12');
});
