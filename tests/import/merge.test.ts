import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerOf } from '../../lib/import/ledger';
import { type Merged, merge, mergedOf, NOTHING_MERGED } from '../../lib/import/merge';
import { packFigures, unpackFigures } from '../../lib/import/packed-figures';
import { figureAt, type HandedTally, noFigures, WIDTH } from '../../lib/tally/hand-over';
import type { Disposal } from '../../lib/tally/rows';
import { identityOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const DAYS = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'] as const;
const CODES = ['a', 'b', 'c'].map((letter) => letter.repeat(20));

/** Small worlds on purpose, so that installations, revisions, days and groups meet all the time. */
const tallies: fc.Arbitrary<HandedTally> = fc
  .record({
    person: fc.nat(2),
    revision: fc.integer({ min: 1, max: 3 }),
    period: fc.tuple(fc.nat(3), fc.nat(3)),
    word: fc.constantFrom(null, 'ab12', 'cd34'),
    formula: fc.constantFrom(1, 2),
    dayStart: fc.constantFrom(null, 0, 4),
    isRestored: fc.func(fc.boolean()),
    cells: fc.uniqueArray(
      fc.record({ day: fc.nat(3), group: fc.nat(2), messages: fc.integer({ min: 1, max: 9 }) }),
      { selector: ({ day, group }) => `${day}|${group}`, maxLength: 8 },
    ),
    disposals: fc.array(fc.constantFrom<Disposal>('keep', 'dissolve'), { maxLength: 3 }),
  })
  .map(({ person, revision, period, word, formula, dayStart, isRestored, cells, disposals }) => {
    const [first, last] = [Math.min(...period), Math.max(...period)];
    const rows = cells
      .filter(({ day }) => day >= first && day <= last)
      .map(({ day, group, messages }) => ({
        day: DAYS[day] ?? '',
        site: 'wechat',
        code: CODES[group] ?? '',
        figures: noFigures().with(0, messages),
      }));
    const groups = disposals.map((disposal, at) => ({
      site: 'wechat',
      code: CODES[at] ?? '',
      disposal,
    }));
    const [from, to] = [DAYS[first] ?? '', DAYS[last] ?? ''];
    const days = [...new Set(rows.map(({ day }) => day))].sort();
    const told = { restored: days.filter((day) => isRestored(day)), rows, groups };
    return { ...identityOf(person), revision, from, to, word, formula, dayStart, ...told };
  });

/** As plain data in one order, so that equal means equal. */
function plain(merged: Merged) {
  return [...merged]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([installation, { files, days, disposals }]) => ({
      installation,
      files,
      days: [...days].sort(([one], [other]) => (one < other ? -1 : 1)),
      disposals: [...disposals],
    }));
}

const all = (list: readonly HandedTally[]) => list.map(mergedOf).reduce(merge, NOTHING_MERGED);

test('the order of merging makes no difference', () => {
  fc.assert(
    fc.property(
      fc.array(tallies, { maxLength: 6 }),
      fc.array(tallies, { maxLength: 6 }),
      (a, b) => {
        expect(plain(merge(all(a), all(b)))).toEqual(plain(merge(all(b), all(a))));
        expect(ledgerOf(all([...a, ...b]))).toEqual(ledgerOf(all([...b, ...a])));
      },
    ),
  );
});

test('how files are grouped makes no difference', () => {
  const some = fc.array(tallies, { maxLength: 4 });
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      const left = merge(merge(all(a), all(b)), all(c));
      expect(plain(left)).toEqual(plain(merge(all(a), merge(all(b), all(c)))));
      expect(plain(left)).toEqual(plain(all([...a, ...b, ...c])));
    }),
  );
});

test('merging twice changes nothing, and nothing that was merged is changed', () => {
  fc.assert(
    fc.property(
      fc.array(tallies, { maxLength: 6 }),
      fc.array(tallies, { maxLength: 3 }),
      (a, b) => {
        const one = all(a);
        const before = structuredClone(plain(one));
        const both = merge(one, all(b));
        expect(plain(merge(both, one))).toEqual(plain(both));
        expect(plain(merge(both, all(b)))).toEqual(plain(both));
        expect(plain(one)).toEqual(before);
      },
    ),
  );
});

test('each day counts by the newest file that covers it, and by no other', () => {
  fc.assert(
    fc.property(fc.array(tallies, { maxLength: 8 }), (list) => {
      // A revision is one file in what a browser writes.
      const files = [
        ...new Map(list.map((each) => [`${each.installation}|${each.revision}`, each])).values(),
      ];
      const expected = files.flatMap((file) =>
        file.rows.filter(
          ({ day }) =>
            !files.some(
              ({ installation, revision, from, to }) =>
                installation === file.installation &&
                revision > file.revision &&
                from <= day &&
                day <= to,
            ),
        ),
      );
      const { figures } = ledgerOf(all(files)).totals;
      const sum = expected.reduce((total, row) => total + figureAt(row.figures, 'messages'), 0);
      expect(figureAt(figures, 'messages')).toBe(sum);
    }),
  );
});

