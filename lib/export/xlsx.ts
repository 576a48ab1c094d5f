import type { Cell as BookCell, Sheet as BookSheet } from 'write-excel-file/universal';
// Past the package's own doors: every one of them zips what is larger than 160 kB in a worker made from a blob, which
// our pages' policy forbids. This does the same in the page's thread; a sheet of a thousand lines takes a few hundredths of a second.
import { generateXlsxFileSync } from '../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';
import type { Cell } from './csv.ts';
import { heightOf } from './row-height.ts';
import type { Column, ColumnType, Sheet } from './sheet.ts';
import { ON_PAPER, repeatedHeads } from './xlsx-print.ts';

const DATE_FORMAT = 'yyyy-mm-dd';

const NUMBER_FORMATS: Record<Exclude<ColumnType, 'text' | 'date'>, string | undefined> = {
  whole: '0',
  // As it is: one place at most, and none where none is needed.
  decimal: undefined,
  percent: '0.0%',
};

const HEAD_STYLE = {
  fontWeight: 'bold',
  backgroundColor: '#E6EFED',
  borderStyle: 'thin',
  borderColor: '#7B8D88',
  wrap: true,
  alignVertical: 'center',
} as const;
const BODY_STYLE = {
  borderStyle: 'thin',
  borderColor: '#D5DEDB',
  wrap: true,
  alignVertical: 'top',
} as const;

/**
 * The sheets as an Excel workbook: typed cells, a frozen head that is printed on each page, A4 across, as wide as one
 * page. Text is written as text whatever it looks like; there is no formula in the file.
 */
export function xlsxOf(sheets: readonly Sheet[]): Promise<Blob> {
  return generateXlsxFileSync(
    sheets.map(bookSheet),
    {
      fontFamily: 'Microsoft YaHei',
      fontSize: 10,
      features: [ON_PAPER, repeatedHeads(sheets)],
    },
    undefined,
    bytesOf,
  );
}

function bookSheet({ name, columns, rows, notes }: Sheet): BookSheet<Blob> {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const noteRows = notes.map((note) => [
    {
      ...{ value: bookText(note), type: String, columnSpan: columns.length, wrap: true },
      ...{ alignVertical: 'top' as const, height: heightOf([{ text: note, width: whole }]) },
    },
    ...columns.slice(1).map(() => null),
  ]);
  const heads = columns.map(({ head }) => ({ value: bookText(head), type: String, ...HEAD_STYLE }));
  const headHeight = heightOf(columns.map(({ head, width }) => ({ text: head, width })));
  return {
    sheet: name,
    data: [
      heads.map((head) => ({ ...head, height: headHeight })),
      ...rows.map((row) => bookRow(row, columns)),
      ...(noteRows.length > 0 ? [[], ...noteRows] : []),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function bookRow(row: readonly Cell[], columns: readonly Column[]): BookCell[] {
  const texts = columns.map(({ width }, at) => ({ text: String(row[at] ?? ''), width }));
  const height = heightOf(texts);
  return columns.map((column, at) => ({ ...bookCell(row[at] ?? null, column), height }));
}

function bookCell(cell: Cell, { type }: Column) {
  if (cell === null || cell === '') return { value: '', type: String, ...BODY_STYLE };
  if (typeof cell === 'number') {
    const format = type === 'text' || type === 'date' ? undefined : NUMBER_FORMATS[type];
    return { value: cell, type: Number, ...(format ? { format } : {}), ...BODY_STYLE };
  }
  if (type === 'date') {
    // A day has no time zone; the library counts days in UTC.
    return {
      value: new Date(`${cell}T00:00:00Z`),
      type: Date,
      format: DATE_FORMAT,
      ...BODY_STYLE,
    };
  }
  // "@" keeps Excel from reading a number or a date into a text.
  return { value: bookText(cell), type: String, format: '@', ...BODY_STYLE };
}

/**
 * Text as Excel stores it: "_x0041_" stands for "A", so what looks like that is written with its underscore escaped.
 * The library loses names that every object has ("constructor"), so these are handed to it with a character that it
 * leaves out of the file.
 */
function bookText(text: string): string {
  if (text in {}) return `${text}\u0000`;
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

async function bytesOf(content: Blob | string): Promise<Uint8Array> {
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : new Uint8Array(await content.arrayBuffer());
}
