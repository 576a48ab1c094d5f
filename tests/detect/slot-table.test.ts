import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SlotTable } from '../../lib/detect/slot-table';

/** All values of a hash that the table knows. */
function valuesOf(table: SlotTable, hash: number, hashOf: (value: number) => number): number[] {
  const found: number[] = [];
  for (let at = table.first(hash); at !== -1; at = table.next(at)) {
    const value = table.valueAt(at);
    if (value !== -1 && hashOf(value) === hash) found.push(value);
  }
  return found.sort((one, other) => one - other);
}

it('finds what was put in and not removed, however many share a hash', () => {
  const steps = fc.array(
    fc.record({ hash: fc.integer({ min: -4, max: 40 }), gone: fc.boolean() }),
    {
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 2 ** 31 }), (told, factor) => {
      const hashes = told.map(({ hash }) => Math.imul(hash, factor));
      const hashOf = (value: number) => hashes[value] ?? 0;
      const table = new SlotTable(hashOf);
      const known = new Map<number, number[]>();
      for (const [value, { gone }] of told.entries()) {
        const hash = hashOf(value);
        table.add(value);
        const others = known.get(hash) ?? [];
        known.set(hash, gone ? others : [...others, value]);
        for (let at = table.first(hash); gone && at !== -1; at = table.next(at)) {
          if (table.valueAt(at) === value) table.removeAt(at);
        }
      }
      const again = new SlotTable(hashOf, table.slots.slice());
      for (const [hash, values] of known) {
        expect(valuesOf(table, hash, hashOf)).toEqual(values);
        expect(valuesOf(again, hash, hashOf)).toEqual(values);
      }
    }),
    { numRuns: 60 },
  );
});

it('grows without losing anything', () => {
  const hashOf = (value: number) => Math.imul(value, 0x9e3779b1);
  const table = new SlotTable(hashOf);
  for (let value = 0; value < 100_000; value++) table.add(value);
  for (let value = 0; value < 100_000; value += 97) {
    expect(valuesOf(table, hashOf(value), hashOf)).toEqual([value]);
  }
  expect(table.slots.length).toBeLessThan(200_000);
});
