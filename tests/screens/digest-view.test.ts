import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DigestChoice, digestView, firstDayOf } from '../../lib/screens/digest-view';
import type { DigestEntry } from '../../lib/tally/digest';
import { entry, NOW, sighting, version } from '../components/digest-samples';

const HOUR = 3_600_000;

const CHOICE: DigestChoice = {
  part: 'notices',
  filter: 'open',
  query: '',
  now: NOW,
  placed: new Map(),
  known: null,
  isPartial: false,
};

function listed(entries: readonly DigestEntry[], choice: Partial<DigestChoice> = {}) {
  const { sections } = digestView(entries, { ...CHOICE, ...choice });
  return sections.map(({ name, entries: each }) => [name, each.map(({ id }) => id).join(' ')]);
}

const at = (id: string, hours: number | null, arrived = 0, more: Partial<DigestEntry> = {}) =>
  entry(id, {
    deadline: hours === null ? null : NOW + hours * HOUR,
    newest: version({ notice: id, time: NOW + arrived * HOUR }),
    ...more,
  });

const FOUR_TOMORROW = new Date('2026-11-23T04:00:00+08:00').getTime();

test('what is overdue stands apart, then deadlines, then arrivals, then what is done', () => {
  const entries = [
    at('old', null, -50),
    at('done', 3, 0, { done: true }),
    at('later', 20),
    at('tomorrow at four', null, 0, { deadline: FOUR_TOMORROW }),
    at('missed long ago', -30),
    at('just missed', -1),
    at('new', null, -1),
    at('soon', 2),
    at('soon, came later', 2, 1),
  ];
  expect(listed(entries, { filter: 'all' })).toEqual([
    ['overdue', 'just missed missed long ago'],
    ['due', 'soon, came later soon tomorrow at four later'],
    ['plain', 'new old'],
    ['done', 'done'],
  ]);
});

test('a deadline is overdue once it is past, not before', () => {
  expect(listed([at('a', 0)])).toEqual([['due', 'a']]);
  expect(listed([at('a', 0)], { now: NOW + 1 })).toEqual([['overdue', 'a']]);
});

test('requests for traces are a part of their own, each part with its count', () => {
  const entries = [
    at('a', null),
    at('t', null, 0, { traceOnly: true }),
    at('u', 1, 0, { traceOnly: true }),
  ];
  expect(listed(entries)).toEqual([['plain', 'a']]);
  expect(listed(entries, { part: 'traces' })).toEqual([
    ['due', 'u'],
    ['plain', 't'],
  ]);
  expect(digestView(entries, CHOICE).counts).toEqual({ notices: 1, traces: 2 });
  expect(digestView(entries, { ...CHOICE, isPartial: true }).counts).toBeNull();
});

test('the filter shows what is open, what is done, or both', () => {
  const entries = [at('open', null), at('done', null, 0, { done: true })];
  expect(listed(entries)).toEqual([['plain', 'open']]);
  expect(listed(entries, { filter: 'done' })).toEqual([['done', 'done']]);
  expect(listed(entries, { filter: 'all' })).toHaveLength(2);
});

test('an entry that was just ticked stays where it was, whatever its new tick', () => {
  const ticked = [at('a', 2, 0, { done: true }), at('b', 3)];
  const placed = new Map([['a', false]]);
  expect(listed(ticked, { placed })).toEqual([['due', 'a b']]);
  expect(listed([at('a', 2)], { filter: 'done', placed: new Map([['a', true]]) })).toEqual([
    ['done', 'a'],
  ]);
});

test('what comes in while the reader is at the list is counted and waits', () => {
  const entries = [at('a', null), at('new', null, 1), at('trace', null, 1, { traceOnly: true })];
  const known = new Set(['a']);
  expect(listed(entries, { known })).toEqual([['plain', 'a']]);
  expect(digestView(entries, { ...CHOICE, known }).waiting).toBe(1);
  expect(digestView(entries, CHOICE).waiting).toBe(0);
});

test.each([
  ['河道', ['title']],
  ['三楼', ['excerpt']],
  ['防汛值守', ['chat']],
  ['王网格', ['sender']],
  ['旧标题', ['earlier']],
  ['ＷＰＳ', ['width']],
  ['wps 三', []],
  ['wps 表格', ['width']],
  ['  ', ['chat', 'earlier', 'excerpt', 'sender', 'title', 'width']],
  ['题通', []],
])('a search for “%s” finds %j', (query, ids) => {
  const blank = { title: '', excerpt: '', sightings: [] };
  const entries = [
    entry('title', { newest: version({ ...blank, title: '河道保洁' }) }),
    entry('excerpt', { newest: version({ ...blank, excerpt: '会议改在三楼' }) }),
    entry('chat', {
      newest: version({ ...blank, sightings: [sighting('防汛值守群', { sender: '' })] }),
    }),
    entry('sender', {
      newest: version({ ...blank, sightings: [sighting('', { sender: '王网格' })] }),
    }),
    entry('earlier', {
      newest: version({ ...blank, title: '新标题' }),
      earlier: [version({ title: '旧标题' })],
    }),
    entry('width', { newest: version({ ...blank, title: 'WPS表格', excerpt: '通知' }) }),
  ];
  const found = digestView(entries, { ...CHOICE, query }).sections.flatMap((section) =>
    section.entries.map(({ id }) => id),
  );
  expect(found.sort()).toEqual(ids);
});

test('the order does not depend on the order in which entries are read', () => {
  const made = fc
    .uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        hours: fc.option(fc.integer({ min: -3, max: 3 })),
        arrived: fc.integer({ min: -2, max: 2 }),
        done: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 30 },
    )
    .map((list) => list.map(({ id, hours, arrived, done }) => at(id, hours, arrived, { done })));
  fc.assert(
    fc.property(made, fc.infiniteStream(fc.nat()), (entries, numbers) => {
      const shuffled = entries
        .map((each) => [numbers.next().value, each] as const)
        .sort(([one], [other]) => one - other)
        .map(([, each]) => each);
      expect(listed(shuffled, { filter: 'all' })).toEqual(listed(entries, { filter: 'all' }));
      const count = digestView(entries, { ...CHOICE, filter: 'all' }).sections.flatMap(
        (section) => section.entries,
      ).length;
      expect(count).toBe(entries.length);
    }),
  );
});

test('a range of seven days begins six days ago', () => {
  expect(firstDayOf('today', '2026-03-01')).toBe('2026-03-01');
  expect(firstDayOf('days3', '2026-03-01')).toBe('2026-02-27');
  expect(firstDayOf('days14', '2026-03-01')).toBe('2026-02-16');
});
