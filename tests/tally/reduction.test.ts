import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reductionOf } from '../../lib/tally/reduction';
import type { Disposal } from '../../lib/tally/rows';

const KINDS: (Disposal | null)[] = ['keep', 'merge', 'dissolve', 'regulate', null];

test('groups to dissolve and to merge are those that go, of all groups', () => {
  const disposals: (Disposal | null)[] = [
    ...['dissolve', 'dissolve', 'merge', 'keep', 'regulate'].map((each) => each as Disposal),
    ...[null, null, null],
  ];
  expect(reductionOf(disposals)).toEqual({
    ...{ groups: 8, merge: 1, dissolve: 2, undecided: 3, fewer: 3, rate: 3 / 8 },
  });
});

test('no group has no rate, and none decided has a rate of nothing', () => {
  expect(reductionOf([])).toMatchObject({ groups: 0, fewer: 0, rate: null });
  expect(reductionOf([null, 'keep'])).toMatchObject({ fewer: 0, rate: 0 });
});

test('the order is no matter, nobody is lost, and never more go than there are', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KINDS), { minLength: 1 }), (disposals) => {
      const { groups, fewer, rate, undecided } = reductionOf(disposals);
      expect(reductionOf([...disposals].reverse())).toEqual(reductionOf(disposals));
      const staying = disposals.filter((each) => each === 'keep' || each === 'regulate').length;
      expect(fewer + staying + undecided).toBe(groups);
      expect((rate ?? -1) * groups).toBeCloseTo(fewer);
      expect(rate).toBeLessThanOrEqual(1);
    }),
  );
});
