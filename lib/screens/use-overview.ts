import { useMemo, useRef } from 'preact/hooks';
import type { OverviewProps } from '../../components/report/overview-props';
import type { Settings } from '../default-settings';
import type { DayRange } from '../tally/periods';
import { burdenOf, firstDay } from '../tally/query';
import { repeatsOf } from '../tally/repeat-demands';
import { travelledFarthest } from '../tally/travelled';
import { copyCells } from './copy-cells';
import { failureWords } from './failure-words';
import { overviewOf } from './overview-view';
import { useAllNumbers, useFirstNumbers } from './page-marks';
import { useChanges } from './use-changes';
import { useCompare } from './use-compare';
import { usePeriodChoice } from './use-period-choice';
import { useReading } from './use-reading';
import { useSettings } from './use-settings';
import { useToday } from './use-today';

/** How many notices are named as having travelled furthest. */
const NAMED_NOTICES = 10;

/** Everything that the overview shows: the day sums first, and only then what takes longer. */
export function useOverview(loaded: Settings): OverviewProps {
  const { demandMinutes, pace, dayStartHour } = useSettings(loaded).settings;
  const own = useMemo(() => ({ demandMinutes, pace }), [demandMinutes, pace]);
  const period = usePeriodChoice(useToday(dayStartHour));
  const { range, grain } = period;
  const changes = useChanges();
  const sums = useReading(
    async () => ({ burden: await burdenOf(range.from, range.to), first: await firstDay() }),
    [range.from, range.to, changes],
  );
  const { burden, first = null } = sums.value ?? {};
  const shown = burden?.from === range.from && burden.to === range.to ? burden : undefined;
  const fresh = useMemo(
    () => shown && overviewOf(shown, grain, own, first),
    [shown, grain, own, first],
  );
  // What was shown stays until the new period is read, so that nothing jumps.
  const last = useRef(fresh);
  last.current = fresh ?? (burden && last.current);
  useFirstNumbers(last.current !== undefined);
  const isReady = shown !== undefined;
  const travelled = useLater(
    (isOver) => travelledFarthest(range, NAMED_NOTICES, undefined, isOver),
    range,
    isReady,
    changes,
  );
  const repeats = useLater(() => repeatsOf(range.from, range.to), range, isReady, changes);
  const compare = useCompare(range, shown, own, changes);
  useAllNumbers(Boolean(travelled.value && repeats.value && compare.comparison));
  const error = sums.error ?? travelled.error ?? repeats.error ?? compare.error;
  return {
    ...{ period, compare, travelled: travelled.value, repeats: repeats.value },
    view: last.current,
    failure: error === null ? null : failureWords(error),
    everCounted: first !== null,
    onCopy: copyCells,
  };
}

/** What takes longer to read of a range, once the first numbers are there; undefined while it is read. */
function useLater<T>(
  read: (isOver: () => boolean) => Promise<T>,
  { from, to }: DayRange,
  isReady: boolean,
  changes: number,
) {
  const inputs = [from, to, isReady, changes];
  const { value, error, ...reading } = useReading<T | undefined>(
    async (isOver) => (isReady ? read(isOver) : undefined),
    inputs,
  );
  const isCurrent = [0, 1].every((at) => reading.inputs[at] === inputs[at]);
  return { value: isCurrent ? value : undefined, error };
}