test('what is said of day starts, periods and restored days is what the files that count say', () => {
  fc.assert(
    fc.property(fc.array(tallies, { maxLength: 8 }), (list) => {
      const files = [
        ...new Map(list.map((each) => [`${each.installation}|${each.revision}`, each])).values(),
      ];
      const { basis } = ledgerOf(all(files));
      const people = [...new Set(files.map(({ installation }) => installation))];
      const startsOf = (person: string) => {
        const own = files.filter(({ installation }) => installation === person);
        return [...new Set(own.flatMap(({ dayStart }) => dayStart ?? []))].sort().join();
      };
      const starts = people.map(startsOf);
      const sharing = ['0', '4'].map((start) => starts.filter((each) => each === start).length);
      const unknown = starts.filter((start) => start === '').length;
      expect([basis.otherDayStarts, basis.unknownDayStarts]).toEqual([
        people.length - unknown - Math.max(...sharing),
        unknown,
      ]);
      const [first, last] = [
        files.map(({ from }) => from).sort()[0],
        files
          .map(({ to }) => to)
          .sort()
          .at(-1),
      ];
      const shorter = people.filter((person) => {
        const own = files.filter(({ installation }) => installation === person);
        return !own.some(({ from }) => from === first) || !own.some(({ to }) => to === last);
      });
      expect(basis.shorterPeriods).toBe(shorter.length);
      const restored = files.flatMap((file) =>
        file.restored
          .filter((day) => !files.some((other) => isNewer(other, file) && covers(other, day)))
          .map((day) => `${file.installation}|${day}`),
      );
      expect(basis.restoredDays).toBe(restored.length);
      expect(basis.restoredPeople).toBe(new Set(restored.map((each) => each.split('|')[0])).size);
    }),
  );
});

const isNewer = (one: HandedTally, other: HandedTally) =>
  one.installation === other.installation && one.revision > other.revision;

const covers = ({ from, to }: HandedTally, day: string) => from <= day && day <= to;

test('figures survive packing, also large ones', () => {
  const figures = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: WIDTH, maxLength: WIDTH });
  const edges = noFigures().map((_, at) => 2 ** at);
  fc.assert(
    fc.property(fc.array(figures, { maxLength: 20 }), (rows) => {
      const all = [edges, ...rows];
      const back: number[][] = [];
      unpackFigures(packFigures(all), (row) => back.push([...row]));
      expect(back).toEqual(all);
    }),
  );
});

const town = makeTown({ seed: 5, groups: 20, days: 40, messages: 3_000, lastDay: TODAY });
const people = await Promise.all(
  Array.from({ length: 6 }, (_, person) => personOf(town, person, { word: '减负行动', groups: 8 })),
);

test('below five contributors there are totals and nothing else', () => {
  const four = ledgerOf(all(people.slice(0, 4)));
  expect(figureAt(four.totals.figures, 'messages')).toBeGreaterThan(0);
  expect([four.groups, four.single, four.demands, four.hours]).toEqual([null, null, null, null]);
  expect(ledgerOf(all(people.slice(0, 5))).groups).not.toBeNull();
});

test('files without rows do not make up the five', () => {
  const empty = { ...people[5], rows: [], groups: [] } as HandedTally;
  const ledger = ledgerOf(all([...people.slice(0, 4), empty]));
  expect([ledger.contributors, ledger.totals.people, ledger.groups]).toEqual([5, 4, null]);
});

test('a group that several have is one line; what a single person has is in no line', () => {
  const ledger = ledgerOf(all(people));
  const holders = new Map<string, Set<string>>();
  for (const { installation, rows } of people) {
    for (const { code } of rows) {
      holders.set(code, (holders.get(code) ?? new Set()).add(installation));
    }
  }
  const expected = [...holders].filter(([, own]) => own.size > 1);
  expect(expected.length).toBeGreaterThan(5);
  expect(
    Object.fromEntries(ledger.groups?.map(({ code, people }) => [code, people]) ?? []),
  ).toEqual(Object.fromEntries(expected.map(([code, own]) => [code, own.size])));
  expect(ledger.single?.groups).toBe(holders.size - expected.length);
});

test('the lines come to the totals', () => {
  const { groups, single, totals, demands, hours } = ledgerOf(all(people));
  const sum = noFigures().map(
    (_, at) =>
      (groups ?? []).reduce((total, { figures }) => total + (figures[at] ?? 0), 0) +
      (single?.figures[at] ?? 0),
  );
  expect(sum).toEqual(totals.figures);
  expect([...(demands ?? []).map(({ times }) => times), ...(hours ?? [])]).toEqual(
    totals.figures.slice(10),
  );
});

test('no installation is in the ledger', () => {
  const text = JSON.stringify(ledgerOf(all(people)));
  for (const { installation } of people) expect(text).not.toContain(installation);
});

test('suggestions are counted, from the newest file of each', () => {
  const [first] = people;
  if (!first) throw new Error('nobody');
  const shared = new Set(people[1]?.rows.map(({ code }) => code));
  const { site = '', code = '' } = first.rows.find((row) => shared.has(row.code)) ?? {};
  const said = (revision: number, disposal: Disposal) => ({
    ...first,
    revision,
    groups: [{ site, code, disposal }],
  });
  const others = people.slice(1).map((each) => ({ ...each, groups: [] }));
  const files = [said(2, 'dissolve'), said(1, 'keep'), ...others];
  const line = ledgerOf(all(files)).groups?.find((each) => each.code === code);
  expect(line?.disposals).toEqual({ keep: 0, merge: 0, dissolve: 1, regulate: 0 });
});

test('files of several words, and without one, are told', () => {
  const [one, two, three] = people;
  if (!one || !two || !three) throw new Error('nobody');
  const { words } = ledgerOf(all([one, { ...two, word: 'ffff' }, { ...three, word: null }]));
  expect(words).toEqual([null, ...[one.word, 'ffff'].sort()]);
});
