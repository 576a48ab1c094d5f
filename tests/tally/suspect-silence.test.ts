import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupFacts } from '../../lib/tally/group-facts';
import { addDays } from '../../lib/tally/local-day';
import type { Suspicion } from '../../lib/tally/suspicion';
import { allFacts, evidence, factsOf, kinds } from './facts-of';
import { dayRow, everyWorkingDay, IN_USE, PERIOD, sources, TODAY } from './group-samples';

/** The suspicions that a silence makes. */
function silences(facts: GroupFacts): Suspicion[] {
  return kinds(facts).filter((kind) => kind === 'finished' || kind === 'dormant');
}

const quiet = everyWorkingDay('旧群', '2026-06-01', '2026-06-30', { messages: 2 });

test('sixty days without a message while others went on is dormant, with its figures', () => {
  const facts = factsOf(sources([...quiet, ...IN_USE]), '旧群');
  expect(silences(facts)).toEqual(['finished', 'dormant']);
  expect(evidence(facts, 'dormant')).toEqual({
    lastDay: '2026-06-30',
    quietDays: 153,
    workingDays: 39,
    inUseDays: 39,
    limit: 60,
    successor: null,
  });
});

test.each([
  ['2026-10-01', true],
  ['2026-10-02', false],
])('the sixtieth day decides: last message on %s', (last, isDormant) => {
  const rows = [
    dayRow('群', addDays(last, -9), { messages: 3 }),
    dayRow('群', last, { messages: 3 }),
  ];
  expect(silences(factsOf(sources([...rows, ...IN_USE]), '群')).includes('dormant')).toBe(
    isDormant,
  );
});

test('the limit is the user’s, within bounds', () => {
  const rows = everyWorkingDay('群', '2026-08-01', '2026-09-20');
  const limited = (dormantDays: number) =>
    silences(factsOf(sources([...rows, ...IN_USE]), '群', { ...PERIOD, dormantDays }));
  expect(limited(90)).not.toContain('dormant');
  expect(limited(71)).toContain('dormant');
  expect(limited(Number.NaN)).toContain('dormant');
  expect(limited(-5)).toContain('dormant');
});

test('a browser that was not in use for sixty days makes no group dormant or finished', () => {
  const all = ['甲', '乙', '丙'].flatMap((chat) =>
    everyWorkingDay(chat, '2026-06-01', addDays(TODAY, -61)),
  );
  const made = allFacts(sources(all), PERIOD);
  expect(made.map(silences)).toEqual([[], [], []]);
  const back = [...all, ...everyWorkingDay('甲', addDays(TODAY, -5), TODAY)];
  expect(allFacts(sources(back), PERIOD).map(silences)).not.toContainEqual(
    expect.arrayContaining(['dormant']),
  );
});

test('another site in use says nothing of this one', () => {
  const elsewhere = everyWorkingDay('群', '2026-06-01', '2026-06-30', {}, 'feishu');
  expect(silences(factsOf(sources([...elsewhere, ...IN_USE]), '群'))).toEqual([]);
});

test('no suspicion from a passing glance: one message, or one day however long', () => {
  const once = [dayRow('一条', '2026-05-06', { messages: 1 })];
  const oneDay = [dayRow('一天', '2026-05-06', { messages: 400 })];
  const from = sources([...once, ...oneDay, ...IN_USE]);
  expect(silences(factsOf(from, '一条'))).toEqual([]);
  expect(silences(factsOf(from, '一天'))).toEqual([]);
});

test('a stage group: a busy time, thanks, and nothing since', () => {
  const busy = everyWorkingDay('普查专班', '2026-09-01', '2026-09-24', { messages: 4 });
  const thanks = [dayRow('普查专班', '2026-10-20', { messages: 2 })];
  const facts = factsOf(sources([...busy, ...thanks, ...IN_USE]), '普查专班');
  expect(evidence(facts, 'finished')).toMatchObject({
    busyTo: '2026-09-24',
    busyMessages: 4 * busy.length,
    busyDays: busy.length,
    afterwards: 2,
    lastDay: '2026-10-20',
  });
  expect(silences(facts)).not.toContain('dormant');
});

test('a group that was never busy is not finished, nor one that went on a little', () => {
  const sparse = everyWorkingDay('稀', '2026-04-01', '2026-10-20')
    .filter((_, at) => at % 10 === 0)
    .map((row) => ({ ...row, messages: 1 }));
  const slower = [
    ...everyWorkingDay('渐少', '2026-06-01', '2026-06-30'),
    dayRow('渐少', '2026-08-10', { messages: 2 }),
    dayRow('渐少', '2026-09-10', { messages: 2 }),
  ];
  const from = sources([...sparse, ...slower, ...IN_USE]);
  expect(silences(factsOf(from, '稀'))).not.toContain('finished');
  expect(silences(factsOf(from, '渐少'))).not.toContain('finished');
});

test('a public holiday ends no group', () => {
  const busy = everyWorkingDay('群', '2026-08-20', '2026-09-30');
  const today = '2026-10-08';
  const period = { from: '2026-07-11', to: today, dormantDays: 60 };
  const used = IN_USE.filter(({ day }) => day <= today);
  expect(silences(factsOf(sources([...busy, ...used]), '群', period))).toEqual([]);
});

test('a renamed group is told as one that may have been renamed', () => {
  const old = everyWorkingDay('防汛值班群', '2026-05-06', '2026-08-14');
  const renamed = everyWorkingDay('防汛防台值班群', '2026-08-17', TODAY);
  const other = everyWorkingDay('秸秆禁烧', '2026-08-17', TODAY);
  const facts = factsOf(sources([...old, ...renamed, ...other, ...IN_USE]), '防汛值班群');
  expect(evidence(facts, 'finished').successor).toEqual({
    chat: '防汛防台值班群',
    firstDay: '2026-08-17',
  });
  const without = factsOf(sources([...old, ...other, ...IN_USE]), '防汛值班群');
  expect(evidence(without, 'finished').successor).toBeNull();
});

test('silence only grows: a later day never takes a suspicion of it back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 60 }), (ago, more) => {
      const last = addDays(TODAY, -ago - more);
      const rows = everyWorkingDay('群', addDays(last, -40), last, { messages: 5 });
      const at = (to: string) => {
        const period = { from: addDays(to, -29), to, dormantDays: 60 };
        const days = [...rows, ...IN_USE].filter(({ day }) => day <= to);
        return silences(factsOf(sources(days), '群', period));
      };
      const [before, after] = [at(addDays(TODAY, -more)), at(TODAY)];
      expect(after).toEqual(expect.arrayContaining(before));
    }),
    { numRuns: 60 },
  );
});

test('rows for what was folded alone are no messages', () => {
  const folded = dayRow('旧群', TODAY, { messages: 0, folded: 3 });
  const facts = factsOf(sources([...quiet, folded, ...IN_USE]), '旧群');
  expect(facts.lastDay).toBe('2026-06-30');
  expect(silences(facts)).toContain('dormant');
});
