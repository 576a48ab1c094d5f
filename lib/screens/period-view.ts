import type { FormulaPart, FormulaView } from '../../components/Formula';
import type { Period, PeriodView } from '../../components/PopupScreen';
import type { DemandKind } from '../detect/types';
import { addDays } from '../tally/local-day';
import { type Burden, burdenOf, type ChatBurden } from '../tally/query';
import type { Counts, Day } from '../tally/rows';
import * as score from '../tally/score';
import { offHoursOf, workingDaysBetween } from '../tally/working-days';

const LENGTH: Record<Period, number> = { today: 1, week: 7, month: 30 };

/** Days of the trend at least: a single bar shows no trend. */
const TREND_DAYS = 7;

/** How many chats are named as the costliest. */
const NAMED_CHATS = 5;

/** First and last day of a period that ends today. */
export function daysOf(period: Period, today: Day): { from: Day; to: Day } {
  return { from: addDays(today, 1 - LENGTH[period]), to: today };
}

/** Everything that the popup says of a period. `own`: the user's own minutes per demand. */
export async function periodView(
  period: Period,
  today: Day,
  own: score.DemandMinutes,
): Promise<PeriodView> {
  const { from, to } = daysOf(period, today);
  const isLong = LENGTH[period] >= TREND_DAYS;
  const [burden, week] = await Promise.all([
    burdenOf(from, to),
    isLong ? null : burdenOf(addDays(today, 1 - TREND_DAYS), to),
  ]);
  return viewOf(burden, week ?? burden, own);
}

/** The same from what the tally says. `trend` gives the days of the bars. */
export function viewOf(burden: Burden, trend: Burden, own: score.DemandMinutes): PeriodView {
  const { totals } = burden;
  const workingDays = workingDaysBetween(burden.from, burden.to);
  const { total: minutes } = score.minutesOf(totals, own);
  return {
    minutes,
    score: score.scoreOf(minutes, workingDays),
    savedMinutes: score.savedMinutes(totals),
    offHoursShare: offHoursShare(burden),
    counts: totals,
    chats: costliest(burden.chats, own),
    days: trend.series.map(({ day, counts }) => ({
      day,
      minutes: score.minutesOf(counts, own).total,
    })),
    formula: formulaOf(totals, workingDays, own),
  };
}

function offHoursShare({ series, totals }: Burden): number | null {
  const others = totals.messages - totals.own;
  if (others <= 0) return null;
  return series.reduce((sum, { day, counts }) => sum + offHoursOf(day, counts), 0) / others;
}

function costliest(chats: ChatBurden[], own: score.DemandMinutes): PeriodView['chats'] {
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

function formulaOf(counts: Counts, workingDays: number, own: score.DemandMinutes): FormulaView {
  return {
    version: String(score.FORMULA_VERSION),
    charactersPerMinute: score.READING_SPEED,
    attachmentSeconds: score.SECONDS_PER_MEDIA,
    replySeconds: score.SECONDS_PER_REPLY,
    fullScoreMinutes: score.FULL_SCORE_MINUTES,
    workingDays,
    parts: partsOf(counts, own),
  };
}

function partsOf(counts: Counts, own: score.DemandMinutes): FormulaPart[] {
  const { copyChars, copyMedia, replies } = counts;
  const kinds = Object.keys(score.DEFAULT_MINUTES) as DemandKind[];
  return [
    {
      part: 'characters',
      count: copyChars,
      minutes: copyChars / score.READING_SPEED,
      basis: 'reading-speed',
    },
    {
      part: 'attachments',
      count: copyMedia,
      minutes: (copyMedia * score.SECONDS_PER_MEDIA) / 60,
      basis: 'assumption',
    },
    {
      part: 'replies',
      count: replies,
      minutes: (replies * score.SECONDS_PER_REPLY) / 60,
      basis: 'assumption',
    },
    ...kinds.map((kind) => demandPart(kind, counts.demands[kind] ?? 0, own)),
  ];
}

function demandPart(kind: DemandKind, count: number, own: score.DemandMinutes): FormulaPart {
  const each = score.minutesPer(kind, own);
  const { minutes, source } = score.DEFAULT_MINUTES[kind];
  const basis = each === minutes ? source : 'own';
  return { part: kind, count, each, minutes: count * each, basis };
}
