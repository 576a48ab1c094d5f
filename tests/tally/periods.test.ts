import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../lib/tally/local-day';
import {
  divide,
  grainFor,
  isRange,
  lengthOf,
  type PeriodUnit,
  periodOf,
  rangeBefore,
} from '../../lib/tally/periods';

describe('the unit that holds today', () => {
  test.each<[PeriodUnit, string, number, string, string]>([
    ['week', '2026-11-27', 0, '2026-11-23', '2026-11-27'],
    ['week', '2026-11-23', 0, '2026-11-23', '2026-11-23'],
    ['week', '2026-11-29', 0, '2026-11-23', '2026-11-29'],
    ['week', '2026-01-01', 0, '2025-12-29', '2026-01-01'],
    ['week', '2026-01-01', 1, '2025-12-22', '2025-12-28'],
    ['month', '2026-03-31', 0, '2026-03-01', '2026-03-31'],
    ['month', '2026-03-31', 1, '2026-02-01', '2026-02-28'],
    ['month', '2024-03-31', 1, '2024-02-01', '2024-02-29'],
    ['month', '2026-01-15', 13, '2024-12-01', '2024-12-31'],
    ['quarter', '2026-05-02', 0, '2026-04-01', '2026-05-02'],
    ['quarter', '2026-01-01', 1, '2025-10-01', '2025-12-31'],
    ['year', '2026-11-27', 0, '2026-01-01', '2026-11-27'],
    ['year', '2026-11-27', 2, '2024-01-01', '2024-12-31'],
  ])('a %s on %s, %d back', (unit, today, back, from, to) => {
    expect(periodOf(unit, today, back)).toEqual({ from, to });
  });

  test('units follow one upon another without gap or overlap, and none goes beyond today', () => {
    const unit = fc.constantFrom<PeriodUnit>('week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(unit, fc.nat(8_000), fc.nat(30), (each, day, back) => {
        const today = addDays('2020-01-01', day);
        const later = periodOf(each, today, back);
        const earlier = periodOf(each, today, back + 1);
        expect(addDays(earlier.to, 1)).toBe(later.from);
        expect(later.from <= later.to && later.to <= today).toBe(true);
      }),
    );
  });
});

test('a range has as many days before it as it has itself', () => {
  expect(rangeBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
    from: '2026-01-29',
    to: '2026-02-28',
  });
  expect(rangeBefore({ from: '2026-01-01', to: '2026-01-01' })).toEqual({
    from: '2025-12-31',
    to: '2025-12-31',
  });
});

test.each([
  ['2026-01-01', '2026-01-01', true],
  ['2026-02-28', '2026-03-01', true],
  ['2026-01-02', '2026-01-01', false],
  ['2026-02-30', '2026-03-01', false],
  ['', '2026-01-01', false],
  ['0001-01-01', '2026-01-01', false],
  ['2026-1-1', '2026-01-01', false],
  ['x', 'y', false],
])('from %s to %s is a range: %s', (from, to, expected) => {
  expect(isRange({ from, to })).toBe(expected);
});

describe('dividing', () => {
  test('weeks begin on Monday and go over New Year undivided', () => {
    expect(divide({ from: '2025-12-24', to: '2026-01-06' }, 'week')).toEqual([
      { from: '2025-12-24', to: '2025-12-28' },
      { from: '2025-12-29', to: '2026-01-04' },
      { from: '2026-01-05', to: '2026-01-06' },
    ]);
  });

  test('months are cut at the ends of the range', () => {
    expect(divide({ from: '2025-12-31', to: '2026-02-02' }, 'month')).toEqual([
      { from: '2025-12-31', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-02' },
    ]);
  });

  test('every day is in one part, in order, at any grain', () => {
    const grain = fc.constantFrom('day', 'week', 'month');
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(400), grain, (start, length, each) => {
        const from = addDays('2022-01-01', start);
        const range = { from, to: addDays(from, length) };
        const days = divide(range, each).flatMap((part) => daysBetween(part.from, part.to));
        expect(days).toEqual(daysBetween(range.from, range.to));
        expect(lengthOf(range)).toBe(days.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['2026-03-01', '2026-03-31', 'day'],
    ['2026-01-01', '2026-03-31', 'week'],
    ['2026-01-01', '2026-12-31', 'month'],
  ])('from %s to %s shows by %s', (from, to, grain) => {
    expect(grainFor({ from, to })).toBe(grain);
  });
});
