import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCounts } from '../../lib/tally/counts';
import { addDays, daysBetween } from '../../lib/tally/local-day';
import { isCalendarKnown, isPublicHoliday } from '../../lib/tally/official-calendar';
import type { Counts } from '../../lib/tally/rows';
import {
  isWorkingDay,
  offHoursOf,
  unknownYears,
  workingDaysBetween,
} from '../../lib/tally/working-days';

/**
 * From the yearly notices of the State Council's office on public holidays: the days off in a row, and the Saturdays
 * and Sundays on which people work for them.
 */
const NOTICES: Record<number, { off: [from: string, to: string][]; work: string[] }> = {
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-08', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

describe.each(Object.entries(NOTICES))('the official calendar of %s', (year, { off, work }) => {
  const days = daysBetween(`${year}-01-01`, `${year}-12-31`);
  const free = new Set(
    off.flatMap(([from, to]) => daysBetween(`${year}-${from}`, `${year}-${to}`)),
  );
  const madeUp = new Set(work.map((day) => `${year}-${day}`));

  test('every day of it is what the notice says', () => {
    const expected = days.filter((day) => madeUp.has(day) || (!free.has(day) && !isWeekend(day)));
    expect(days.filter(isWorkingDay)).toEqual(expected);
    expect(workingDaysBetween(`${year}-01-01`, `${year}-12-31`)).toBe(expected.length);
  });

  test('make-up days are at weekends, so each of them differs from a plain week', () => {
    expect([...madeUp].filter((day) => !isWeekend(day))).toEqual([]);
  });

  test('it is known', () => {
    expect(isCalendarKnown(Number(year))).toBe(true);
  });
});

describe('a year that the calendar does not cover', () => {
  const year = 2031;

  test('is told', () => {
    expect(isCalendarKnown(year)).toBe(false);
    expect(unknownYears('2025-12-29', '2026-01-02')).toEqual([]);
    expect(unknownYears('2026-01-01', '2031-01-01').at(-1)).toBe(2031);
    expect(unknownYears('2026-01-01', '2031-01-01')).not.toContain(2026);
  });

  test('falls back to Monday to Friday on every day, festivals and all', () => {
    const days = daysBetween(`${year}-01-01`, `${year}-12-31`);
    expect(days.filter(isWorkingDay)).toEqual(days.filter((day) => !isWeekend(day)));
  });
});

test('every year up to the last known one is known, so nothing between is guessed unsaid', () => {
  const years = Array.from({ length: 60 }, (_, at) => 2004 + at);
  const known = years.filter(isCalendarKnown);
  expect(known).toEqual(years.slice(0, known.length));
  for (const year of known) expect(chineseDays.isHoliday(`${year}-10-02`)).toBe(true);
});

test('working days of neighbouring periods add up', () => {
  const offset = fc.nat(1500);
  fc.assert(
    fc.property(offset, offset, offset, (...offsets) => {
      const [from = 0, middle = 0, to = 0] = offsets.sort((one, other) => one - other);
      const [first, between, last] = [from, middle, to].map((days) => addDays('2023-06-01', days));
      const sum =
        workingDaysBetween(first ?? '', between ?? '') +
        workingDaysBetween(addDays(between ?? '', 1), last ?? '');
      expect(sum).toBe(workingDaysBetween(first ?? '', last ?? ''));
    }),
    { numRuns: 30 },
  );
});

test('a period that ends before it begins has no working day', () => {
  expect(workingDaysBetween('2026-10-12', '2026-10-09')).toBe(0);
});

describe('off-hours', () => {
  const counts: Counts = { ...noCounts(), messages: 5, own: 1, late: 2 };

  test.each([
    ['2026-10-09', 2, 'a Friday: what came outside office hours'],
    ['2026-10-10', 2, 'a Saturday that makes up: likewise'],
    ['2026-10-11', 4, 'a Sunday: everything of others'],
    ['2026-10-05', 4, 'a Monday of the National Day holidays: everything of others'],
    ['2031-10-01', 2, 'a Wednesday of a year without a calendar: as on any Wednesday'],
  ])('%s: %i (%s)', (day, expected) => {
    expect(offHoursOf(day, counts)).toBe(expected);
  });

  test('never more than the messages of others', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(999), fc.nat(999), fc.nat(999), (days, own, late, more) => {
        const some = { ...noCounts(), messages: own + late + more, own, late };
        const off = offHoursOf(addDays('2020-01-01', days), some);
        expect(off).toBeGreaterThanOrEqual(late);
        expect(off).toBeLessThanOrEqual(late + more);
      }),
    );
  });
});

test('what is read from the calendar’s data is what its own functions say, year for year', () => {
  for (const day of daysBetween('2003-01-01', '2029-12-31')) {
    expect(isWorkingDay(day), day).toBe(chineseDays.isWorkday(day));
    const isNamed = chineseDays.getDayDetail(day).name.includes(',');
    expect(isPublicHoliday(day), day).toBe(isNamed && !chineseDays.isWorkday(day));
  }
});
