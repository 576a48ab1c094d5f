import {
  COUNTED_DEMANDS,
  demandAt,
  type Figures,
  figureAt,
  PLAIN_FIGURES,
  type PlainFigure,
} from '../tally/hand-over.ts';
import {
  DISPOSALS,
  type Ledger,
  type LedgerDemand,
  type LedgerSums,
  minutesOfFigures,
} from '../tally/merged-ledger.ts';
import type { Disposal } from '../tally/rows.ts';
import { FORMULA_VERSION, minutesPer } from '../tally/score.ts';
import { type Cell, csvOf } from './csv.ts';

export const LEDGER_FORMAT = 'fingerlight-ledger';
export const LEDGER_VERSION = 1;

export const SECTIONS = ['total', 'demand', 'group', 'single', 'hour'] as const;
export type Section = (typeof SECTIONS)[number];

/** What a line says beside its figures. `people`: concerned; `times`: demands, or messages of an hour. */
export const LINE_MEASURES = [
  'people',
  'groups',
  'days',
  'from',
  'to',
  'times',
  'minutes',
] as const;
export type LineMeasure = (typeof LINE_MEASURES)[number];

/**
 * One line of the ledger as a file has it; the same from this program and from the roll-up on many machines.
 * `item`: the group's code, the kind of demand or the hour; "all" for sums.
 */
export type LedgerLine = { section: Section; item: string; site: string } & Record<
  Exclude<LineMeasure, 'from' | 'to'>,
  number
> &
  Record<'from' | 'to', string> &
  Record<PlainFigure, number> &
  Record<Disposal, number>;

/** The columns of a ledger file, in order. */
export const LEDGER_COLUMNS = [
  'section',
  'item',
  'site',
  ...LINE_MEASURES,
  ...PLAIN_FIGURES,
  ...DISPOSALS,
] as const;

export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** Every line of a ledger; kinds of demand that nobody asked for have none. */
export function ledgerLines(ledger: Ledger): LedgerLine[] {
  const { totals, groups, single, demands, hours } = ledger;
  return inFileOrder([
    { ...lineOf('total', 'all', totals.figures), ...about(totals), groups: ledger.groupCount },
    ...(demands ?? []).filter(({ times }) => times > 0).map(demandLine),
    ...(groups ?? []).map((group) => ({
      ...lineOf('group', group.code, group.figures),
      ...about(group),
      ...group.disposals,
      ...{ site: group.site, groups: 1 },
    })),
    ...(single
      ? [{ ...lineOf('single', 'all', single.figures), people: 1, groups: single.groups }]
      : []),
    ...(hours ?? []).map((times, hour) => ({
      ...emptyLine('hour', String(hour).padStart(2, '0')),
      times,
    })),
  ]);
}

/** Section by section, the costliest first; hours by the clock. Costs that differ by a rounding error are the same. */
export function inFileOrder(lines: readonly LedgerLine[]): LedgerLine[] {
  const section = (line: LedgerLine) => SECTIONS.indexOf(line.section);
  const cost = (line: LedgerLine) => Math.round(line.minutes * 1_000);
  const name = (line: LedgerLine) => `${line.item}|${line.site}`;
  return [...lines].sort(
    (one, other) =>
      section(one) - section(other) ||
      cost(other) - cost(one) ||
      (name(one) < name(other) ? -1 : 1),
  );
}

/** What a ledger file says of all its lines. */
export type LedgerHead = Pick<Ledger, 'contributors' | 'words' | 'formulas' | 'basis'>;

/** A ledger file as JSON text, one line a line. */
export function ledgerJson(lines: readonly LedgerLine[], head: LedgerHead): string {
  const start = {
    ...{ format: LEDGER_FORMAT, version: LEDGER_VERSION, formula: FORMULA_VERSION },
    ...{ contributors: head.contributors, words: head.words, formulas: head.formulas },
    ...head.basis,
  };
  const list = lines.map((line) => JSON.stringify(line)).join(',\n');
  return `${JSON.stringify(start).slice(0, -1)},\n"lines":[\n${list}\n]}\n`;
}

/**
 * A ledger file as CSV text. `words`: heads of the columns and words for what stands in them. `notes` stand below, after
 * an empty line.
 */
export function ledgerCsv(
  lines: readonly LedgerLine[],
  word: {
    column(column: LedgerColumn): string;
    cell(column: LedgerColumn, line: LedgerLine): Cell;
  },
  notes: readonly string[] = [],
): string {
  return csvOf([
    LEDGER_COLUMNS.map(word.column),
    ...lines.map((line) => LEDGER_COLUMNS.map((column) => word.cell(column, line))),
    ...(notes.length > 0 ? [[], ...notes.map((note) => [note])] : []),
  ]);
}

/** What stands in a cell, in the words of the file format: minutes with one decimal. */
export function plainCell(column: LedgerColumn, line: LedgerLine): Cell {
  return column === 'minutes' ? Math.round(line.minutes * 10) / 10 : line[column];
}

function emptyLine(section: Section, item: string): LedgerLine {
  const zeros = [...LINE_MEASURES, ...PLAIN_FIGURES, ...DISPOSALS].map((name) => [name, 0]);
  return { section, item, site: '', ...Object.fromEntries(zeros), from: '', to: '' };
}

function lineOf(section: Section, item: string, figures: Figures): LedgerLine {
  const plain = PLAIN_FIGURES.map((name) => [name, figureAt(figures, name)]);
  return {
    ...emptyLine(section, item),
    ...Object.fromEntries(plain),
    times: COUNTED_DEMANDS.reduce((sum, kind) => sum + demandAt(figures, kind), 0),
    minutes: minutesOfFigures(figures),
  };
}

function about({ people, days, from, to }: LedgerSums) {
  return { people, days, from: from ?? '', to: to ?? '' };
}

function demandLine(demand: LedgerDemand): LedgerLine {
  const { kind, people, groups, days, from, to, times } = demand;
  const minutes = times * minutesPer(kind);
  return {
    ...emptyLine('demand', kind),
    ...{ people, groups, days, times, minutes, from: from ?? '', to: to ?? '' },
  };
}
