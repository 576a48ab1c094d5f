import type { DayBurden } from './burden.ts';
import { type DayKind, dayKind } from './day-kind.ts';
import { OFFICE_HOURS, weekdayOf } from './local-day.ts';

/** Hours of a day. */
export const HOURS = 24;

/**
 * Days of one sort: a weekday from 1 (Monday) to 7 (Sunday) as it usually is, public holidays, or days on which one
 * makes up for a holiday. Each day is in one row only.
 */
export type HourRow = {
  sort: number | Exclude<DayKind, 'work' | 'rest'>;
  /** Days of this sort in the period. */
  days: number;
  /** Messages of others by hour of the local clock, 24 entries. */
  hours: number[];
};

export type HourMap = {
  rows: HourRow[];
  /** Messages of others of which the hour was not kept. */
  unknown: number;
  /** Office hours of a working day, [from, to). */
  office: { from: number; to: number };
};

/** When messages of others came, by sort of day and hour. Holidays and make-up days have a row only where there were any. */
export function hourMapOf(series: readonly DayBurden[]): HourMap {
  const rows = new Map<HourRow['sort'], HourRow>();
  for (const sort of [1, 2, 3, 4, 5, 6, 7, 'holiday', 'make-up'] as const) {
    rows.set(sort, { sort, days: 0, hours: new Array<number>(HOURS).fill(0) });
  }
  let unknown = 0;
  for (const { day, counts } of series) {
    const row = rows.get(sortOf(day));
    if (!row) continue;
    row.days += 1;
    let known = 0;
    for (const [hour, count = 0] of Object.entries(counts.hours)) {
      row.hours[Number(hour)] = (row.hours[Number(hour)] ?? 0) + count;
      known += count;
    }
    unknown += Math.max(0, counts.messages - counts.own - known);
  }
  const isShown = ({ sort, days }: HourRow) => typeof sort === 'number' || days > 0;
  return { rows: [...rows.values()].filter(isShown), unknown, office: OFFICE_HOURS };
}

function sortOf(day: string): HourRow['sort'] {
  const kind = dayKind(day);
  return kind === 'holiday' || kind === 'make-up' ? kind : weekdayOf(day);
}
