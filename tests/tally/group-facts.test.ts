import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupFacts, type GroupSources, groupFacts } from '../../lib/tally/group-facts';
import { addDays } from '../../lib/tally/local-day';
import type { GroupRow, NoticeRow } from '../../lib/tally/rows';
import type { Evidence, Suspicion } from '../../lib/tally/suspicion';
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

function factsOf(from: GroupSources, chat: string, period = PERIOD): GroupFacts {
  const found = groupFacts(from, period).find((group) => group.chat === chat);
  if (!found) throw new Error(`no group ${chat}`);
  return found;
}

function kinds(facts: GroupFacts): Suspicion[] {
  return facts.suspicions.map(({ kind }) => kind);
}

/** The suspicions that a silence makes. */
function silences(facts: GroupFacts): Suspicion[] {
  return kinds(facts).filter((kind) => kind === 'finished' || kind === 'dormant');
}

function evidence<Kind extends Suspicion>(facts: GroupFacts, kind: Kind): Evidence[Kind] {
  const found = facts.suspicions.find((suspicion) => suspicion.kind === kind);
  if (!found) throw new Error(`not suspected: ${kind}`);
  return found.evidence as Evidence[Kind];
}

function noted(chat: string, purpose: string): GroupRow {
  const nothing = { owner: '', unit: '', note: '', disposal: null };
  return { id: `wechat|${chat}`, site: 'wechat', chat, purpose, ...nothing };
}

describe('silence', () => {
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
    const made = groupFacts(sources(all), PERIOD);
    expect(made.map(silences)).toEqual([[], [], []]);
    const back = [...all, ...everyWorkingDay('甲', addDays(TODAY, -5), TODAY)];
    expect(groupFacts(sources(back), PERIOD).map(silences)).not.toContainEqual(
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
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        (ago, more) => {
          const last = addDays(TODAY, -ago - more);
          const rows = everyWorkingDay('群', addDays(last, -40), last, { messages: 5 });
          const at = (to: string) => {
            const period = { from: addDays(to, -29), to, dormantDays: 60 };
            const days = [...rows, ...IN_USE].filter(({ day }) => day <= to);
            return silences(factsOf(sources(days), '群', period));
          };
          const [before, after] = [at(addDays(TODAY, -more)), at(TODAY)];
          expect(after).toEqual(expect.arrayContaining(before));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('rows for what was folded alone are no messages', () => {
    const folded = dayRow('旧群', TODAY, { messages: 0, folded: 3 });
    const facts = factsOf(sources([...quiet, folded, ...IN_USE]), '旧群');
    expect(facts.lastDay).toBe('2026-06-30');
    expect(silences(facts)).toContain('dormant');
  });
});

describe('what groups have in common', () => {
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
    const rows = [
      dayRow('甲', TODAY, { notices: 6, copies: 6 }),
      dayRow('乙', TODAY, { copies: 6 }),
    ];
    const spread = statingOften(6, ['甲', '甲', '乙']);
    expect(factsOf(sources(rows, { spread }), '甲').overlaps[0]).toMatchObject({
      shared: 6,
      share: 1,
    });
  });

  test('groups with the same name on two sites are two groups', () => {
    const rows = [
      dayRow('群', TODAY, { notices: 3 }),
      dayRow('群', TODAY, { copies: 3 }, 'feishu'),
    ];
    const spread = statingOften(3, ['群', '群']).map((notice) => {
      const [first, second] = notice.members;
      if (second) second.site = 'feishu';
      return { ...notice, members: [first, second].filter((member) => member !== undefined) };
    });
    const made = groupFacts(sources(rows, { spread }), PERIOD);
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
});

describe('what a group is made of', () => {
  const week = (counts: Parameters<typeof everyWorkingDay>[3]) =>
    everyWorkingDay('群', addDays(TODAY, -13), TODAY, counts);

  test('check-ins, photos and the answers to them are for show', () => {
    const counts = { messages: 20, replies: 14, notices: 1, demands: { photo: 2, 'check-in': 1 } };
    const facts = factsOf(sources(week(counts)), '群');
    expect(kinds(facts)).toEqual(['show']);
    expect(evidence(facts, 'show')).toEqual({
      messages: 200,
      replies: 140,
      traces: 30,
      notices: 10,
    });
  });

  test('notices that a hundred people answer are no show', () => {
    const counts = { messages: 100, replies: 96, notices: 2, copies: 2, demands: { reply: 4 } };
    expect(kinds(factsOf(sources(week(counts)), '群'))).toEqual([]);
  });

  test('chatter without notices is told, with notices it is not', () => {
    const chatter = factsOf(sources(week({ messages: 20 })), '群');
    expect(evidence(chatter, 'other')).toEqual({ messages: 200, chatter: 200, notices: 0 });
    expect(kinds(factsOf(sources(week({ messages: 20, notices: 1 })), '群'))).toEqual([]);
  });

  test('own messages say nothing, nor does a lively single day', () => {
    expect(kinds(factsOf(sources(week({ messages: 20, own: 20 })), '群'))).toEqual([]);
    const once = [dayRow('群', TODAY, { messages: 300 })];
    expect(kinds(factsOf(sources(once), '群'))).toEqual([]);
  });

  test('off-hours follow the calendar: all of a free day, the late ones of a working day', () => {
    const rows = [
      dayRow('群', '2026-11-28', { messages: 5, own: 1 }),
      dayRow('群', '2026-11-30', { messages: 8, late: 3 }),
    ];
    expect(factsOf(sources(rows), '群').offHours).toBe(7);
  });
});

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
  const expected = groupFacts(from, PERIOD);
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      shuffled(from.groups),
      shuffled(from.days),
      shuffled(from.spread),
      shuffled(from.notes),
      (groups, days, versions, notes) => {
        expect(groupFacts({ groups, days, spread: versions, notes }, PERIOD)).toEqual(expected);
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
      const made = groupFacts(
        sources(days, { spread: statingOften(shared, ['甲', '乙']) }),
        PERIOD,
      );
      for (const { share, shareOfOther } of made.flatMap(({ overlaps }) => overlaps)) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(shareOfOther).toBeLessThanOrEqual(1);
      }
    }),
  );
});
