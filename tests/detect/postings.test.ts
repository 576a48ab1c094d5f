import fc from 'fast-check';
import { expect, it } from 'vitest';
import { POSTINGS_KEPT, POSTINGS_READ } from '../../lib/detect/limits';
import { Postings } from '../../lib/detect/postings';
import { SnapshotReader, SnapshotWriter } from '../../lib/detect/snapshot-bytes';

const room = new Int32Array(POSTINGS_READ);

function newestOf(postings: Postings, key: number): number[] {
  const number = postings.book.find(key);
  if (number === -1) return [];
  return [...room.subarray(0, postings.read(number, room))];
}

function again(postings: Postings): Postings {
  const snapshot = new SnapshotWriter();
  postings.write(snapshot);
  return Postings.read(new SnapshotReader(snapshot.finish()));
}

it('keeps the newest of every key, newest first, also in a snapshot', () => {
  const keys = fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 600 });
  fc.assert(
    fc.property(keys, (told) => {
      let postings = new Postings();
      const known = new Map<number, number[]>();
      for (const [ordinal, key] of told.entries()) {
        postings.add(key, ordinal);
        known.set(key, [ordinal, ...(known.get(key) ?? [])]);
        if (ordinal % 100 === 99) postings = again(postings);
      }
      for (const [key, ordinals] of known) {
        expect(newestOf(postings, key)).toEqual(ordinals.slice(0, POSTINGS_READ));
        expect(postings.countOf(postings.book.find(key))).toBe(ordinals.length);
      }
      expect(newestOf(postings, 99)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('counts no further than boilerplate and goes on keeping the newest', () => {
  const postings = new Postings();
  for (let ordinal = 0; ordinal < 5000; ordinal++) {
    const number = postings.add(7, ordinal);
    expect(postings.countOf(number)).toBeLessThanOrEqual(POSTINGS_KEPT * 2);
    if (ordinal >= POSTINGS_KEPT) expect(postings.countOf(number)).toBeGreaterThan(POSTINGS_KEPT);
    const wanted = Array.from({ length: POSTINGS_READ }, (_, back) => ordinal - back);
    expect(newestOf(postings, 7)).toEqual(wanted.filter((one) => one >= 0));
  }
  expect(postings.bytes).toBeLessThan(1000);
});
