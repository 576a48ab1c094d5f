import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf, overlapMatrix } from '../../lib/tally/group-clusters';
import type { Overlap } from '../../lib/tally/suspicion';

type Link = { from: string; to: string; shared?: number; share?: number; back?: number };

/** Groups with these links, each told from both ends. */
function groupsOf(names: readonly string[], links: readonly Link[]) {
  const groups = names.map((chat) => ({ site: 'wechat', chat, overlaps: [] as Overlap[] }));
  const put = (from: string, to: string, shared: number, share: number, shareOfOther: number) =>
    groups
      .find(({ chat }) => chat === from)
      ?.overlaps.push({ site: 'wechat', chat: to, shared, share, shareOfOther });
  for (const { from, to, shared = 10, share = 0.9, back = share } of links) {
    put(from, to, shared, share, back);
    put(to, from, shared, back, share);
  }
  return groups;
}

function names(clusters: readonly (readonly { chat: string }[])[]): string[][] {
  return clusters.map((cluster) => cluster.map(({ chat }) => chat));
}

test('groups that hang together are one cluster, also through others', () => {
  const groups = groupsOf(
    ['a', 'b', 'c', 'd', 'e', 'f'],
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'e', to: 'f' },
    ],
  );
  expect(names(clustersOf(groups))).toEqual([
    ['a', 'b', 'c'],
    ['e', 'f'],
  ]);
});

test.each([
  ['too few in common', { shared: 4 }],
  ['half of one only: contained in the other', { share: 1, back: 0.2 }],
  ['below half', { share: 0.49 }],
])('not joined: %s', (_, link) => {
  expect(clustersOf(groupsOf(['a', 'b'], [{ from: 'a', to: 'b', ...link }]))).toEqual([]);
});

test('exactly half both ways and five in common join', () => {
  const link = { from: 'a', to: 'b', shared: 5, share: 0.5 };
  expect(names(clustersOf(groupsOf(['b', 'a'], [link])))).toEqual([['a', 'b']]);
});

const names8 = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const someLinks = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...names8.slice(0, 4)),
    to: fc.constantFrom(...names8.slice(4)),
    shared: fc.integer({ min: 1, max: 12 }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
  }),
  { selector: ({ from, to }) => from + to },
);

test('clusters do not hang on the order of groups or overlaps, and no group is in two', () => {
  fc.assert(
    fc.property(someLinks, fc.shuffledSubarray(names8, { minLength: 8 }), (links, order) => {
      const expected = names(clustersOf(groupsOf(names8, links)));
      expect(names(clustersOf(groupsOf(order, [...links].reverse())))).toEqual(expected);
      const all = expected.flat();
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('one more joint never takes a cluster apart', () => {
  fc.assert(
    fc.property(
      someLinks,
      fc.constantFrom('a', 'b'),
      fc.constantFrom('g', 'h'),
      (links, from, to) => {
        const others = links.filter((link) => link.from !== from || link.to !== to);
        const before = clustersOf(groupsOf(names8, others));
        const after = clustersOf(groupsOf(names8, [...others, { from, to }]));
        for (const cluster of names(before)) {
          expect(
            names(after).some((larger) => cluster.every((chat) => larger.includes(chat))),
          ).toBe(true);
        }
      },
    ),
  );
});

test('the matrix shows the closest groups, clusters together, with each one’s own share', () => {
  const groups = groupsOf(
    ['lonely', 'z', 'small', 'y', 'large', 'x'],
    [
      { from: 'x', to: 'z', share: 0.8, back: 0.7 },
      { from: 'small', to: 'large', share: 1, back: 0.1 },
      { from: 'y', to: 'x', share: 0.6 },
    ],
  );
  const { groups: shown, shares } = overlapMatrix(groups, 10);
  expect(shown.map(({ chat, cluster }) => [chat, cluster])).toEqual([
    ['x', 0],
    ['z', 0],
    ['y', 0],
    ['large', null],
    ['small', null],
  ]);
  expect(shares[0]).toEqual([null, 0.8, 0.6, 0, 0]);
  expect(shares[1]?.[0]).toBe(0.7);
  expect(shares[4]).toEqual([0, 0, 0, 1, null]);
  expect(overlapMatrix(groups, 2).groups).toHaveLength(2);
});

test('without anything in common there is no matrix', () => {
  expect(overlapMatrix(groupsOf(['a', 'b'], []), 30)).toEqual({ groups: [], shares: [] });
  expect(overlapMatrix([], 30)).toEqual({ groups: [], shares: [] });
});
