import type { DemandKind } from '../detect/types.ts';
import { rangeBefore } from '../tally/periods.ts';
import type { Counts, Day } from '../tally/rows.ts';
import { DEFAULT_MINUTES, FORMULA_VERSION, type OwnValues, paceOf } from '../tally/score.ts';
import { unknownYears } from '../tally/working-days.ts';
import { compared } from './compared.ts';
import { coverageNotes } from './coverage-notes.ts';
import type { Cell } from './csv.ts';
import { ownFigureWords } from './own-figures.ts';
import { figuresOf, type PeriodFigures } from './period-figures.ts';
import { reductionRows } from './reduction-rows.ts';
import { type Column, type Sheet, toOnePlace } from './sheet.ts';
import type { SheetSource } from './sheet-source.ts';
import {
  DEMAND_WORDS,
  NOTES,
  SHEET_NAMES,
  SUMMARY_HEADS,
  SUMMARY_ITEMS,
  SUMMARY_REMARKS,
} from './sheet-words.ts';

const DEMANDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];

/** Counts that stand in the sheet as they are. */
const PLAIN = [
  { name: 'notices' },
  { name: 'revisions' },
  { name: 'copies', remark: SUMMARY_REMARKS.copies },
  { name: 'copyChars', remark: readingRemark },
  { name: 'copyMedia' },
  { name: 'replies' },
  { name: 'folded' },
] as const satisfies { name: keyof Counts & keyof typeof SUMMARY_ITEMS; remark?: Item['remark'] }[];

const COLUMNS: readonly Column[] = [
  { head: SUMMARY_HEADS.item, type: 'text', width: 26 },
  { head: SUMMARY_HEADS.now, type: 'decimal', width: 12 },
  { head: SUMMARY_HEADS.before, type: 'decimal', width: 12 },
  { head: SUMMARY_HEADS.change, type: 'decimal', width: 12 },
  { head: SUMMARY_HEADS.share, type: 'percent', width: 10 },
  { head: SUMMARY_HEADS.remark, type: 'text', width: 56 },
];

/** 汇总. `known` is the number of groups of the whole tally, of which the source may hold a choice. */
export function summarySheet(source: SheetSource, known: number): Sheet {
  const { from, to, own } = source;
  const earlier = rangeBefore({ from, to });
  const now = figuresOf(source.days, from, to, own);
  const before = source.isBeforeWhole
    ? figuresOf(source.before, earlier.from, earlier.to, own)
    : null;
  const rowOf = ({ word, remark, pick }: Item): Cell[] => [
    word,
    ...compared(pick(now), before ? pick(before) : null),
    typeof remark === 'function' ? remark(own) : (remark ?? null),
  ];
  return {
    name: SHEET_NAMES.summary,
    columns: COLUMNS,
    rows: [
      ...scopeItems(source, known).map(rowOf),
      ...reductionRows(source.groups),
      ...BURDEN_ITEMS.map(rowOf),
      FORMULA_ROW,
      ...COUNT_ITEMS.map(rowOf),
    ],
    notes: [
      ...coverageNotes(source),
      NOTES.own,
      NOTES.categories,
      ...(before ? [] : [NOTES.shortBefore]),
    ],
  };
}

const FORMULA_ROW: readonly Cell[] = [
  SUMMARY_ITEMS.formula,
  FORMULA_VERSION,
  null,
  null,
  null,
  SUMMARY_REMARKS.formula,
];

type Item = {
  word: string;
  remark?: string | ((own: OwnValues) => string);
  pick(figures: PeriodFigures): number;
};

/** What the figures are of. */
function scopeItems({ from, to, groups }: SheetSource, known: number): Item[] {
  const earlier = rangeBefore({ from, to });
  const remarks = SUMMARY_REMARKS;
  return [
    {
      word: SUMMARY_ITEMS.days,
      remark: remarks.period(from, to, earlier.from, earlier.to),
      pick: ({ days }) => days,
    },
    {
      word: SUMMARY_ITEMS.workingDays,
      // Of the period before too: its working days stand beside.
      remark: calendarRemark(earlier.from, to),
      pick: (of) => of.workingDays,
    },
    { word: SUMMARY_ITEMS.groups, remark: scope(groups.length, known), pick: (of) => of.groups },
  ];
}

/** What it came to. */
const BURDEN_ITEMS: readonly Item[] = [
  { word: SUMMARY_ITEMS.minutes, remark: minutesRemark, pick: (of) => of.minutes },
  { word: SUMMARY_ITEMS.score, remark: SUMMARY_REMARKS.score, pick: ({ score }) => score },
];

/** The counts that it was made of, and those beside it. */
const COUNT_ITEMS: readonly Item[] = [
  { word: SUMMARY_ITEMS.messages, pick: ({ counts }) => counts.messages },
  { word: SUMMARY_ITEMS.offHours, remark: SUMMARY_REMARKS.offHours, pick: (of) => of.offHours },
  ...PLAIN.map(({ name, ...rest }) => ({
    word: SUMMARY_ITEMS[name],
    ...rest,
    pick: ({ counts }: PeriodFigures) => counts[name],
  })),
  { word: SUMMARY_ITEMS.demands, pick: ({ demands }) => demands },
  ...DEMANDS.map((kind) => ({
    word: DEMAND_WORDS[kind],
    ...(kind === 'ranking' ? { remark: SUMMARY_REMARKS.ranking } : {}),
    pick: ({ counts }: PeriodFigures) => counts.demands[kind] ?? 0,
  })),
];

function calendarRemark(from: Day, to: Day): string {
  const years = unknownYears(from, to);
  const { workingDays, weekdays } = SUMMARY_REMARKS;
  return years.length === 0 ? workingDays : weekdays(years.join('、'));
}

function readingRemark(own: OwnValues): string {
  return SUMMARY_REMARKS.copyChars(toOnePlace(paceOf(own).charactersPerMinute));
}

function minutesRemark(own: OwnValues): string {
  const changed = ownFigureWords(own);
  return changed ? SUMMARY_REMARKS.ownMinutes(changed) : SUMMARY_REMARKS.minutes;
}

/** How many of the tally's groups the figures are of. */
export function scope(chosen: number, known: number): string {
  const { allGroups, someGroups } = SUMMARY_REMARKS;
  return chosen === known ? allGroups(known) : someGroups(chosen, known);
}
