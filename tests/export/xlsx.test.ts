import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { plainTable, type Sheet } from '../../lib/export/sheet';
import { sheetsOf } from '../../lib/export/sheets';
import { sheetsJson } from '../../lib/export/sheets-json';
import { bookText, xlsxOf } from '../../lib/export/xlsx';
import { makeYear } from '../tally/year/year';
import { ALL, dayRow, HOSTILE, noteOf, OPEN, sourceOf, sourceOfTally } from './hand-over';
import { cellsOf, partsOf } from './workbook';

const [FROM, TO] = ['2026-10-01', '2026-10-15'];
const HEAD = { from: FROM, to: TO, redaction: OPEN, created: 0 };

function hostileSheets() {
  const rows = HOSTILE.map((chat) =>
    dayRow('2026-10-12', chat, { messages: 1, demands: { photo: 1 } }),
  );
  const notes = HOSTILE.map((chat) => noteOf(chat, { owner: chat, purpose: chat, note: chat }));
  return sheetsOf(sourceOf(FROM, TO, rows, { notes }), ALL, OPEN);
}

function yearSheets() {
  const size = { seed: 5, groups: 40, days: 120, messages: 8_000, lastDay: TO };
  return sheetsOf(sourceOfTally(makeYear(size), FROM, TO), ALL, OPEN);
}

/** Rows of cells without the nothing at their ends, nothing and "" being the same in a workbook. */
function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map((row) => {
    const cells = row.map((cell) => (cell === '' ? null : cell));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
}

test.each([
  ['a generated tally', yearSheets],
  ['hostile names and notes', hostileSheets],
])('a workbook of %s holds the cells that the other formats hold', async (_, make) => {
  const sheets = make();
  const read = await cellsOf(await xlsxOf(sheets));
  expect(read.map(({ sheet }) => sheet)).toEqual(['汇总', '问题线索清单', '工作群组台账']);
  const told = JSON.parse(sheetsJson(sheets, HEAD)) as { sheets: { rows: object[] }[] };
  sheets.forEach((sheet, at) => {
    const rows = trimmed(read[at]?.rows ?? []);
    expect(rows).toEqual(trimmed(plainTable(sheet)));
    const body = rows.slice(1, sheet.rows.length + 1);
    expect(body).toEqual(trimmed(told.sheets[at]?.rows.map((row) => Object.values(row)) ?? []));
  });
});

test('nothing in it is a formula, and what looks like one is a text', async () => {
  const parts = await partsOf(await xlsxOf(hostileSheets()));
  const markup = Object.values(parts).join('');
  expect(markup).not.toMatch(/<f[ >]/);
  expect(markup).not.toMatch(/externalLink|hyperlink |vbaProject/);
  expect(parts['xl/sharedStrings.xml']).toContain('<t>=HYPERLINK("http://x.invalid"');
  // Every cell of a text column is a string, never a bare value that a program might take for something else.
  const ledger = parts['xl/worksheets/sheet3.xml'] ?? '';
  const names = [...ledger.matchAll(/<c r="B\d+"[^>]*>/g)]
    .map(([cell]) => cell)
    .slice(0, HOSTILE.length + 1);
  expect(names).toHaveLength(HOSTILE.length + 1);
  for (const name of names) expect(name).toContain('t="s"');
});

test('the head is frozen and repeated on paper, the sheet lies across A4 and fits its width', async () => {
  const parts = await partsOf(await xlsxOf(yearSheets()));
  for (const number of [1, 2, 3]) {
    const sheet = parts[`xl/worksheets/sheet${number}.xml`] ?? '';
    expect(sheet).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toMatch(
      /<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"/,
    );
    expect(sheet).toMatch(/<col min="1" max="1" width="\d+"/);
  }
  expect(parts['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'问题线索清单'!$1:$1</definedName>`,
  );
});

test.each([
  ['constructor', '_x0063_onstructor'],
  ['__proto__', '_x005F__proto__'],
  ['toString', '_x0074_oString'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
  ['a_x1_', 'a_x1_'],
  ['', ''],
])('%j is stored so that Excel shows it', (text, stored) => {
  expect(bookText(text)).toBe(stored);
});

test('a sheet far above what the package zips by itself needs no worker', async () => {
  const worker = vi.fn(() => {
    throw new Error('forbidden by the policy of our pages');
  });
  vi.stubGlobal('Worker', worker);
  const big: Sheet = {
    name: '大',
    columns: [{ head: '甲', type: 'text', width: 20 }],
    rows: Array.from({ length: 20_000 }, (_, at) => [`第 ${at} 行`]),
    notes: [],
  };
  const [read] = await cellsOf(await xlsxOf([big]));
  expect(read?.rows).toHaveLength(20_001);
  expect(worker).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('no sheet at all but its heads is a workbook too', async () => {
  const [, leads] = sheetsOf(sourceOf(FROM, TO, []), ALL, OPEN);
  const [read] = await cellsOf(await xlsxOf([{ ...leads, notes: [] }]));
  expect(read?.rows).toEqual([leads.columns.map(({ head }) => head)]);
});

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (!office)
  console.log('LibreOffice is not installed: workbooks are read back by read-excel-file alone');

test.skipIf(!office)('LibreOffice reads the same first sheet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-xlsx-'));
  const file = join(folder, 'sheets.xlsx');
  const [summary, ...others] = yearSheets();
  writeFileSync(file, Buffer.from(await (await xlsxOf([summary, ...others])).arrayBuffer()));
  execFileSync(office ?? '', ['--headless', '--convert-to', 'csv', '--outdir', folder, file]);
  const lines = readFileSync(join(folder, 'sheets.csv'), 'utf8').split('\n');
  expect(lines[0]).toBe(summary.columns.map(({ head }) => head).join(','));
  expect(lines[1]).toMatch(/^统计天数,15,/);
});
