import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  type GroupFilter,
  type GroupLine,
  NO_FILTER,
  type Sorting,
  shownLines,
  sortedBy,
} from '../../../components/report/checkup/group-table-model';
import { FACTS, group, lines } from './checkup-samples';

const NOTES = {
  ...{ id: 'wechat|网格群', site: 'wechat', chat: '网格群', purpose: '网格走访' },
  ...{ owner: '', unit: 'ＡＢＣ 办', note: '', disposal: 'merge' as const },
};

function shown(filter: Partial<GroupFilter>, sorting: Partial<Sorting> = {}): string[] {
  const by: Sorting = { column: 'messages', descending: true, ...sorting };
  return names(shownLines(lines(FACTS, [NOTES]), { ...NO_FILTER, ...filter }, by));
}

function names(list: readonly GroupLine[]): string[] {
  return list.map(({ facts }) => facts.chat);
}

describe('filter', () => {
  test.each<[string, Partial<GroupFilter>, string[]]>([
    ['words in the name', { words: '社区' }, ['社区甲群', '社区乙群']],
    ['words in what is noted', { words: '走访' }, ['网格群']],
    ['width and case are no matter', { words: 'abc' }, ['网格群']],
    ['every word must be there', { words: '网格 abc' }, ['网格群']],
    ['fields do not run together', { words: '群网格走' }, []],
    ['blanks are no word', { words: '  ', site: 'feishu' }, ['闲聊群']],
    ['one suspicion', { suspicion: 'dormant' }, ['防汛群']],
    ['no suspicion', { suspicion: 'none' }, ['网格群']],
    ['a disposal', { disposal: 'merge' }, ['网格群']],
    ['undecided and suspected', { disposal: 'undecided', suspicion: 'show' }, ['打卡群']],
    ['nothing fits', { disposal: 'keep' }, []],
  ])('%s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  test('any suspicion is the rest of none', () => {
    expect(shown({ suspicion: 'any' })).toHaveLength(FACTS.length - 1);
  });
});

describe('sorting', () => {
  test('what has no figure comes last both ways', () => {
    const copies = (descending: boolean) => shown({}, { column: 'copies', descending });
    expect(copies(true).at(-1)).toBe('防汛群');
    expect(copies(false).at(-1)).toBe('防汛群');
    expect(copies(true)[0]).toBe('网格群');
  });

  test('names go by the dictionary, not by code', () => {
    const list = lines([group('张庄'), group('阿城'), group('李村')]);
    const by: Sorting = { column: 'name', descending: false };
    expect(names(shownLines(list, NO_FILTER, by))).toEqual(['阿城', '李村', '张庄']);
  });

  test('a second click turns round; figures begin with the largest, names and days with the first', () => {
    const begun = sortedBy('messages', { column: 'name', descending: false });
    expect(begun).toEqual({ column: 'messages', descending: true });
    expect(sortedBy('messages', begun).descending).toBe(false);
    expect(sortedBy('last', begun).descending).toBe(false);
  });

  const counts = fc.record({ messages: fc.nat(9), own: fc.nat(9), copies: fc.nat(9) });
  const facts = fc
    .array(counts)
    .map((list) => list.map((each, at) => group(`群${at}`, { counts: each })));

  test('nothing is lost or doubled, and the order does not hang on the order before', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...COLUMNS), fc.boolean(), (list, column, descending) => {
        const all = lines(list);
        const by = { column, descending };
        const sorted = names(shownLines(all, NO_FILTER, by));
        expect([...sorted].sort()).toEqual(names(all).sort());
        expect(names(shownLines([...all].reverse(), NO_FILTER, by))).toEqual(sorted);
      }),
    );
  });
});

test('shares are of the messages of others, none where there were none', () => {
  const [some, none] = lines([
    group('有', {
      counts: { messages: 120, own: 20, copies: 25, replies: 40, demands: { photo: 10 } },
      offHours: 30,
    }),
    group('无', { counts: { messages: 20, own: 20 } }),
  ]);
  expect(some).toMatchObject({ copyShare: 0.25, traceShare: 0.5, offHoursShare: 0.3, demands: 10 });
  expect(none).toMatchObject({ copyShare: null, traceShare: null, offHoursShare: null });
});
