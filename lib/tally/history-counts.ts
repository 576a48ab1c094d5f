import { addHour, type Contributions, countsAt, type Place } from './counts.ts';
import type { HistoryEntry } from './history-rows.ts';

/** Adds `times` × what an entry costs that is counted in its packed row; the same as a message's row would cost. */
export function countEntry(
  contributions: Contributions,
  place: Place,
  { counted, own, late, hour, isReply }: HistoryEntry,
  times = 1,
): void {
  if (counted !== 'here') return;
  const counts = countsAt(contributions, place);
  counts.messages += times;
  if (own) {
    counts.own += times;
    return;
  }
  if (late) counts.late += times;
  addHour(counts, hour, times);
  if (isReply) counts.replies += times;
}
