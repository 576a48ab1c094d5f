import type { Random } from '../planted/random.ts';
import { DAY, HOUR } from './calendar.ts';

/** Monday 2 March 2026, 00:00 in China. */
const FIRST_MONDAY = Date.UTC(2026, 2, 2) - 8 * HOUR;

/**
 * When messages are posted, in order: some 800 a day between half past eight and half past nine in
 * the evening, so that a day is the same day in China and in Greenwich. Seeds begin in other weeks.
 */
export function makeSchedule(random: Random, seed: number, count: number): number[] {
  const first = FIRST_MONDAY + (seed % 30) * 7 * DAY;
  const times: number[] = [];
  for (let day = 0; times.length < count; day++) {
    const today = random.whole(650, 950);
    const opening = first + day * DAY + 8.5 * HOUR;
    for (let at = 0; at < today; at++) times.push(opening + Math.floor(random.next() * 13 * HOUR));
  }
  return times.sort((one, other) => one - other).slice(0, count);
}
