export const DAY_MS = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;

/** A day by the calendar of China. */
export type Day = { year: number; month: number; day: number; weekday: number };

/** Number of the day (China's time) that holds this moment. */
export function dayNumber(time: number): number {
  return Math.floor((time + CHINA_OFFSET) / DAY_MS);
}

/** First moment of a day. */
export function startOfDay(number: number): number {
  return number * DAY_MS - CHINA_OFFSET;
}

/** Year, month, day and weekday (1 Monday to 7 Sunday) of a day number. */
export function calendarDay(number: number): Day {
  const date = new Date(number * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}

/** Number of the Sunday that ends the week of this day. */
export function endOfWeek(number: number): number {
  return number + 7 - calendarDay(number).weekday;
}

/** Number of the last day of this day's month. */
export function endOfMonth(number: number): number {
  const { year, month } = calendarDay(number);
  return Date.UTC(year, month, 0) / DAY_MS;
}
