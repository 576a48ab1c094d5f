import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeRows, overlap } from '../../lib/detect/code-rows';

const FACT = 0x80000000 | 0;
/** Codes that differ in what is kept of them, so that the answer is exact. */
const code = fc.tuple(fc.nat(300), fc.boolean()).map(([low, fact]) => (fact ? low | FACT : low));
const row = fc.array(code, { maxLength: 60 });

/** The same, counted plainly. */
function plainOverlap(from: readonly number[], to: readonly number[]) {
  const left = [...from];
  const common = { tokens: 0, facts: 0 };
  for (const one of to) {
    const at = left.indexOf(one);
    if (at === -1) continue;
    left.splice(at, 1);
    common.tokens++;
    if (one < 0) common.facts++;
  }
  return common;
}

describe('what rows of tokens have in common', () => {
  it('is counted whatever their order, for two rows and for one beside many', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), row, (kept, text) => {
        const rows = new CodeRows();
        for (const [ordinal, codes] of kept.entries()) rows.set(ordinal, codes);
        const wanted = kept.map((codes) => plainOverlap(codes, text));
        expect(rows.overlaps([...kept.keys()], text)).toEqual(wanted);
        expect(kept.map((codes) => overlap(codes, text))).toEqual(wanted);
        const sizes = kept.map((codes) => plainOverlap(codes, codes));
        expect([...kept.keys()].map((ordinal) => rows.sizeOf(ordinal))).toMatchObject(sizes);
      }),
    );
  });

  it('is told of the rows that were kept last; older ones are gone, not wrong', () => {
    const rows = new CodeRows();
    const rowOf = (ordinal: number) => Array.from({ length: 5000 }, (_, at) => (ordinal + at) % 9);
    const last = 999;
    for (let ordinal = 0; ordinal <= last; ordinal++) rows.set(ordinal, rowOf(ordinal));
    expect(rows.has(0)).toBe(false);
    expect(rows.overlaps([0], rowOf(0))).toEqual([{ tokens: 0, facts: 0 }]);
    for (const ordinal of [last, last - 100, last - 300]) {
      expect(rows.has(ordinal)).toBe(true);
      expect(rows.overlaps([ordinal], rowOf(ordinal))).toEqual([{ tokens: 5000, facts: 0 }]);
    }
  });

  it('is gone with the version that is forgotten', () => {
    const rows = new CodeRows();
    rows.set(1, [5, 6]);
    rows.delete(1);
    expect(rows.has(1)).toBe(false);
    rows.set(1, [7]);
    expect(rows.overlaps([1], [5, 6, 7])).toEqual([{ tokens: 1, facts: 0 }]);
  });
});
