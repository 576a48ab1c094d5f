import { liveQuery, type Subscription } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { DigestEntry } from '../tally/digest';
import { daysBetween } from '../tally/local-day';
import { looseAsks } from '../tally/loose-asks';
import type { Day } from '../tally/rows';
import { calmly } from './calm-query';
import type { Live } from './watch-live';

/** Later than any day: a clock that is ahead must not hide a request. */
const END = '9999-12-31';

/** Between two readings of a day: of today there may be thousands of messages. */
const PAUSE_MS = 1_000;

/**
 * The requests of these days that are no notices, followed day by day: a message that comes in has its own day read
 * again and no other, at most once a second. The days are read one after the other, today's first, so that the background can write between.
 */
export function useLooseAsks(from: Day, today: Day): Live<DigestEntry[]> {
  const [live, setLive] = useState<Live<DigestEntry[]>>({ value: undefined, error: null });
  useEffect(() => {
    const days = daysBetween(from, today).reverse();
    const byDay = new Map<Day, DigestEntry[]>();
    const subscriptions: Subscription[] = [];
    const follow = (day: Day | undefined) => {
      if (day === undefined) return;
      const read = calmly(() => looseAsks(day, day === today ? END : day), PAUSE_MS);
      const subscription = liveQuery(read).subscribe({
        next(asks) {
          const isFirst = !byDay.has(day);
          byDay.set(day, asks);
          if (byDay.size === days.length) {
            setLive({ value: [...byDay.values()].flat(), error: null });
          }
          if (isFirst) follow(days[byDay.size]);
        },
        error(error: unknown) {
          console.error(error);
          setLive({ value: undefined, error });
        },
      });
      subscriptions.push(subscription);
    };
    follow(days[0]);
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [from, today]);
  return live;
}
