// The default export: Node sees no named ones in this package.
import chineseDays from 'chinese-days';
import type { Day } from './rows.ts';
import { isWorkingDay } from './working-days.ts';

/** A working day, a free weekend day, a public holiday, or a weekend day on which one works to make up for one. */
export type DayKind = 'work' | 'rest' | 'holiday' | 'make-up';

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** What kind of day it is by the official calendar. In a year that the calendar does not cover: weekdays work, weekends rest. */
export function dayKind(day: Day): DayKind {
  const isWeekend = weekdayOf(day) > 5;
  if (isWorkingDay(day)) return isWeekend ? 'make-up' : 'work';
  // The calendar names a day off by its weekday, or by the holiday in English and Chinese and its length.
  const isNamed = chineseDays.getDayDetail(day).name.includes(',');
  return isNamed || !isWeekend ? 'holiday' : 'rest';
}
