import { PLAIN_FIGURES } from '../tally/hand-over.ts';
import { cleanText } from './clean-text.ts';
import type { Cell } from './csv.ts';
import {
  LEDGER_COLUMNS,
  type LedgerColumn,
  type LedgerLine,
  LINE_MEASURES,
  type Section,
} from './ledger-lines.ts';
import type { Column, ColumnType, Sheet } from './sheet.ts';

/** The sheets of a merged ledger, in order. Groups that only one contributor has are one line of the groups. */
export const LEDGER_SHEETS = ['total', 'demand', 'group', 'hour'] as const;

export type LedgerSheetName = (typeof LEDGER_SHEETS)[number];

/** What the reader's language gives. */
export type LedgerWords = {
  column(column: LedgerColumn): string;
  cell(column: LedgerColumn, line: LedgerLine): Cell;
  /** The name of a sheet: at most 31 characters, none of []:*?/\ among them. */
  sheet(name: LedgerSheetName): string;
  notes(name: LedgerSheetName): readonly string[];
  /** Heads of the totals: what, and how much. */
  total: { item: string; figure: string };
  /** Heads of the hours. */
  hour: { item: string; times: string };
};

/** Columns of other than counts, and widths of other than narrow ones. */
const SHAPES: Partial<Record<LedgerColumn, { type?: ColumnType; width?: number }>> = {
  item: { type: 'text', width: 27 },
  site: { type: 'text', width: 8 },
  from: { type: 'date', width: 12 },
  to: { type: 'date', width: 12 },
  minutes: { type: 'decimal', width: 11 },
  messages: { width: 9 },
  late: { width: 12 },
  offHours: { width: 10 },
  copyChars: { width: 10 },
  copyMedia: { width: 10 },
};
const NARROW = 8;

const GROUP_COLUMNS = LEDGER_COLUMNS.filter((column) => column !== 'section');

const DEMAND_COLUMNS: readonly LedgerColumn[] = ['item', ...LINE_MEASURES];

const TOTAL_COLUMNS: readonly LedgerColumn[] = [...LINE_MEASURES, ...PLAIN_FIGURES];

/**
 * The lines of a merged ledger as sheets for reading and for paper; what is in no line is in no sheet. A file of few
 * contributors, which has the total alone, is one sheet.
 */
export function ledgerSheets(lines: readonly LedgerLine[], words: LedgerWords): Sheet[] {
  const of = (...sections: Section[]) => lines.filter(({ section }) => sections.includes(section));
  const sheets: Record<LedgerSheetName, Pick<Sheet, 'columns' | 'rows'>> = {
    total: totals(of('total'), words),
    demand: table(of('demand'), DEMAND_COLUMNS, words),
    group: table(of('group', 'single'), GROUP_COLUMNS, words),
    hour: hours(of('hour'), words),
  };
  return LEDGER_SHEETS.filter((name) => sheets[name].rows.length > 0).map((name) => ({
    name: words.sheet(name),
    ...sheets[name],
    notes: words.notes(name),
  }));
}

/** One figure a row: there is one line only. */
function totals(lines: readonly LedgerLine[], { total, ...words }: LedgerWords) {
  const columns: Column[] = [
    { head: total.item, type: 'text', width: 44 },
    { head: total.figure, type: 'decimal', width: 20 },
  ];
  const rows = lines.flatMap((line) =>
    TOTAL_COLUMNS.map((column) => [words.column(column), shown(words.cell(column, line))]),
  );
  return { columns, rows };
}

function table(lines: readonly LedgerLine[], columns: readonly LedgerColumn[], words: LedgerWords) {
  return {
    columns: columns.map((column) => ({
      head: words.column(column),
      ...{ type: 'whole' as const, width: NARROW, ...SHAPES[column] },
    })),
    rows: lines.map((line) =>
      columns.map((column) => {
        // Together they have neither a code nor a word of their own but that of their section.
        const isNamed = column === 'item' && line.section === 'single';
        return shown(words.cell(isNamed ? 'section' : column, line));
      }),
    ),
  };
}

/** Names of sites come out of files of other people. */
function shown(cell: Cell): Cell {
  return typeof cell === 'string' ? cleanText(cell) || null : cell;
}

function hours(lines: readonly LedgerLine[], { hour }: LedgerWords) {
  const columns: Column[] = [
    { head: hour.item, type: 'text', width: 14 },
    { head: hour.times, type: 'whole', width: 14 },
  ];
  return { columns, rows: lines.map(({ item, times }) => [`${item}:00`, times]) };
}
