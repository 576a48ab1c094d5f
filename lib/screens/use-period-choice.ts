import { useState } from 'preact/hooks';
import type { PeriodChoice } from '../../components/report/overview-props';
import { type DayRange, type Grain, grainFor, isRange, lengthOf, periodOf } from '../tally/periods';
import type { Day } from '../tally/rows';

/** Most days that can be told apart one by one, and most by week: more bars than that cannot be told apart. */
const MOST_DAYS = 190;
const MOST_WEEKS = 1_100;

type Chosen = { unit: PeriodChoice['unit']; back: number; own: DayRange; grain: Grain | null };

/** Which period the reader looks at: this month at first. */
export function usePeriodChoice(today: Day): PeriodChoice {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    unit: 'month',
    back: 0,
    own: periodOf('month', today),
    grain: null,
  }));
  const { unit, back, own } = chosen;
  const range = unit === 'range' ? own : periodOf(unit, today, back);
  const grains = grainsOf(range);
  const grain = grains.find((each) => each === chosen.grain) ?? grainFor(range);
  return {
    ...{ unit, range, today, grain, grains, isRange },
    canGoOn: back > 0,
    // One's own range begins with the days that were shown.
    onUnit: (next) => setChosen({ unit: next, back: 0, own: range, grain: null }),
    onStep: (by) => setChosen({ ...chosen, back: Math.max(0, back - by) }),
    onRange: (next) => {
      if (isRange(next)) setChosen({ ...chosen, own: next, grain: null });
    },
    onGrain: (next) => setChosen({ ...chosen, grain: next }),
  };
}

function grainsOf(range: DayRange): Grain[] {
  const length = lengthOf(range);
  const fits: [Grain, boolean][] = [
    ['day', length <= MOST_DAYS],
    ['week', length <= MOST_WEEKS],
    ['month', true],
  ];
  return fits.filter(([, isFit]) => isFit).map(([grain]) => grain);
}
