import { useRef, useState } from 'preact/hooks';
import type { CompareView } from '../../components/report/overview-props';
import type { Burden } from '../tally/burden';
import { compare } from '../tally/comparison';
import { type DayRange, isRange, rangeBefore } from '../tally/periods';
import { burdenOf } from '../tally/query';
import type { OwnValues } from '../tally/score';
import { useReading } from './use-reading';

/**
 * Two periods side by side: at first the one that is shown and the days right before it.
 * `shown`: what was read already; nothing is read before it is there. `changes`: rises when the tally has changed.
 */
export function useCompare(
  range: DayRange,
  shown: Burden | undefined,
  own: OwnValues,
  changes: number,
): CompareView & { error: unknown } {
  const [chosen, setChosen] = useState<{ before: DayRange; after: DayRange } | null>(null);
  const { before, after } = chosen ?? { before: rangeBefore(range), after: range };
  const inputs = [before.from, before.to, after.from, after.to, shown, changes];
  const read = async () => {
    if (!shown) return undefined;
    const burdens = [await burdenIn(before, shown), await burdenIn(after, shown)] as const;
    return burdens;
  };
  const reading = useReading(read, inputs);
  const isCurrent = inputs.slice(0, 4).every((input, at) => input === reading.inputs[at]);
  // What was compared stays until the next is there, so that nothing jumps.
  const last = useRef(reading.value);
  last.current = reading.value ?? last.current;
  const burdens = last.current;
  return {
    ...{ before, after, error: reading.error },
    comparison: burdens && compare(...burdens, own),
    isReading: reading.error === null && !(isCurrent && reading.value),
    overlap: before.from <= after.to && after.from <= before.to,
    onRanges: (ranges) => {
      if (isRange(ranges.before) && isRange(ranges.after)) setChosen(ranges);
    },
  };
}

async function burdenIn({ from, to }: DayRange, shown: Burden): Promise<Burden> {
  return from === shown.from && to === shown.to ? shown : burdenOf(from, to);
}
