import type { FormulaPart, FormulaView } from '../../components/Formula';
import type { Period, PeriodFigures, PeriodView } from '../../components/PopupScreen';
import type { DemandKind } from '../detect/types';
import {
  type Burden,
  burdenOfSums,
  type ChatBurden,
  type DayBurden,
  type DaySums,
  seriesOf,
} from '../tally/burden';
import { offHoursShare } from '../tally/course';
import { addDays } from '../tally/local-day';
import type { DayRange } from '../tally/periods';
import type { Counts, Day } from '../tally/rows';
import * as score from '../tally/score';
import { unknownYears, workingDaysBetween } from '../tally/working-days';

const LENGTH: Record<Period, number> = { today: 1, week: 7, month: 30 };

/** Days of the trend at least: a single bar shows no trend. */
const TREND_DAYS = 7;

/** How many chats are named as the costliest. */
const NAMED_CHATS = 5;

/** First and last day of a period that ends today. */
export function daysOf(period: Period, today: Day): DayRange {
  return { from: addDays(today, 1 - LENGTH[period]), to: today };
}

/** The days whose sums `periodView` takes: those of the period and of its bars. */
export function daysRead(period: Period, today: Day): DayRange {
  return { from: addDays(today, 1 - Math.max(LENGTH[period], TREND_DAYS)), to: today };
}

/** The sums of a period and of its bars, with the period that they are of. */
export type PeriodSums = DaySums & { period: Period; today: Day };

/** Everything that the popup says of a period. `own`: the user's own values in the formula. */
export function periodView(sums: PeriodSums, own: score.OwnValues): PeriodView {
  const { period, today, rows } = sums;
  const burden = burdenOfSums(daysOf(period, today), sums);
  const isLong = LENGTH[period] >= TREND_DAYS;
  const course = isLong ? burden.series : seriesOf(daysRead(period, today), rows);
  return viewOf(burden, course, own);
}

/** The same from what the tally says. `course`: the days of the bars. */
export function viewOf(
  burden: Burden,
  course: readonly DayBurden[],
  own: score.OwnValues,
): PeriodView {
  return {
    ...figuresOf(burden, own),
    chats: costliest(burden.chats, own),
    days: course.map(({ day, counts }) => ({ day, minutes: score.minutesOf(counts, own).total })),
  };
}

/** What is told of a period as a whole. */
export function figuresOf(burden: Burden, own: score.OwnValues): PeriodFigures {
  const { totals } = burden;
  const workingDays = workingDaysBetween(burden.from, burden.to);
  const { total: minutes } = score.minutesOf(totals, own);
  return {
    minutes,
    score: score.scoreOf(minutes, workingDays),
    savedMinutes: score.savedMinutes(totals, own),
    offHoursShare: offHoursShare(burden),
    restoredDays: burden.restoredDays,
    importedDays: burden.importedDays,
    counts: totals,
    formula: formulaOf(burden, workingDays, own),
  };
}

function costliest(chats: ChatBurden[], own: score.OwnValues): PeriodView['chats'] {
  return chats
    .map(({ site, chat, counts }) => ({
      site,
      chat,
      minutes: score.minutesOf(counts, own).total,
      copies: counts.copies,
      replies: counts.replies,
      demands: Object.values(counts.demands).reduce((sum, count) => sum + count, 0),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => other.minutes - one.minutes)
    .slice(0, NAMED_CHATS);
}

function formulaOf(burden: Burden, workingDays: number, own: score.OwnValues): FormulaView {
  const { charactersPerMinute, secondsPerAttachment, secondsPerReply } = score.paceOf(own);
  return {
    version: String(score.FORMULA_VERSION),
    ownValues: score.hasOwnValues(own),
    charactersPerMinute,
    attachmentSeconds: secondsPerAttachment,
    replySeconds: secondsPerReply,
    fullScoreMinutes: score.FULL_SCORE_MINUTES,
    workingDays,
    unknownYears: unknownYears(burden.from, burden.to),
    parts: partsOf(burden.totals, own),
  };
}

function partsOf(counts: Counts, own: score.OwnValues): FormulaPart[] {
  const { copyChars, copyMedia, replies } = counts;
  const pace = score.paceOf(own);
  const basis = (name: keyof score.Pace) =>
    pace[name] === score.DEFAULT_PACE[name].value ? score.DEFAULT_PACE[name].source : 'own';
  const kinds = Object.keys(score.DEFAULT_MINUTES) as DemandKind[];
  return [
    {
      part: 'characters',
      count: copyChars,
      minutes: copyChars / pace.charactersPerMinute,
      basis: basis('charactersPerMinute'),
    },
    {
      part: 'attachments',
      count: copyMedia,
      minutes: (copyMedia * pace.secondsPerAttachment) / 60,
      basis: basis('secondsPerAttachment'),
    },
    {
      part: 'replies',
      count: replies,
      minutes: (replies * pace.secondsPerReply) / 60,
      basis: basis('secondsPerReply'),
    },
    ...kinds.map((kind) => demandPart(kind, counts.demands[kind] ?? 0, own)),
  ];
}

function demandPart(kind: DemandKind, count: number, own: score.OwnValues): FormulaPart {
  const each = score.minutesPer(kind, own);
  const { minutes, source } = score.DEFAULT_MINUTES[kind];
  const basis = each === minutes ? source : 'own';
  return { part: kind, count, each, minutes: count * each, basis };
}
