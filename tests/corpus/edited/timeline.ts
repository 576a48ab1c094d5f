import type { Random } from '../planted/random.ts';
import { DAY_MS, dayNumber, startOfDay } from './calendar.ts';

const MINUTE_MS = 60_000;
const FIRST_HOUR = 7.5 * 60 * MINUTE_MS;
const LAST_HOUR = 22 * 60 * MINUTE_MS;
const START = Date.UTC(2026, 2, 1);
/** Streams begin on different days, so that no rule is tried on one month alone. */
const START_SPREAD_DAYS = 300;
const MEAN_GAP_MS = 70_000;

/** When messages are posted: one after the other, by day. */
export type Timeline = { next(): number; soon(): number };

/** A clock that only goes forward and skips the nights. */
export function createTimeline(random: Random): Timeline {
  let now = startOfDay(dayNumber(START) + random.whole(0, START_SPREAD_DAYS)) + FIRST_HOUR;
  const advance = (by: number): number => {
    now += Math.max(1000, Math.round(by));
    const today = startOfDay(dayNumber(now));
    if (now > today + LAST_HOUR)
      now = today + DAY_MS + FIRST_HOUR + random.whole(0, 30) * MINUTE_MS;
    return now;
  };
  return {
    next: () => advance(-Math.log(1 - random.next()) * MEAN_GAP_MS),
    soon: () => advance(random.whole(4, 40) * 1000),
  };
}
