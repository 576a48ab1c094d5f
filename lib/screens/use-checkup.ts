import { useMemo, useState } from 'preact/hooks';
import type { CheckupPeriod, CheckupProps } from '../../components/report/checkup/CheckupScreen';
import type { Settings } from '../default-settings';
import { breath } from '../tally/breath';
import { clustersOf, overlapMatrix } from '../tally/group-clusters';
import { type GroupFacts, type GroupPeriod, groupFigures } from '../tally/group-facts';
import { readGroupFacts } from '../tally/group-query';
import { GROUP_THRESHOLDS } from '../tally/group-thresholds';
import { addDays } from '../tally/local-day';
import { reductionOf } from '../tally/reduction';
import { dormantLimit } from '../tally/suspect-silence';
import { groupLines } from './checkup-view';
import { failureWords } from './failure-words';
import { useAllNumbers, useFirstNumbers } from './page-marks';
import { useCalmReading } from './use-calm-reading';
import { useDisposals } from './use-disposals';
import { useGroupNotes } from './use-group-notes';
import { useSettings } from './use-settings';
import { useToday } from './use-today';

const LENGTH: Record<CheckupPeriod, number> = { month: 30, quarter: 90, year: 365 };

/** Ms that a reading may take before the sums are shown alone: a table that is made twice flickers. */
const PATIENCE_MS = 100;

/** Groups in the matrix at most: thirty names can still be read on a screen. */
const MATRIX_GROUPS = 30;

/** `isWhole`: false while what groups have in common, and with it what they are suspected of, is still to come. */
type Checked = { linesOf: string; facts: GroupFacts[]; isWhole: boolean };

/** The check-up of a period. The sums are told early where all of it takes so long that the reader would look at nothing. */
async function checked(period: GroupPeriod, early: (part: Checked) => void): Promise<Checked> {
  const linesOf = `${period.from} ${period.dormantDays}`;
  const begun = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const facts = await readGroupFacts(period, undefined, (sums) => {
      const tell = () => {
        const figures = groupFigures(sums, period);
        early({ linesOf: `${linesOf} in part`, facts: figures, isWhole: false });
      };
      timer = setTimeout(tell, begun + PATIENCE_MS - performance.now());
    });
    // Reckoning and drawing in one task would hold the page for more than a tenth of a second.
    await breath();
    return { linesOf, facts, isWhole: true };
  } finally {
    clearTimeout(timer);
  }
}

/** Everything that the check-up of the groups shows and does. */
export function useCheckup(loaded: Settings): CheckupProps {
  const { settings, change } = useSettings(loaded);
  const [period, setPeriod] = useState<CheckupPeriod>('quarter');
  const to = useToday(settings.dayStartHour);
  const from = addDays(to, 1 - LENGTH[period]);
  const dormantDays = dormantLimit(settings.dormantDays);
  const reading = useCalmReading(
    (early: (part: Checked) => void) => checked({ from, to, dormantDays }, early),
    [from, to, dormantDays],
  );
  const inHand = useGroupNotes();
  const disposals = useDisposals(inHand);
  const { facts, isWhole = false, linesOf = '' } = reading.value ?? {};
  const { notes } = inHand;
  const lines = useMemo(() => facts && notes && groupLines(facts, notes, isWhole), [facts, notes]);
  useFirstNumbers(lines !== undefined);
  useAllNumbers(lines !== undefined && isWhole);
  const clusters = useMemo(() => clustersOf(facts ?? []), [facts]);
  const reduction = useMemo(
    () => reductionOf((lines ?? []).map(({ facts: { notes } }) => notes?.disposal ?? null)),
    [lines],
  );
  const matrix = useMemo(() => overlapMatrix(facts ?? [], MATRIX_GROUPS), [facts]);
  const error = reading.error ?? inHand.error;
  return {
    ...{ lines, linesOf, isWhole, clusters, matrix, period, from, to, dormantDays },
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
