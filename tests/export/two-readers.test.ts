import { describe, expect, test } from 'vitest';
import { type Cell, csvOf, neutralise } from '../../lib/export/csv';
import { type ColumnType, plainTable, type Sheet } from '../../lib/export/sheet';
import { sheetsJson } from '../../lib/export/sheets-json';
import { xlsxOf } from '../../lib/export/xlsx';
import { type FlatCell, flatSheets } from './flat-sheets';
import { HOSTILE } from './hand-over';
import { HEAD, hostileSheets, trimmed, yearSheets } from './hand-over-sheets';
import { mergedSheets } from './merged-book';
import { OFFICE, OFFICE_TIMEOUT, openedInOffice } from './office';
import { readCsv } from './read-csv';
import { cellsOf } from './workbook';

/** What a sheet never lets through: it stands here to see that the writer itself holds. */
function rawSheet(): Sheet[] {
  const raw = HOSTILE.filter((text) => text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text));
  const tabbed = ['\t=1+2', '\t+1', ' =1+1', 'a\tb'];
  return [
    {
      name: "原文 & '表' 一",
      columns: [
        { head: '=1+1', type: 'text', width: 20 },
        { head: 'constructor', type: 'text', width: 20 },
      ],
      rows: [...raw, ...tabbed].map((text) => [text, text]),
      notes: ['=2+2', '@SUM(A1:A9)', "=cmd|' /C calc'!A0"],
    },
  ];
}

type Made = [string, () => readonly Sheet[] | Promise<readonly Sheet[]>];

/** What is also written as CSV and JSON. */
const HANDED: Made[] = [
  ['a generated tally', yearSheets],
  ['hostile names and notes', hostileSheets],
  ['hostile text as it came', rawSheet],
];

const SHEETS: Made[] = [
  ...HANDED,
  ['a merged ledger', () => mergedSheets(6)],
  ['a merged ledger of too few people', () => mergedSheets(4)],
];

const TYPES: Record<ColumnType, FlatCell['type']> = {
  text: 'string',
  whole: 'float',
  decimal: 'float',
  percent: 'percentage',
  date: 'date',
};

const valuesOf = (rows: readonly (readonly FlatCell[])[]) =>
  trimmed(rows.map((row) => row.map(({ value }) => value)));

/** A number is a number in any column. */
function typeOf(cell: Cell, type: ColumnType): FlatCell['type'] {
  if (cell === null || cell === '') return 'none';
  if (type === 'percent' || type === 'date' || typeof cell === 'string') {
    return typeof cell === 'string' && type !== 'date' ? 'string' : TYPES[type];
  }
  return 'float';
}

function expectNothingRuns(rows: readonly (readonly FlatCell[])[]): void {
  const cells = rows.flat();
  expect(cells.filter(({ formula, isLinked }) => formula !== null || isLinked)).toEqual([]);
  expect(cells.filter(({ type }) => type === 'other')).toEqual([]);
}

async function bookBytes(sheets: readonly Sheet[]): Promise<Buffer> {
  return Buffer.from(await (await xlsxOf(sheets)).arrayBuffer());
}

test.each(SHEETS)('read-excel-file sees the cells of %s', async (_, make) => {
  const sheets = await make();
  const read = await cellsOf(new Blob([new Uint8Array(await bookBytes(sheets))]));
  expect(read.map(({ rows }) => trimmed(rows))).toEqual(
    sheets.map((sheet) => trimmed(plainTable(sheet))),
  );
});

describe.skipIf(OFFICE === null)('LibreOffice', () => {
  test(
    'sees the same cells of every sheet, each of its type, and none that runs',
    async () => {
      const made = await Promise.all(SHEETS.map(([, make]) => make()));
      const books = await Promise.all(made.map(bookBytes));
      const opened = await openedInOffice(books, 'xlsx');
      for (const [at, sheets] of made.entries()) {
        const flat = flatSheets(opened[at] ?? '');
        expect(flat.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
        for (const [place, sheet] of sheets.entries()) {
          const rows = flat[place]?.rows ?? [];
          expect(valuesOf(rows)).toEqual(trimmed(plainTable(sheet)));
          expectNothingRuns(rows);
          const types = sheet.rows.map((row) =>
            sheet.columns.map(({ type }, column) => typeOf(row[column] ?? null, type)),
          );
          const seen = types.map((row, line) =>
            row.map((__, column) => rows[line + 1]?.[column]?.type ?? 'none'),
          );
          expect(seen).toEqual(types);
        }
      }
    },
    OFFICE_TIMEOUT,
  );

  test(
    'sees in the CSV what stands in the workbook and in JSON, and runs none of it',
    async () => {
      const sheets = (await Promise.all(HANDED.map(([, make]) => make()))).flat();
      const files = sheets.map((sheet) => csvOf(plainTable(sheet)));
      const opened = await openedInOffice(files, 'csv');
      const { sheets: told } = JSON.parse(sheetsJson(sheets, HEAD)) as {
        sheets: { rows: Record<string, Cell>[] }[];
      };
      for (const at of sheets.keys()) {
        const [{ rows } = { rows: [] }] = flatSheets(opened[at] ?? '');
        expectNothingRuns(rows);
        expect(valuesOf(rows)).toEqual(
          trimmed(readCsv(files[at] ?? '').map((row) => row.map(asGuessed))),
        );
        const body = told[at]?.rows.map((row) => Object.values(row).map(asWritten)) ?? [];
        expect(valuesOf(rows.slice(1, body.length + 1))).toEqual(trimmed(body));
      }
    },
    OFFICE_TIMEOUT,
  );
});

/** What a spreadsheet takes a cell of a CSV file for: nothing there says that digits are a text. */
function asGuessed(text: string): Cell {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** A cell of the model as it comes back out of CSV. */
function asWritten(cell: Cell): Cell {
  return typeof cell === 'string' ? asGuessed(neutralise(cell)) : cell;
}
