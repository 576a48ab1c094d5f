import { addDays, daysBetween } from './local-day.ts';
import { dayRows, readingDb } from './query.ts';
import type { Day } from './rows.ts';

/** Meetings and inspections asked for in a week from Monday to Sunday. */
export type WorkWeek = {
  monday: Day;
  /** As ISO 8601 numbers it: "2026-W45". */
  week: string;
  meetings: number;
  inspections: number;
};

/**
 * The weeks that hold a day from `from` to `to`, in order, each with all its days, so that a first and a last week are
 * no half weeks; those of before and after a date can be compared. From the day sums: demands count once a notice.
 */
export async function workByWeek(from: Day, to: Day, db = readingDb()): Promise<WorkWeek[]> {
  const begin = mondayOf(from);
  const end = addDays(mondayOf(to), 6);
  const weeks = new Map<Day, WorkWeek>();
  for (const day of daysBetween(begin, end)) {
    if (mondayOf(day) === day) {
      weeks.set(day, { monday: day, week: weekOf(day), meetings: 0, inspections: 0 });
    }
  }
  for (const { day, demands } of await dayRows(begin, end, db)) {
    const week = weeks.get(mondayOf(day));
    if (!week) continue;
    week.meetings += demands.meeting ?? 0;
    week.inspections += demands.inspection ?? 0;
  }
  return [...weeks.values()];
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** A week belongs to the year of its Thursday. */
function weekOf(monday: Day): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const first = new Date(`${year}-01-01T12:00:00Z`).getTime();
  const days = (new Date(`${thursday}T12:00:00Z`).getTime() - first) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
