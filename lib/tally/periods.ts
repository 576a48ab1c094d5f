import { addDays, daysBetween, weekdayOf } from './local-day.ts';
import type { Day } from './rows.ts';

/** Both days are included. */
export type DayRange = { from: Day; to: Day };

/** A unit of the calendar that a period can be. Weeks begin on Monday. */
export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/** How finely a period is divided. */
export type Grain = 'day' | 'week' | 'month';

/** Most days that are told apart by themselves, and most that are told apart by week. */
const MOST_BY_DAY = 31;
const MOST_BY_WEEK = 190;

/** Longest range that is read, in days: what a year-by-year view needs, and no typing slip of centuries. */
export const LONGEST_RANGE = 3_700;

/** The unit that holds `today`, or one so many units earlier; never beyond `today`, because those days are still to come. */
export function periodOf(unit: PeriodUnit, today: Day, back = 0): DayRange {
  const start = firstOf(unit, today);
  const from = firstOf(unit, shifted(unit, start, -back));
  const to = addDays(shifted(unit, from, 1), -1);
  return { from, to: to > today ? today : to };
}

/** As many days as the range has, right before it. */
export function rangeBefore({ from, to }: DayRange): DayRange {
  const end = addDays(from, -1);
  return { from: addDays(end, 1 - lengthOf({ from, to })), to: end };
}

/** Days in a range; 0 or less where it ends before it begins. */
export function lengthOf({ from, to }: DayRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** True for two real days in order, no further apart than is read. */
export function isRange({ from, to }: DayRange): boolean {
  if (!isDay(from) || !isDay(to)) return false;
  const length = lengthOf({ from, to });
  return length >= 1 && length <= LONGEST_RANGE;
}

/** The grain at which a period shows its course without crowding. */
export function grainFor(range: DayRange): Grain {
  const length = lengthOf(range);
  if (length <= MOST_BY_DAY) return 'day';
  return length <= MOST_BY_WEEK ? 'week' : 'month';
}

/** The days, weeks or months that a range touches, in order; the first and last are cut at its ends. */
export function divide({ from, to }: DayRange, grain: Grain): DayRange[] {
  if (grain === 'day') return daysBetween(from, to).map((day) => ({ from: day, to: day }));
  const parts: DayRange[] = [];
  for (let start = from; start <= to; ) {
    const next = shifted(grain, firstOf(grain, start), 1);
    const end = addDays(next, -1);
    parts.push({ from: start, to: end > to ? to : end });
    start = next;
  }
  return parts;
}

function isDay(day: Day): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T12:00:00Z`);
  // A day such as 30 February is no day; some engines take it for one in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function firstOf(unit: PeriodUnit, day: Day): Day {
  if (unit === 'week') return addDays(day, 1 - weekdayOf(day));
  const [year = '', month = ''] = day.split('-');
  if (unit === 'year') return `${year}-01-01`;
  if (unit === 'month') return `${year}-${month}-01`;
  return monthStart(Number(year), Math.floor((Number(month) - 1) / 3) * 3);
}

/** The first day of a unit so many units later. */
function shifted(unit: PeriodUnit, first: Day, by: number): Day {
  if (unit === 'week') return addDays(first, 7 * by);
  const months = { month: 1, quarter: 3, year: 12 }[unit] * by;
  return monthStart(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + months);
}

/** `month` from 0; beyond 11 or below 0 it counts into other years. */
function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1, 12)).toISOString().slice(0, 10);
}
