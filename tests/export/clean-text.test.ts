import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, cut } from '../../lib/export/clean-text';

test.each([
  ['control characters go', '上\u0000下\u0008左\u001b右\u007f\u009f', '上下左右'],
  ['line breaks and tabs become one space', '一\r\n二\t\u2028三', '一 二 三'],
  ['marks of direction go', '\u202e反\u2066里\u200f', '反里'],
  ['half a pair becomes a box', '半\ud83d个\udc00', '半□个□'],
  ['what stands for nothing goes', '甲\ufffe\uffff\ufdd0乙', '甲乙'],
  ['joined pictographs stay whole', '👨‍👩‍👧‍👦群', '👨‍👩‍👧‍👦群'],
  ['signs of formulas stay: a format guards against them', '=1+1', '=1+1'],
  ['markup stays', '<b>&amp;</b>', '<b>&amp;</b>'],
])('%s', (_, text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test('two thousand characters are cut with a mark, none in half', () => {
  expect(cleanText('长'.repeat(2_000))).toBe(`${'长'.repeat(200)}…`);
  expect(cut('😀😀😀', 2)).toBe('😀😀…');
  expect(cut('😀😀', 2)).toBe('😀😀');
});

test('whatever comes, a workbook can hold it and cleaning again changes nothing', () => {
  const anything = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(anything, (text) => {
      const clean = cleanText(text);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/[\p{Cc}\ufffd\ufffe\uffff]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 500 },
  );
});
