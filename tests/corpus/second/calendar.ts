/** Days as people in China count them: eight hours before Greenwich, weeks from Monday. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const CHINA = 8 * HOUR;

export type DayOfYear = { year: number; month: number; day: number; weekday: number };

/** The day that `time` falls on; weekday 1 is Monday, 7 Sunday. */
export function dayOf(time: number): DayOfYear {
  const there = new Date(time + CHINA);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    weekday: there.getUTCDay() || 7,
  };
}

/** Midnight at the start of the day of `time`. */
export function startOfDay(time: number): number {
  return Math.floor((time + CHINA) / DAY) * DAY - CHINA;
}

/** Midnight at the end of the Sunday of the week of `time`. */
export function endOfWeek(time: number): number {
  return startOfDay(time) + (8 - dayOf(time).weekday) * DAY;
}

/** "2026-03-05". */
export function isoDay(time: number): string {
  return new Date(time + CHINA).toISOString().slice(0, 10);
}

const DIGITS = '〇一二三四五六七八九';

/** A whole number below 100 as it is read out: 12 → 十二. */
export function inHan(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
