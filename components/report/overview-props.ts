import type { Comparison } from '../../lib/tally/comparison';
import type { Stretch } from '../../lib/tally/course';
import type { DayKind } from '../../lib/tally/day-kind';
import type { HourMap } from '../../lib/tally/hour-map';
import type { DayRange, Grain, PeriodUnit } from '../../lib/tally/periods';
import type { RepeatDemand } from '../../lib/tally/repeat-demands';
import type { Minutes } from '../../lib/tally/score';
import type { Travelled } from '../../lib/tally/travelled';
import type { WorkWeek } from '../../lib/tally/work-weeks';
import type { CopyCells } from '../charts/chart-table';
import type { PeriodFigures } from '../PopupScreen';

/** What one group cost. */
export type GroupCost = {
  site: string;
  chat: string;
  minutes: Minutes;
  messages: number;
  copies: number;
  demands: number;
  replies: number;
};

/** A day in the calendar of the period. `weekday`: 1 Monday to 7 Sunday. */
export type CalendarDay = {
  day: string;
  weekday: number;
  kind: DayKind;
  minutes: number;
  messages: number;
};

/** Everything that follows from the day sums of a period. */
export type OverviewView = DayRange & {
  grain: Grain;
  /** The large numbers, with the formula. */
  figures: PeriodFigures;
  course: Stretch[];
  /** Groups that cost anything, the dearest first. */
  groups: GroupCost[];
  hours: HourMap;
  days: CalendarDay[];
  /** Meetings and inspections, week by week. */
  weeks: WorkWeek[];
  /** Years whose holidays the calendar does not know. */
  unknownYears: number[];
  /** The first day with anything counted, or null: where the coverage begins. */
  firstDay: string | null;
};

/** Which period is shown. */
export type PeriodChoice = {
  /** `range`: days of the reader's own. */
  unit: PeriodUnit | 'range';
  range: DayRange;
  today: string;
  /** False at the present unit: what comes after has not happened. */
  canGoOn: boolean;
  grain: Grain;
  /** The grains that make sense for the period. */
  grains: readonly Grain[];
  /** True for two days in order that are not too far apart. */
  isRange(range: DayRange): boolean;
  onUnit(unit: PeriodUnit | 'range'): void;
  /** One unit earlier (-1) or later (1). */
  onStep(by: -1 | 1): void;
  onRange(range: DayRange): void;
  onGrain(grain: Grain): void;
};

/** Two periods side by side. */
export type CompareView = {
  before: DayRange;
  after: DayRange;
  /** Undefined before the first reading; of the ranges before while the next is read. */
  comparison: Comparison | undefined;
  isReading: boolean;
  /** The two have days in common. */
  overlap: boolean;
  onRanges(ranges: { before: DayRange; after: DayRange }): void;
};

export type OverviewProps = {
  period: PeriodChoice;
  /** Undefined until the first reading. */
  view: OverviewView | undefined;
  /** Why the tally cannot be read, in words; null while it can. */
  failure: string | null;
  /** False until anything at all has been counted in this browser. */
  everCounted: boolean;
  /** The notices that came to the most groups; undefined while they are read. */
  travelled: Travelled[] | undefined;
  /** What was asked for again, newest first; undefined while it is read. */
  repeats: RepeatDemand[] | undefined;
  compare: CompareView;
  onCopy: CopyCells;
};
