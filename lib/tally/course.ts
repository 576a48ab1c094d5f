import type { Burden, DayBurden } from './burden.ts';
import { addCounts, noCounts } from './counts.ts';
import { type DayRange, divide, type Grain } from './periods.ts';
import type { Counts } from './rows.ts';
import { type Minutes, minutesOf, NO_OWN_VALUES, type OwnValues, scoreOf } from './score.ts';
import { isWorkingDay, offHoursOf } from './working-days.ts';

/** What one day, week or month of a period cost. */
export type Stretch = DayRange & {
  counts: Counts;
  minutes: Minutes;
  /** From the minutes and working days of this stretch alone; 0 to 100. */
  score: number;
  workingDays: number;
};

/** The course of a period by day, week or month. `own`: the user's own values. */
export function courseOf(burden: Burden, grain: Grain, own: OwnValues = NO_OWN_VALUES): Stretch[] {
  const { series } = burden;
  let at = 0;
  return divide(burden, grain).map((range) => {
    const counts = noCounts();
    let workingDays = 0;
    for (; at < series.length; at++) {
      const entry = series[at];
      if (!entry || entry.day > range.to) break;
      addCounts(counts, entry.counts);
      if (isWorkingDay(entry.day)) workingDays += 1;
    }
    const minutes = minutesOf(counts, own);
    return { ...range, counts, minutes, score: scoreOf(minutes.total, workingDays), workingDays };
  });
}

/** Messages of others outside office hours in these days. */
export function offHoursIn(series: readonly DayBurden[]): number {
  return series.reduce((sum, { day, counts }) => sum + offHoursOf(day, counts), 0);
}

/** Share of the messages of others that came outside office hours, 0 to 1; null where there were none. */
export function offHoursShare({ series, totals }: Burden): number | null {
  const others = totals.messages - totals.own;
  return others > 0 ? offHoursIn(series) / others : null;
}
