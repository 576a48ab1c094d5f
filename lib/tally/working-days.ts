import { daysBetween, weekdayOf } from './local-day.ts';
import { isCalendarKnown, isMakeUpDay, isPublicHoliday } from './official-calendar.ts';
import type { Counts, Day } from './rows.ts';

/**
 * True on a working day of the official calendar: public holidays are free, make-up days are not.
 * A year that the calendar does not cover falls back to Monday to Friday.
 */
export function isWorkingDay(day: Day): boolean {
  return isMakeUpDay(day) || (weekdayOf(day) <= 5 && !isPublicHoliday(day));
}

/** Years of a period whose official calendar is not known: there Monday to Friday stand for the working days. */
export function unknownYears(from: Day, to: Day): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return years.filter((year) => !isCalendarKnown(year));
}

/** Working days from `from` to `to`, both included. The score takes at least 1. */
export function workingDaysBetween(from: Day, to: Day): number {
  return daysBetween(from, to).filter(isWorkingDay).length;
}

/** Messages of others outside office hours: the late ones of a working day, all of a free day. */
export function offHoursOf(day: Day, counts: Counts): number {
  return isWorkingDay(day) ? counts.late : counts.messages - counts.own;
}
