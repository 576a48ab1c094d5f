import { type RepeatDemand, repeatsOf } from '../tally/repeat-demands';
import type { Day } from '../tally/rows';
import { type Live, useLive } from './use-live';

/** What was asked for again from `from` to `to`, both included, and again whenever the tally changes. */
export function useRepeats(from: Day, to: Day): Live<RepeatDemand[]> {
  return useLive(() => repeatsOf(from, to), [from, to]);
}
