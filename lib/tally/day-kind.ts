import { weekdayOf } from './local-day.ts';
import { isPublicHoliday } from './official-calendar.ts';
import type { Day } from './rows.ts';
import { isWorkingDay } from './working-days.ts';

/** A working day, a free weekend day, a public holiday, or a weekend day on which one works to make up for one. */
export type DayKind = 'work' | 'rest' | 'holiday' | 'make-up';

/** What kind of day it is by the official calendar. In a year that the calendar does not cover: weekdays work, weekends rest. */
export function dayKind(day: Day): DayKind {
  if (isWorkingDay(day)) return weekdayOf(day) > 5 ? 'make-up' : 'work';
  return isPublicHoliday(day) ? 'holiday' : 'rest';
}
