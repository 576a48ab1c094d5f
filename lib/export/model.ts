import type { DemandKind } from '../detect/types.ts';
import { addCounts, noCounts } from '../tally/counts.ts';
import type { Counts, Day, DayRow } from '../tally/rows.ts';
import {
  DEFAULT_MINUTES,
  FORMULA_VERSION,
  hasOwnValues,
  minutesOf,
  NO_OWN_VALUES,
  type OwnValues,
  savedMinutes,
  scoreOf,
} from '../tally/score.ts';
import { offHoursOf, unknownYears, workingDaysBetween } from '../tally/working-days.ts';
import type { Cell } from './csv.ts';

/** Every figure of a tally line, in the order of the columns. */
export const FIGURES = [
  'messages',
  'own',
  'notices',
  'revisions',
  'copies',
  'copyChars',
  'copyMedia',
  'replies',
  'folded',
  'offHours',
] as const;

export const DEMANDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];

export type Figure = (typeof FIGURES)[number];

/** Words of the sheet, in the reader's language. */
export type TallyWords = {
  columns: Record<'day' | 'site' | 'chat' | 'minutes' | 'savedMinutes', string>;
  figures: Record<Figure, string>;
  demands: Record<DemandKind, string>;
  /** Heads the line of sums. */
  total: string;
  notes: Record<'period' | 'score' | 'workingDays' | 'formula' | 'coverage', string>;
  /** Says that only chats opened in this browser are counted: a lower bound. */
  coverage: string;
  /** Says that figures of the formula are the user's own, so that the minutes are not compared unknowingly. */
  ownValues: string;
  /** Says that the years that follow have no official calendar, so that Monday to Friday stand for working days. */
  unknownYears: string;
};

export type TallyRequest = {
  from: Day;
  to: Day;
  rows: readonly DayRow[];
  words: TallyWords;
  /** The user's own values in the formula. */
  own?: OwnValues;
  /** Says how far the figures of this period reach, where they do not reach all of it. */
  limits?: readonly string[];
};

/** One line of the tally: a chat on a day. */
export type TallyLine = { day: Day; site: string; chat: string; counts: Counts; offHours: number };

/** The lines of a period, by day, then site, then chat. */
export function tallyLines({
  from,
  to,
  rows,
}: Pick<TallyRequest, 'from' | 'to' | 'rows'>): TallyLine[] {
  return rows
    .filter(({ day }) => day >= from && day <= to)
    .map((row) => ({
      day: row.day,
      site: row.site,
      chat: row.chat,
      counts: row,
      offHours: offHoursOf(row.day, row),
    }))
    .sort((one, other) => order(lineName(one), lineName(other)));
}

/** The tally as a table: heads, one line per chat and day, sums, then what the sums mean. No chat text. */
export function tallyTable(request: TallyRequest): Cell[][] {
  const lines = tallyLines(request);
  const { words, own } = request;
  const totals = noCounts();
  let offHours = 0;
  for (const line of lines) {
    addCounts(totals, line.counts);
    offHours += line.offHours;
  }
  return [
    heads(words),
    ...lines.map((line) => [line.day, line.site, line.chat, ...figures(line, own)]),
    [words.total, null, null, ...figures({ counts: totals, offHours }, own)],
    [],
    ...notes(request, totals),
  ];
}

function heads({ columns, figures, demands }: TallyWords): Cell[] {
  return [
    columns.day,
    columns.site,
    columns.chat,
    ...FIGURES.map((name) => figures[name]),
    ...DEMANDS.map((kind) => demands[kind]),
    columns.minutes,
    columns.savedMinutes,
  ];
}

function figures(
  { counts, offHours }: Pick<TallyLine, 'counts' | 'offHours'>,
  own: OwnValues | undefined,
): Cell[] {
  return [
    ...FIGURES.map((name) => (name === 'offHours' ? offHours : counts[name])),
    ...DEMANDS.map((kind) => counts.demands[kind] ?? 0),
    rounded(minutesOf(counts, own).total),
    rounded(savedMinutes(counts, own)),
  ];
}

function notes(request: TallyRequest, totals: Counts): Cell[][] {
  const { from, to, words, own = NO_OWN_VALUES, limits = [] } = request;
  const years = unknownYears(from, to);
  const workingDays = workingDaysBetween(from, to);
  const score = scoreOf(minutesOf(totals, own).total, workingDays);
  return [
    [words.notes.period, from, to],
    [
      words.notes.workingDays,
      workingDays,
      ...(years.length > 0 ? [words.unknownYears, ...years] : []),
    ],
    [words.notes.score, rounded(score)],
    [words.notes.formula, FORMULA_VERSION, ...(hasOwnValues(own) ? [words.ownValues] : [])],
    [words.notes.coverage, words.coverage],
    ...limits.map((limit) => [null, limit]),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function lineName({ day, site, chat }: TallyLine): string {
  return `${day}|${site}|${chat}`;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
