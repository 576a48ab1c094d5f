// What the popup follows in the tally. Loaded behind its first figures: Dexie alone is half of what the popup would read.
import { daySums, firstDay } from '../tally/query';
import type { Day } from '../tally/rows';
import { daysRead, type PeriodSums } from './period-view';
import { type Live, watchLive } from './watch-live';

/** Tells the sums of a period that ends `today`, and again whenever they change. Returns the function that ends it. */
export function watchPeriod(
  of: Pick<PeriodSums, 'period' | 'today'>,
  tell: (live: Live<PeriodSums>) => void,
  known?: PeriodSums,
): () => void {
  const read = async () => ({ ...of, ...(await daySums(daysRead(of.period, of.today))) });
  return watchLive(read, tell, known);
}

/** Tells the first day with anything counted, null before there is one. Returns the function that ends it. */
export function watchFirstDay(tell: (live: Live<Day | null>) => void): () => void {
  return watchLive(() => firstDay(), tell);
}
