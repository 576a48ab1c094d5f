import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, hourOf } from '../../lib/tally/local-day';

const at = (time: string) => new Date(time).getTime();

describe('the day of a time in China', () => {
  test.each([
    ['2026-10-16T03:59:59.999', 4, '2026-10-15'],
    ['2026-10-16T04:00:00.000', 4, '2026-10-16'],
    ['2026-10-16T02:30:00.000', 4, '2026-10-15'],
    ['2026-10-16T23:59:59.999', 4, '2026-10-16'],
    ['2026-10-17T00:00:00.000', 4, '2026-10-16'],
    ['2026-10-15T23:59:59.999', 0, '2026-10-15'],
    ['2026-10-16T00:00:00.000', 0, '2026-10-16'],
    ['2026-10-16T05:59:59.999', 6, '2026-10-15'],
    ['2026-10-16T06:00:00.000', 6, '2026-10-16'],
    ['2026-01-01T01:00:00.000', 4, '2025-12-31'],
    ['2024-03-01T03:00:00.000', 4, '2024-02-29'],
  ])('%s with a start at %i is %s', (time, hour, day) => {
    expect(dayOf(at(time), hour)).toBe(day);
  });

  test('the hour of a message stays that of the clock', () => {
    expect(hourOf(at('2026-10-16T02:30:00'))).toBe(2);
  });

  test('a time that is none has no day', () => {
    expect(() => dayOf(Number.NaN, 4)).toThrow(RangeError);
  });
});

test('days of a period and days added know no clock', () => {
  expect(addDays('2011-12-29', 1)).toBe('2011-12-30');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2025-12-30', '2026-01-02')).toEqual([
    '2025-12-30',
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
  ]);
});
