/** Days and times in China (UTC+8, no summer time). A day is a count of days since 1970-01-01. */

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;
const ZONE = 8 * 3_600_000;

/** The day in China at a Unix time in milliseconds. */
export function dayOf(time: number): number {
  return Math.floor((time + ZONE) / DAY_MS);
}

/** Unix milliseconds of a time of day (minutes after midnight, 1440 allowed). */
export function momentOf(day: number, minutes: number): number {
  return day * DAY_MS + minutes * 60_000 - ZONE;
}

/** Unix milliseconds of 23:59:59 on that day. */
export function endOfDay(day: number): number {
  return (day + 1) * DAY_MS - 1000 - ZONE;
}

/** Number of a calendar day, or null when there is no such day (31 April). */
export function dayNumber(year: number, month: number, date: number): number | null {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month))) return null;
  return daysBefore(year, month) + date;
}

/** Last day of a month; the month may be 0 or 13. */
export function lastDayOf(year: number, month: number): number {
  return daysBefore(year, month + 1);
}

/** Year, month (1–12) and date of a day. */
export function partsOf(day: number): { year: number; month: number; date: number } {
  let year = 1970 + Math.floor(day / 365.2425);
  if (day <= daysBefore(year, 1)) year--;
  else if (day > daysBefore(year + 1, 1)) year++;
  let month = 12;
  while (day <= daysBefore(year, month)) month--;
  return { year, month, date: day - daysBefore(year, month) };
}

/** Days from 1970-01-01 to the day before the first of a month (Gregorian; months count on past 12). */
function daysBefore(year: number, month: number): number {
  const since = month > 2 ? year : year - 1;
  const shifted = month > 2 ? month - 3 : month + 9;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + Math.floor((153 * shifted + 2) / 5) - 719_469;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
