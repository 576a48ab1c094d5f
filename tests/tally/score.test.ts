import { describe, expect, test } from 'vitest';
import { noCounts } from '../../lib/tally/counts';
import {
  DEFAULT_MINUTES,
  minutesOf,
  minutesPer,
  savedMinutes,
  scoreOf,
} from '../../lib/tally/score';
import {
  isCalendarKnown,
  isWorkingDay,
  offHoursOf,
  workingDaysBetween,
} from '../../lib/tally/working-days';

test('255 characters of copies are a minute, twenty files another', () => {
  const counts = { ...noCounts(), copyChars: 255, copyMedia: 20 };
  expect(minutesOf(counts)).toEqual({ reading: 2, demands: 0, replies: 0, total: 2 });
});

test('thirty replies are a minute', () => {
  expect(minutesOf({ ...noCounts(), replies: 30 }).total).toBe(1);
});

test('demands cost their minutes, the user’s own where set', () => {
  const counts = { ...noCounts(), demands: { form: 2, reply: 1 } };
  expect(minutesOf(counts).demands).toBe(2 * DEFAULT_MINUTES.form.minutes + 0.5);
  expect(minutesOf(counts, { form: 10, reply: 0 }).demands).toBe(20);
});

test.each([-1, Number.NaN, Infinity])('a set value of %d minutes is passed over', (minutes) => {
  expect(minutesPer('form', { form: minutes })).toBe(DEFAULT_MINUTES.form.minutes);
});

test('promise 5: every default says where it comes from', () => {
  for (const { source } of Object.values(DEFAULT_MINUTES)) expect(source).not.toBe('');
});

test('a third of eight hours scores 100, and nothing scores more', () => {
  expect(scoreOf(160, 1)).toBe(100);
  expect(scoreOf(80, 1)).toBe(50);
  expect(scoreOf(160, 20)).toBe(5);
  expect(scoreOf(100_000, 1)).toBe(100);
});

test('a period without a working day counts as one day', () => {
  expect(scoreOf(16, 0)).toBe(10);
});

test('what folding saved is told apart', () => {
  expect(savedMinutes({ ...noCounts(), foldedChars: 510, foldedMedia: 20 })).toBe(3);
  expect(minutesOf({ ...noCounts(), foldedChars: 510 }).total).toBe(0);
});

describe('the official calendar', () => {
  test.each([
    ['2026-10-09', true, 'a Friday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday that makes up'],
    ['2026-10-11', false, 'a Sunday'],
    ['2031-10-01', true, 'a Wednesday of a year that no calendar covers yet'],
    ['2031-10-04', false, 'a Saturday of such a year'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  test('it says which years it covers', () => {
    expect([isCalendarKnown(2026), isCalendarKnown(2031)]).toEqual([true, false]);
  });

  test('working days of a period, both ends included', () => {
    expect(workingDaysBetween('2026-10-01', '2026-10-10')).toBe(3);
    expect(workingDaysBetween('2026-10-11', '2026-10-11')).toBe(0);
  });

  test('off-hours', () => {
    const counts = { ...noCounts(), messages: 5, own: 1, late: 2 };
    expect(offHoursOf('2026-10-09', counts)).toBe(2);
    expect(offHoursOf('2026-10-11', counts)).toBe(4);
  });
});
