// The data of the package alone: its functions build themselves for eight milliseconds in every page that opens.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from './rows.ts';

/** Days off of the State Council's yearly notices, weekend days within them included. */
const OFF: Readonly<Record<Day, string>> = calendar.holidays;

/** Saturdays and Sundays on which people work for them. */
const MAKE_UP: Readonly<Record<Day, string>> = calendar.workdays;

/** Whether a day is off as part of a public holiday. */
export function isPublicHoliday(day: Day): boolean {
  return day in OFF;
}

/** Whether a weekend day is worked to make up for a public holiday. */
export function isMakeUpDay(day: Day): boolean {
  return day in MAKE_UP;
}

/** True when the official calendar of this year is known. The National Day is a holiday in every one that is. */
export function isCalendarKnown(year: number): boolean {
  return isPublicHoliday(`${year}-10-01`);
}
