import type { Ledger } from './ledger.ts';
import type { Day } from './rows.ts';

/** The day of a fold, null on a closed day: it may be in the sums of that day already. */
export function openFold(ledger: Ledger, day: Day | null): Day | null {
  return day !== null && ledger.isClosed(day) ? null : day;
}

/** Of two folds of one message the first counts. */
export function earlierFold(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
