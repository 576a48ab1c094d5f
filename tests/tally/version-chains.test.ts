import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeRow } from '../../lib/tally/rows';
import { chainsOf, relatedTo } from '../../lib/tally/version-chains';

function versionRow(id: string, time: number, revises: string | null): NoticeRow {
  return {
    notice: id,
    rev: 1,
    title: id,
    members: [
      {
        ...{ key: id, site: 'wechat', chat: 'one', sender: '', own: false, time },
        ...{ day: '2026-10-15', chars: 9, media: false, demands: [], recalled: false },
      },
    ],
    claims: [],
    revises,
    changed: [],
    askedBefore: [],
    revisedBy: [],
  };
}

/** Versions of which each changes one before it, or nothing, at any time; some are gone. */
const FORESTS = fc
  .array(
    fc.record({
      time: fc.nat(20),
      changes: fc.option(fc.nat(), { freq: 3 }),
      isGone: fc.boolean(),
    }),
    { maxLength: 24 },
  )
  .map((list) =>
    list.flatMap(({ time, changes, isGone }, at) => {
      const revises = changes === null || at === 0 ? null : `v${changes % at}`;
      return isGone && at % 3 === 0 ? [] : [versionRow(`v${at}`, time, revises)];
    }),
  );

function chains(rows: readonly NoticeRow[]): Record<string, string[]> {
  const known = new Map(rows.map((row) => [row.notice, row]));
  return Object.fromEntries(
    chainsOf(known).map(({ id, versions }) => [id, versions.map(({ notice }) => notice)]),
  );
}

test('every version is in one chain, after the one that it changes, in whatever order they are read', () => {
  fc.assert(
    fc.property(FORESTS, (rows) => {
      const found = chains(rows);
      expect(chains([...rows].reverse())).toEqual(found);
      expect(Object.values(found).flat().sort()).toEqual(rows.map(({ notice }) => notice).sort());
      for (const { notice, revises } of rows) {
        const chain = Object.values(found).find((ids) => ids.includes(notice)) ?? [];
        if (revises !== null && rows.some((row) => row.notice === revises)) {
          expect(chain.indexOf(revises)).toBeGreaterThanOrEqual(0);
          expect(chain.indexOf(revises)).toBeLessThan(chain.indexOf(notice));
        }
      }
    }),
  );
});

test('the id of a chain does not change when a version is added to it', () => {
  fc.assert(
    fc.property(FORESTS, fc.nat(), fc.nat(20), (rows, which, time) => {
      const changed = rows[which % Math.max(1, rows.length)];
      fc.pre(changed !== undefined);
      const added = versionRow('new', time, changed?.notice ?? null);
      expect(Object.keys(chains([...rows, added])).sort()).toEqual(
        Object.keys(chains(rows)).sort(),
      );
    }),
  );
});

test('versions that point at each other end, with one id', () => {
  const circle = [versionRow('a', 1, 'c'), versionRow('b', 2, 'a'), versionRow('c', 3, 'b')];
  expect(Object.keys(chains(circle))).toEqual(['a']);
  expect(Object.keys(chains([versionRow('self', 1, 'self')]))).toEqual(['self']);
});

test('related are the version before and every version after', () => {
  const row = versionRow('b', 2, 'a');
  row.revisedBy = ['c', 'd'].map((notice) => ({
    ...{ notice, key: notice, site: 'wechat', chat: 'one', sender: '', time: 3, changed: [] },
  }));
  expect(relatedTo([row, versionRow('x', 1, null)])).toEqual(['a', 'c', 'd']);
});

test('what was changed ten thousand times is one chain in order, though the newest is read first', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    versionRow(`v${at}`, at, at === 0 ? null : `v${at - 1}`),
  ).reverse();
  const found = chains(rows);
  expect(Object.keys(found)).toEqual(['v0']);
  expect(found.v0?.slice(0, 3)).toEqual(['v0', 'v1', 'v2']);
  expect(found.v0).toHaveLength(10_000);
});

test('versions that follow one of a circle are of its chain', () => {
  const circle = [versionRow('b', 2, 'c'), versionRow('c', 3, 'b'), versionRow('a', 4, 'b')];
  expect(chains(circle)).toEqual({ b: ['b', 'c', 'a'] });
});
