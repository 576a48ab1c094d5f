import { momentOf, momentText, partsOf } from '../../lib/detect/calendar';
import type { Fact } from '../../lib/detect/fact';
import { findFacts } from '../../lib/detect/facts';
import { normalize } from '../../lib/detect/normalize';
import { MONDAY } from './fixtures';

/** Facts of a text as it is read, sent on Monday 2 November 2026 unless said otherwise. */
export function factsIn(text: string, time = MONDAY): Fact[] {
  return findFacts(normalize(text).body, time);
}

/** Days that a text states: "11-05", or "?" where one is not resolved. */
export function daysIn(text: string, time = MONDAY): string[] {
  return factsIn(text, time)
    .filter(({ kind }) => kind === 'date')
    .map(({ day }) => {
      if (day === undefined) return '?';
      const { year, month, date } = partsOf(day);
      const short = `${two(month)}-${two(date)}`;
      return year === 2026 ? short : `${year}-${short}`;
    });
}

/** Times that a text states: "14:30", "07:00?" where its half of the day is not certain. */
export function timesIn(text: string): string[] {
  return factsIn(text)
    .filter(({ kind, value }) => kind === 'time' && value.startsWith('at '))
    .map(({ minutes = 0, unsure }) => `${clock(minutes)}${unsure ? '?' : ''}`);
}

/** Values of the numbers, or of another kind, that a text states. */
export function valuesIn(text: string, kind: Fact['kind'] = 'number'): string[] {
  return factsIn(text)
    .filter((fact) => fact.kind === kind)
    .map(({ value }) => value.slice(value.indexOf(' ') + 1));
}

function clock(minutes: number): string {
  return minutes === 1440 ? '24:00' : momentText(momentOf(0, minutes)).slice(11, 16);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
