import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { rowsByKey } from '../../lib/tally/rows-by-key';
import { freshDb } from './tally-bench';

/** Letters whose order by code units is not that of an alphabet, and a half of a pair that stands alone. */
const LETTERS = ['a', 'B', '一', '𠀀', '\ud800', '/'];
const key = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 3 });

test('gives what a question for each key gives, whatever lies between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(key, { maxLength: 60 }),
      fc.array(key, { maxLength: 60 }),
      async (there, asked) => {
        const { privateChats } = freshDb();
        await privateChats.bulkPut(there.map((id) => ({ id })));
        expect(await rowsByKey(privateChats, asked)).toEqual(await privateChats.bulkGet(asked));
      },
    ),
    { numRuns: 60 },
  );
});

test('asks once for five hundred keys that are new, and once for five hundred that are known', async () => {
  const { privateChats } = freshDb();
  const ids = Array.from({ length: 500 }, (_, index) => `chat/${index}`);
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  expect((await rowsByKey(privateChats, ids)).every((row) => row === undefined)).toBe(true);
  await privateChats.bulkPut(ids.map((id) => ({ id })));
  expect(await rowsByKey(privateChats, ids)).toEqual(ids.map((id) => ({ id })));
  expect(asked).not.toHaveBeenCalled();
});
