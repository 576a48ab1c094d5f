/** A time bar may run ahead of the clock by this much before it is taken for yesterday's, ms. */
const AHEAD = 5 * 60 * 1000;

/** "9:02" on the page → Unix ms: the last time that the clock showed it. Null when it is no time. */
export function timeOfClock(clock: string, now: number): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (!match) return null;
  const date = new Date(now);
  date.setHours(Number(match[1]), Number(match[2]), 0, 0);
  // A day back by the calendar, not by 24 hours: a night may have 23 or 25.
  if (date.getTime() > now + AHEAD) date.setDate(date.getDate() - 1);
  return date.getTime();
}
