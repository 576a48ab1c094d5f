import { addCounts, noCounts } from '../tally/counts.ts';
import { groupId } from '../tally/group-notes.ts';
import { daysBetween } from '../tally/local-day.ts';
import type { Counts, Day, DayRow } from '../tally/rows.ts';
import { minutesOf, type OwnValues, scoreOf } from '../tally/score.ts';
import { offHoursOf, workingDaysBetween } from '../tally/working-days.ts';

/** The figures of a period. */
export type PeriodFigures = {
  days: number;
  workingDays: number;
  groups: number;
  offHours: number;
  demands: number;
  minutes: number;
  score: number;
  counts: Counts;
};

/** What these day sums come to. */
export function figuresOf(
  rows: readonly DayRow[],
  from: Day,
  to: Day,
  own: OwnValues,
): PeriodFigures {
  const counts = noCounts();
  const groups = new Set<string>();
  let offHours = 0;
  for (const row of rows) {
    addCounts(counts, row);
    offHours += offHoursOf(row.day, row);
    if (row.messages > 0) groups.add(groupId(row));
  }
  const workingDays = workingDaysBetween(from, to);
  const minutes = minutesOf(counts, own).total;
  return {
    days: daysBetween(from, to).length,
    workingDays,
    groups: groups.size,
    offHours,
    demands: Object.values(counts.demands).reduce((sum, count) => sum + count, 0),
    minutes,
    score: scoreOf(minutes, workingDays),
    counts,
  };
}
