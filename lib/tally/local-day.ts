import type { Day } from './rows.ts';

/** Office hours by the local clock, [from, to): the usual eight to six of a Chinese office; an assumption. */
export const OFFICE_HOURS = { from: 8, to: 18 };

/**
 * The day that a time belongs to, by the local clock. A day starts at `startHour` (0 to 6) and lasts until the next one
 * starts: with 4, a message at 2:30 at night still belongs to the day before. What notices mean by "today" is another
 * thing, see lib/detect/calendar.ts. `time`: Unix ms; throws a RangeError when it is none.
 */
export function dayOf(time: number, startHour: number): Day {
  const date = new Date(time);
  const shift = shiftOf(date, startHour);
  return written(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + shift));
}

/** Unix ms at which the next day starts: later than `time`, and the first moment of another day. */
export function nextDayStart(time: number, startHour: number): number {
  const date = new Date(time);
  return startOf(date, shiftOf(date, startHour) + 1, startHour);
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

/** The day so many days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  return written(date.setUTCDate(date.getUTCDate() + days));
}

/** Every day from `from` to `to`, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * How many calendar days the day of a moment lies from its calendar date: 0 or -1, but where the clock is put forward
 * or back over the start of a day. Comparing starts instead of hours keeps days in order there too, and a day that a
 * country leaves out has no moment.
 */
function shiftOf(date: Date, startHour: number): number {
  const time = date.getTime();
  let shift = 0;
  while (startOf(date, shift, startHour) > time) shift -= 1;
  while (startOf(date, shift + 1, startHour) <= time) shift += 1;
  return shift;
}

/**
 * When the day starts that lies `shift` days from a calendar date. The first time that the clock shows the hour; where
 * it leaps over the hour, as much later.
 */
function startOf(date: Date, shift: number, startHour: number): number {
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return new Date(year, month, day + shift, startHour).getTime();
}

function written(utc: number): Day {
  return new Date(utc).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
