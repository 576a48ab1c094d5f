import type { Cell as BookCell, Sheet as BookSheet, Feature } from 'write-excel-file/universal';
// Past the package's own doors: every one of them zips what is larger than 160 kB in a worker made from a blob, which
// our pages' policy forbids. This does the same in the page's thread; a sheet of a thousand lines takes a few hundredths of a second.
import { generateXlsxFileSync } from '../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';
import type { Cell } from './csv.ts';
import type { Column, ColumnType, Sheet } from './sheet.ts';

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
      features: [FIT_TO_WIDTH, repeatedHeads(sheets)],
    },
    undefined,
    bytesOf,
  );
}

function bookSheet({ name, columns, rows, notes }: Sheet): BookSheet<Blob> {
  const noteRows = notes.map((note) => [
    { value: bookText(note), type: String, columnSpan: columns.length, wrap: true },
    ...columns.slice(1).map(() => null),
  ]);
  const body = rows.map((row) => columns.map((column, at) => bookCell(row[at] ?? null, column)));
  return {
    sheet: name,
    data: [
      columns.map(({ head }) => ({ value: head, type: String, ...HEAD_STYLE })),
      ...body,
      ...(noteRows.length > 0 ? [[], ...noteRows] : []),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function bookCell(cell: Cell, { type }: Column): BookCell {
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
 * The library loses names that every object has ("constructor"); their first letter is written so as well.
 */
export function bookText(text: string): string {
  if (text in {}) return `_x${hex(text)}_${text.slice(1)}`;
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function hex(text: string): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The library knows the paper but not how to fit a sheet to it. */
const FIT_TO_WIDTH: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** The first line of each sheet again on each printed page. */
function repeatedHeads(sheets: readonly Sheet[]): Feature<Blob> {
  const names = sheets.map(
    ({ name }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`,
  );
  const defined = `<definedNames>${names.join('')}</definedNames>`;
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, defined),
        },
      },
    },
  };
}

async function bytesOf(content: Blob | string): Promise<Uint8Array> {
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : new Uint8Array(await content.arrayBuffer());
}
