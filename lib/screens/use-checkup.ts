import { useMemo, useState } from 'preact/hooks';
import type { CheckupPeriod, CheckupProps } from '../../components/report/checkup/CheckupScreen';
import type { Settings } from '../default-settings';
import { clustersOf, overlapMatrix } from '../tally/group-clusters';
import { readGroupFacts } from '../tally/group-query';
import { GROUP_THRESHOLDS } from '../tally/group-thresholds';
import { addDays } from '../tally/local-day';
import { reductionOf } from '../tally/reduction';
import { dormantLimit } from '../tally/suspect-silence';
import { groupLines } from './checkup-view';
import { failureWords } from './failure-words';
import { useCalmReading } from './use-calm-reading';
import { useDisposals } from './use-disposals';
import { useFirstNumbers } from './use-first-numbers';
import { useGroupNotes } from './use-group-notes';
import { useSettings } from './use-settings';
import { useToday } from './use-today';

const LENGTH: Record<CheckupPeriod, number> = { month: 30, quarter: 90, year: 365 };

/** Groups in the matrix at most: thirty names can still be read on a screen. */
const MATRIX_GROUPS = 30;

/** Everything that the check-up of the groups shows and does. */
export function useCheckup(loaded: Settings): CheckupProps {
  const { settings, change } = useSettings(loaded);
  const [period, setPeriod] = useState<CheckupPeriod>('quarter');
  const to = useToday(settings.dayStartHour);
  const from = addDays(to, 1 - LENGTH[period]);
  const dormantDays = dormantLimit(settings.dormantDays);
  const reading = useCalmReading(
    async () => ({
      linesOf: `${from} ${dormantDays}`,
      facts: await readGroupFacts({ from, to, dormantDays }),
    }),
    [from, to, dormantDays],
  );
  const inHand = useGroupNotes();
  const disposals = useDisposals(inHand);
  const facts = reading.value?.facts;
  const { notes } = inHand;
  const lines = useMemo(() => facts && notes && groupLines(facts, notes), [facts, notes]);
  useFirstNumbers(lines !== undefined);
  const clusters = useMemo(() => clustersOf(facts ?? []), [facts]);
  const reduction = useMemo(
    () => reductionOf((lines ?? []).map(({ facts: { notes } }) => notes?.disposal ?? null)),
    [lines],
  );
  const matrix = useMemo(() => overlapMatrix(facts ?? [], MATRIX_GROUPS), [facts]);
  const error = reading.error ?? inHand.error;
  return {
    ...{ lines, clusters, matrix, period, from, to, dormantDays },
    linesOf: reading.value?.linesOf ?? '',
    limits: GROUP_THRESHOLDS,
    failure: error === null ? null : failureWords(error),
    notesStates: inHand.states,
    onPeriod: setPeriod,
    onDormantDays: (days) => change({ dormantDays: days }),
    ...{ reduction, disposals },
    onNotes: (group, fields) => inHand.change([{ group, fields }]),
    onRetry: inHand.retry,
  };
}
