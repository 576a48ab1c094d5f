import type { DemandKind } from '../detect/types.ts';
import type { Burden } from './burden.ts';
import { offHoursIn } from './course.ts';
import { DEFAULT_MINUTES, minutesOf, NO_OWN_VALUES, type OwnValues, scoreOf } from './score.ts';
import { unknownYears, workingDaysBetween } from './working-days.ts';

/** What two periods are compared by. All but the score are sums over the period; the score is of a working day already. */
export type CompareFigure =
  | 'minutes'
  | 'score'
  | 'groups'
  | 'messages'
  | 'notices'
  | 'revisions'
  | 'copies'
  | 'demands'
  | 'replies'
  | 'offHours'
  | DemandKind;

/** A figure before and after. */
export type Change = {
  before: number;
  after: number;
  /** after − before. */
  change: number;
  /** change / before; null where there was nothing before. */
  share: number | null;
};

export type CompareRow = Change & {
  figure: CompareFigure;
  /** The same for a working day; null for what is no sum: the score, and the groups, which are the same ones every day. */
  perDay: Change | null;
};

export type Comparison = {
  workingDays: { before: number; after: number };
  /** Days whose sums came back from a copy: lower bounds. */
  restoredDays: { before: number; after: number };
  /** Years of either without an official calendar: there Monday to Friday are the working days. */
  unknownYears: number[];
  rows: CompareRow[];
};

/** Every count before and after. Kinds of demand that neither period knew are left out. `own`: the user's own values. */
export function compare(before: Burden, after: Burden, own: OwnValues = NO_OWN_VALUES): Comparison {
  const days = {
    before: workingDaysBetween(before.from, before.to),
    after: workingDaysBetween(after.from, after.to),
  };
  const [old, now] = [figuresOf(before, days.before, own), figuresOf(after, days.after, own)];
  const rows: CompareRow[] = [];
  for (const [figure, value] of old) {
    const isKind = figure in DEFAULT_MINUTES;
    const change = changeOf(value, now.get(figure) ?? 0);
    if (isKind && change.before === 0 && change.after === 0) continue;
    const perDay = isSummed(figure)
      ? changeOf(value / atLeastOne(days.before), change.after / atLeastOne(days.after))
      : null;
    rows.push({ figure, ...change, perDay });
  }
  const restoredDays = { before: before.restoredDays, after: after.restoredDays };
  const years = [before, after].flatMap(({ from, to }) => unknownYears(from, to));
  return { workingDays: days, restoredDays, unknownYears: [...new Set(years)].sort(), rows };
}

/** From one figure to another. */
export function changeOf(before: number, after: number): Change {
  const change = after - before;
  return { before, after, change, share: before === 0 ? null : change / before };
}

const isSummed = (figure: CompareFigure) => figure !== 'score' && figure !== 'groups';

/** The score takes at least one working day; so do figures a day, or a week of holidays would have none. */
const atLeastOne = (days: number) => Math.max(1, days);

function figuresOf(
  { totals, chats, series }: Burden,
  workingDays: number,
  own: OwnValues,
): Map<CompareFigure, number> {
  const { total } = minutesOf(totals, own);
  const kinds = Object.keys(DEFAULT_MINUTES) as DemandKind[];
  const asked = kinds.reduce((sum, kind) => sum + (totals.demands[kind] ?? 0), 0);
  return new Map<CompareFigure, number>([
    ['minutes', total],
    ['score', scoreOf(total, workingDays)],
    ['groups', chats.filter(({ counts }) => counts.messages > 0).length],
    ['messages', totals.messages],
    ['notices', totals.notices],
    ['revisions', totals.revisions],
    ['copies', totals.copies],
    ['demands', asked],
    ...kinds.map((kind): [CompareFigure, number] => [kind, totals.demands[kind] ?? 0]),
    ['replies', totals.replies],
    ['offHours', offHoursIn(series)],
  ]);
}
