import { partsOf } from './calendar.ts';

/** What a name says of time. Months count from 1; a week is told by its Monday. */
export type Told = {
  year?: number;
  month?: number;
  toMonth?: number;
  date?: number;
  third?: string;
  quarter?: number;
  half?: number;
  monday?: number;
  day?: number;
  /** The school year "2025-2026". */
  schoolYear?: string;
  term?: string;
  issue?: string;
};

/**
 * A period in words that sort and compare: see `DemandObject.period`. `today` is the day of the message, by which a
 * month without its year is told.
 */
export function periodOf(told: Told, today: number): string | null {
  const part = calendarPart(told, today);
  const parts = [
    told.schoolYear,
    told.term,
    part,
    told.issue === undefined ? undefined : `#${told.issue}`,
  ];
  const known = parts.filter((each) => each !== undefined);
  return known.length === 0 ? null : known.join(' ');
}

function calendarPart(told: Told, today: number): string | undefined {
  const { month, toMonth, date, third, quarter, half, monday, day } = told;
  if (day !== undefined) return dayText(day);
  if (monday !== undefined) return weekText(monday);
  if (month !== undefined) {
    const year = told.year ?? yearNear(today, toMonth ?? month);
    const text = `${year}-${two(month)}`;
    if (date !== undefined) return `${text}-${two(date)}`;
    if (toMonth !== undefined) return `${text}..${two(toMonth)}`;
    return third === undefined ? text : `${text}-${THIRDS[third] ?? third}`;
  }
  if (quarter !== undefined) return `${told.year ?? yearNear(today, quarter * 3)}-Q${quarter}`;
  if (half !== undefined) return `${told.year ?? yearNear(today, half * 6)}-H${half}`;
  if (told.year === undefined || goesWithoutSaying(told.year, today)) return undefined;
  return String(told.year);
}

const THIRDS: Record<string, string> = { 上: 'early', 中: 'middle', 下: 'late' };

/** "2026年" says nothing in the middle of 2026; about the turn of the year it does. */
function goesWithoutSaying(year: number, today: number): boolean {
  const now = partsOf(today);
  return year === now.year && now.month > 1 && now.month < 12;
}

/** Papers tell of what was, plans of the next months. */
const MONTHS_AHEAD = 2;

/** The year of a month that is named without one. */
function yearNear(today: number, month: number): number {
  const now = partsOf(today);
  const ahead = (month - now.month + 12) % 12;
  const at = now.month + (ahead <= MONTHS_AHEAD ? ahead : ahead - 12);
  return now.year + Math.floor((at - 1) / 12);
}

/** "2026-11-05" */
export function dayText(day: number): string {
  const { year, month, date } = partsOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** The week of a Monday, as ISO 8601 numbers it: it belongs to the year of its Thursday. */
function weekText(monday: number): string {
  const { year } = partsOf(monday + 3);
  let first = monday;
  while (partsOf(first - 4).year === year) first -= 7;
  return `${year}-W${two((monday - first) / 7 + 1)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
