import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/tally/local-day';
import type { NoticeRow } from '../../lib/tally/rows';
import { allFacts, evidence, factsOf, kinds, noted } from './facts-of';
import {
  dayRow,
  type GroupSources,
  PERIOD,
  sources,
  stating,
  statingOften,
  TODAY,
} from './group-samples';

const asking = { demands: { form: 6, photo: 2 } };

function two(shared: number, mine: number, theirs: number, more: Partial<GroupSources> = {}) {
  const rows = [
    dayRow('甲', TODAY, { notices: mine, ...asking }),
    dayRow('乙', TODAY, { copies: theirs, ...asking }),
  ];
  return sources(rows, { spread: statingOften(shared, ['甲', '乙']), ...more });
}

test('two identical groups are suspected both ways', () => {
  const from = two(12, 12, 12);
  for (const [chat, other] of [
    ['甲', '乙'],
    ['乙', '甲'],
  ] as const) {
    const facts = factsOf(from, chat);
    expect(facts.overlaps).toEqual([
      { site: 'wechat', chat: other, shared: 12, share: 1, shareOfOther: 1 },
    ]);
    expect(kinds(facts)).toEqual(['duplicate', 'audience']);
  }
});

test('a group contained in a larger one is suspected, the larger one is not', () => {
  const from = two(12, 12, 100);
  expect(kinds(factsOf(from, '甲'))).toEqual(['duplicate']);
  expect(kinds(factsOf(from, '乙'))).toEqual([]);
  expect(factsOf(from, '甲').overlaps[0]).toMatchObject({ share: 1, shareOfOther: 0.12 });
});

test('four notices in common are too few, whatever their share', () => {
  expect(kinds(factsOf(two(4, 4, 4), '甲'))).toEqual([]);
});

test('other demands mean another function, unless the same purpose is noted', () => {
  const rows = [
    dayRow('甲', TODAY, { notices: 12, demands: { form: 9 } }),
    dayRow('乙', TODAY, { copies: 100, demands: { photo: 9 } }),
  ];
  const spread = statingOften(9, ['甲', '乙']);
  expect(kinds(factsOf(sources(rows, { spread }), '甲'))).toEqual([]);
  const notes = [noted('甲', '防汛 '), noted('乙', '防汛')];
  const facts = factsOf(sources(rows, { spread, notes }), '甲');
  expect(evidence(facts, 'duplicate')).toMatchObject({ chat: '乙', shared: 9, share: 0.75 });
  const blank = [noted('甲', ' '), noted('乙', '')];
  expect(kinds(factsOf(sources(rows, { spread, notes: blank }), '甲'))).toEqual([]);
});

test('a demand that is counted where it was asked first was asked of the copies’ readers too', () => {
  const rows = [
    dayRow('甲', TODAY, { notices: 9, demands: { form: 9 } }),
    dayRow('乙', TODAY, { copies: 9 }),
  ];
  const spread = statingOften(9, ['甲', '乙'], { demands: ['form'] });
  expect(evidence(factsOf(sources(rows, { spread }), '乙'), 'duplicate').likeness).toBe(1);
});

test('own messages, pictures and days outside the period are not in common', () => {
  const rows = [dayRow('甲', TODAY, { notices: 9 }), dayRow('乙', TODAY, { copies: 9 })];
  const early = addDays(PERIOD.from, -1);
  const none: NoticeRow[] = [
    ...statingOften(20, ['甲', '乙'], { own: true }),
    ...statingOften(20, ['甲', '乙'], { picture: true, media: true }),
    ...Array.from({ length: 20 }, () => stating(['甲', '乙'], early)),
  ];
  expect(factsOf(sources(rows, { spread: none }), '甲').overlaps).toEqual([]);
});

test('the same again in one group does not make its share smaller', () => {
  const rows = [dayRow('甲', TODAY, { notices: 6, copies: 6 }), dayRow('乙', TODAY, { copies: 6 })];
  const spread = statingOften(6, ['甲', '甲', '乙']);
  expect(factsOf(sources(rows, { spread }), '甲').overlaps[0]).toMatchObject({
    shared: 6,
    share: 1,
  });
});

test('groups with the same name on two sites are two groups', () => {
  const rows = [dayRow('群', TODAY, { notices: 3 }), dayRow('群', TODAY, { copies: 3 }, 'feishu')];
  const spread = statingOften(3, ['群', '群']).map((notice) => {
    const [first, second] = notice.members;
    if (second) second.site = 'feishu';
    return { ...notice, members: [first, second].filter((member) => member !== undefined) };
  });
  const made = allFacts(sources(rows, { spread }), PERIOD);
  expect(made.map(({ site, overlaps }) => [site, overlaps[0]?.site])).toEqual([
    ['feishu', 'wechat'],
    ['wechat', 'feishu'],
  ]);
});

test('one more notice in common never makes two groups less suspicious', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      (shared, mine, theirs) => {
        const at = (count: number) =>
          kinds(factsOf(two(count, shared + 1 + mine, shared + 1 + theirs), '甲'));
        expect(at(shared + 1)).toEqual(expect.arrayContaining(at(shared)));
      },
    ),
  );
});
