import type { DayBurden } from './burden.ts';
import { addDays } from './local-day.ts';
import type { Day } from './rows.ts';

/** Meetings and inspections asked for in a week from Monday to Sunday. */
export type WorkWeek = {
  monday: Day;
  /** As ISO 8601 numbers it: "2026-W45". */
  week: string;
  /** How many days of the week are counted: fewer than seven in a first and a last week. */
  days: number;
  meetings: number;
  inspections: number;
};

/** What the days of a series come to by week, in order. From the day sums: demands count once a notice. */
export function workByWeek(series: readonly DayBurden[]): WorkWeek[] {
  const weeks = new Map<Day, WorkWeek>();
  for (const { day, counts } of series) {
    const monday = mondayOf(day);
    const fresh = { monday, week: weekOf(monday), days: 0, meetings: 0, inspections: 0 };
    const week = weeks.get(monday) ?? fresh;
    weeks.set(monday, week);
    week.days += 1;
    week.meetings += counts.demands.meeting ?? 0;
    week.inspections += counts.demands.inspection ?? 0;
  }
  return [...weeks.values()].sort((one, other) => (one.monday < other.monday ? -1 : 1));
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
