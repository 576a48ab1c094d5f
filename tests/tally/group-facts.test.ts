import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/tally/local-day';
import { allFacts, factsOf, kinds, noted } from './facts-of';
import {
  dayRow,
  everyWorkingDay,
  IN_USE,
  PERIOD,
  sources,
  stating,
  statingOften,
  TODAY,
} from './group-samples';

test('one message makes no suspicion of any kind', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('notices', 'copies', 'replies', 'late'),
      fc.constantFrom('photo', 'reply', 'form', undefined),
      (ago, name, demand) => {
        const counts = { messages: 1, [name]: 1, demands: demand ? { [demand]: 1 } : {} };
        const from = sources([dayRow('群', addDays(TODAY, -ago), counts), ...IN_USE]);
        const spread = [stating(['群', '常用群'], addDays(TODAY, -ago))];
        expect(kinds(factsOf({ ...from, spread }, '群'))).toEqual([]);
      },
    ),
  );
});

test('the order of rows, groups and notices is no matter', () => {
  const chats = ['甲', '乙', '丙', '丁'];
  const rows = [
    ...chats.flatMap((chat, at) =>
      everyWorkingDay(chat, addDays(TODAY, -200), addDays(TODAY, -at * 35), {
        ...{ messages: 8, notices: 1, copies: 1, replies: 2, demands: { form: 1, photo: 1 } },
      }),
    ),
    ...IN_USE,
  ];
  const spread = [...statingOften(14, chats), ...statingOften(9, ['甲', '丙'])];
  const from = sources(rows, { spread, notes: [noted('甲', 'x'), noted('丁', 'x')] });
  const expected = allFacts(from, PERIOD);
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      shuffled(from.groups),
      shuffled(from.days),
      shuffled(from.spread),
      shuffled(from.notes),
      (groups, days, versions, notes) => {
        expect(allFacts({ groups, days, spread: versions, notes }, PERIOD)).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
});

test('figures stay within bounds for any sums', () => {
  const count = fc.nat({ max: 50 });
  const sums = fc.record({
    messages: count,
    own: count,
    notices: count,
    copies: count,
    replies: count,
  });
  fc.assert(
    fc.property(fc.array(sums, { maxLength: 20 }), fc.nat({ max: 30 }), (list, shared) => {
      const days = list.map((counts, at) =>
        dayRow(at % 2 ? '甲' : '乙', addDays(TODAY, -at), counts),
      );
      const made = allFacts(sources(days, { spread: statingOften(shared, ['甲', '乙']) }), PERIOD);
      for (const { share, shareOfOther } of made.flatMap(({ overlaps }) => overlaps)) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(shareOfOther).toBeLessThanOrEqual(1);
      }
    }),
  );
});
