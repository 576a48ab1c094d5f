import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tsvOf } from '../../lib/export/tsv';

test('cells are parted by tabs and lines by line feeds', () => {
  expect(
    tsvOf([
      ['a', 'b'],
      ['1', '2'],
    ]),
  ).toBe('a\tb\n1\t2');
});

test.each(['=1+1', '+cmd', '-1', '@sum', ' =1', '＝1', '\u200b=1', '\t=1'])(
  'the group “%s” does not run as a formula',
  (name) => {
    expect(tsvOf([[name]])).toMatch(/^'/);
  },
);

test('no cell breaks its line', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const text = tsvOf([cells, ['end']]);
      expect(text.split(/[\r\n\u2028\u2029]/)).toHaveLength(2);
      expect(text.split('\t')).toHaveLength(cells.length);
    }),
  );
});
