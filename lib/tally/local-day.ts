import type { Day } from './rows.ts';

/** Office hours by the local clock, [from, to): the usual eight to six of a Chinese office; an assumption. */
export const OFFICE_HOURS = { from: 8, to: 18 };

/** The local calendar day of a Unix time in ms. */
export function dayOf(time: number): Day {
  const date = new Date(time);
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** True when the local clock is outside office hours. Says nothing of the day of the week. */
export function isLate(time: number): boolean {
  const hour = hourOf(time);
  return hour < OFFICE_HOURS.from || hour >= OFFICE_HOURS.to;
}

/** The hour of the local clock, 0 to 23. */
export function hourOf(time: number): number {
  return new Date(time).getHours();
}

/** Unix ms of the next local midnight after a time; a day of 23 or 25 hours is no matter. */
export function nextMidnight(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** The day so many days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Every day from `from` to `to`, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
