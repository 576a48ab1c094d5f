import { addDays, daysBetween } from './local-day.ts';
import type { DayRange } from './periods.ts';
import type { Day, DayRow } from './rows.ts';
import { isWorkingDay } from './working-days.ts';

/** How far the figures of a period reach. Nothing keeps when counting was switched off: only what was counted is known. */
export type Coverage = {
  /** The first day of the whole tally with anything counted; null where there is none. */
  firstDay: Day | null;
  /** The last day that has begun; days of the period after it are still to come. */
  today: Day;
  /** Days of the period, and of the one before it, whose sums came back from a copy and are not counted on. */
  restored: number;
  restoredBefore: number;
  /** Days of the period of which imported chats told. */
  imported: number;
  /** Working days of the period, after counting began and before today, of which nothing was counted. */
  silent: number;
};

/** `rows`: day sums of the period, of every chat. */
export function silentDays(
  { from, to }: DayRange,
  rows: readonly DayRow[],
  { firstDay, today }: Pick<Coverage, 'firstDay' | 'today'>,
): number {
  if (firstDay === null) return 0;
  const counted = new Set(rows.map(({ day }) => day));
  const start = from < firstDay ? firstDay : from;
  const end = to < today ? to : addDays(today, -1);
  return daysBetween(start, end).filter((day) => isWorkingDay(day) && !counted.has(day)).length;
}
