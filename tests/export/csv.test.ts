import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../lib/export/csv';
import { readCsv } from './read-csv';

test('it begins with a byte order mark and ends every line with CRLF', () => {
  expect(
    csvOf([
      ['日期', '群'],
      ['2026-10-15', 3],
    ]),
  ).toBe('\uFEFF日期,群\r\n2026-10-15,3\r\n');
});

test.each([
  ['a comma', '一,二', '"一,二"'],
  ['a quotation mark', '说"好"', '"说""好"""'],
  ['a line break', '上\n下', '"上\n下"'],
  ['space at its end', '群 ', '"群 "'],
  ['nothing special', '工作群（2）', '工作群（2）'],
])('a cell with %s', (_, cell, expected) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF${expected}\r\n`);
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '\u200b=1',
])('text that a spreadsheet would run is neutralised: %j', (cell) => {
  expect(readCsv(csvOf([[cell]]))).toEqual([[`'${cell}`]]);
});

test('numbers stay numbers, also below zero; what is no figure is left empty', () => {
  expect(csvOf([[-1.5, 0, Number.NaN, Infinity, null]])).toBe('\uFEFF-1.5,0,,,\r\n');
});

test('whatever is written is read back, at most with the apostrophe', () => {
  const cell = fc.string({ unit: 'binary' });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const back = readCsv(csvOf(rows));
      const plain = back.map((row, at) =>
        row.map((text, column) => (text === rows[at]?.[column] ? text : text.slice(1))),
      );
      expect(plain).toEqual(rows);
      for (const text of back.flat()) expect(text).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
    }),
  );
});
