import { expect, test, vi } from 'vitest';
import { plainTable, type Sheet } from '../../lib/export/sheet';
import { sheetsOf } from '../../lib/export/sheets';
import { sheetsJson } from '../../lib/export/sheets-json';
import { xlsxOf } from '../../lib/export/xlsx';
import { ALL, HOSTILE, OPEN, sourceOf } from './hand-over';
import { FROM, HEAD, hostileSheets, TO, trimmed, yearSheets } from './hand-over-sheets';
import { cellsOf, partsOf } from './workbook';

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
    expect(sheet).toContain('<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>');
  }
  expect(parts['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'问题线索清单'!$1:$1</definedName>`,
  );
});

test.each([
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
  ['toString', 'toString'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
  ['a_x1_', 'a_x1_'],
])('%j is stored so that Excel shows it', async (text, stored) => {
  const columns = [{ head: text, type: 'text' as const, width: 20 }];
  const parts = await partsOf(await xlsxOf([{ name: '一', columns, rows: [[text]], notes: [] }]));
  const texts = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<t>(.*?)<\/t>/g)];
  expect(texts.map(([, inside]) => inside)).toEqual([stored]);
});

test('a row is as high as its longest text needs, and a line of notes too', async () => {
  const columns = [
    { head: '短', type: 'text' as const, width: 10 },
    { head: '数', type: 'whole' as const, width: 6 },
  ];
  const rows = [
    ['短', 1],
    ['字'.repeat(20), 1],
    ['字'.repeat(2_000), 1],
    ['four words of latin text', 1],
  ];
  const sheet = { name: '一', columns, rows, notes: ['短', '注'.repeat(40)] };
  const parts = await partsOf(await xlsxOf([sheet]));
  const tags = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<row ([^>]*)>/g)];
  const heights = tags.map(([, tag]) => Number(/ ht="(\d+)"/.exec(tag ?? '')?.[1] ?? 0));
  // Twenty characters where four and a half stand on a line take five; nothing is higher than Excel allows.
  expect(heights.slice(0, 4)).toEqual([0, 0, 77, 409]);
  expect(heights[4]).toBeGreaterThanOrEqual(47);
  expect(heights.slice(-2)[0]).toBe(0);
  expect(heights.at(-1)).toBeGreaterThanOrEqual(92);
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
