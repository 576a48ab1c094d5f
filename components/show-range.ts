import type { Grain } from '../lib/tally/periods';
import { language, showDay } from './show-amount';

/** A month as "2026年3月" or "Mar 2026", or without its year. Takes any day in it. */
export function showMonth(day: string, withYear = true): string {
  return formatted(day, withYear ? { year: 'numeric', month: 'short' } : { month: 'short' });
}

/** A day with its year: "2026年3月9日" or "9 Mar 2026". */
export function showFullDay(day: string): string {
  return formatted(day, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** Weekday from 1 (Monday) to 7, as "周一" or "Mon". */
export function showWeekday(weekday: number): string {
  // 5 January 2026 is a Monday.
  return formatted(`2026-01-${String(weekday + 4).padStart(2, '0')}`, { weekday: 'short' });
}

/** A range of days with years; one day alone stands alone. */
export function showRange({ from, to }: { from: string; to: string }): string {
  return from === to ? showFullDay(from) : `${showFullDay(from)} – ${showFullDay(to)}`;
}

/** A day, week or month of a period, as short as an axis or a table needs it. */
export function showStretch(stretch: { from: string; to: string }, grain: Grain): string {
  if (grain === 'month') return showMonth(stretch.from);
  if (stretch.from === stretch.to) return showDay(stretch.from);
  return `${showDay(stretch.from)} – ${showDay(stretch.to)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(day: string, options: Intl.DateTimeFormatOptions): string {
  const name = language() + JSON.stringify(options);
  const format =
    formats.get(name) ?? new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' });
  formats.set(name, format);
  return format.format(new Date(`${day}T12:00:00Z`));
}
