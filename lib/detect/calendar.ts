/** Days and times in China (UTC+8, no summer time). A day is a count of days since 1970-01-01. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
const DAY = DAY_MS;
const ZONE = 8 * 3_600_000;

/** The day in China at a Unix time in milliseconds. */
export function dayOf(time: number): number {
  return Math.floor((time + ZONE) / DAY);
}

/** Unix milliseconds of a time of day (minutes after midnight, 1440 allowed). */
export function momentOf(day: number, minutes: number): number {
  return day * DAY + minutes * 60_000 - ZONE;
}

/** Unix milliseconds of 23:59:59 on that day. */
export function endOfDay(day: number): number {
  return (day + 1) * DAY - 1000 - ZONE;
}

/** Number of a calendar day, or null when there is no such day (31 April). */
export function dayNumber(year: number, month: number, date: number): number | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const moment = new Date(Date.UTC(year, month - 1, date));
  if (moment.getUTCMonth() !== month - 1) return null;
  return Math.floor(moment.getTime() / DAY);
}

/** Year, month (1–12) and date of a day. */
export function partsOf(day: number): { year: number; month: number; date: number } {
  const moment = new Date(day * DAY);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
  };
}

/** Monday is 0, Sunday is 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** "11月5日" */
export function spoken(day: number): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
}

/** "2026-11-05T17:00:00+08:00": a Unix time in milliseconds as a clock in China shows it. */
export function momentText(moment: number): string {
  return new Date(moment + ZONE).toISOString().replace(/\.\d{3}Z$/, '+08:00');
}
