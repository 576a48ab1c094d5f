import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import {
  changeBy,
  type Pack,
  PackError,
  readPack,
  withoutPack,
  withPack,
} from '../../lib/import/pack';

const GOOD = {
  format: 'fingerlight-words',
  version: 1,
  name: '街道办常用',
  keywords: ['防汛', '抗旱'],
  senders: ['王主任'],
};

const file = (change: Record<string, unknown>) => JSON.stringify({ ...GOOD, ...change });

function problemOf(text: string): string {
  try {
    readPack(text);
    return 'none';
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problem;
  }
}

test('a good pack is read; doubles and blanks around entries go', () => {
  const { format: _, version: __, ...pack } = GOOD;
  expect(readPack(file({}))).toEqual(pack);
  expect(readPack(file({ keywords: [' 防汛 ', '防汛'], senders: undefined }))).toEqual({
    ...{ name: '街道办常用', keywords: ['防汛'], senders: [] },
  });
});

test.each<[string, string]>([
  ['{', 'json'],
  ['', 'json'],
  ['[]', 'kind'],
  ['null', 'kind'],
  ['7', 'kind'],
  [file({ format: 'fingerlight-site' }), 'kind'],
  [file({ version: 2 }), 'version'],
  [file({ version: '1' }), 'version'],
  [file({ selectors: { row: 'div' } }), 'field'],
  [file({ neverFold: {} }), 'field'],
  [`${file({}).slice(0, -1)},"__proto__":{"mode":"fold"}}`, 'field'],
  [file({ name: '' }), 'name'],
  [file({ name: 7 }), 'name'],
  [file({ name: '长'.repeat(61) }), 'name'],
  [file({ keywords: '防汛' }), 'list'],
  [file({ keywords: [7] }), 'list'],
  [file({ keywords: ['的'] }), 'list'],
  [file({ keywords: ['长'.repeat(61)] }), 'list'],
  [file({ keywords: ['两\n行'] }), 'list'],
  [file({ keywords: ['\u202e倒着'] }), 'list'],
  [file({ senders: ['  '] }), 'list'],
  [file({ keywords: Array.from({ length: 501 }, (_, at) => `词语${at}`) }), 'list'],
  [file({ keywords: [], senders: [] }), 'empty'],
  [file({ name: 'x'.repeat(70_000) }), 'large'],
])('%# is refused: it is of no use, or says more than a pack may', (text, problem) => {
  expect(problemOf(text)).toBe(problem);
});

const settings = (change: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...change });
const never = (keywords: string[], senders: string[] = []) => ({
  neverFold: { chats: ['甲群'], keywords, senders },
});

describe('taking a pack', () => {
  const pack = readPack(file({}));

  test('says before what is new and what is there', () => {
    expect(changeBy(pack, settings(never(['防汛'])))).toEqual({
      ...{ keywords: ['抗旱'], senders: ['王主任'], known: 1 },
    });
  });

  test('only adds to what is never folded, and can be undone without a trace', () => {
    const before = settings(never(['防汛', '应急'], ['李书记']));
    const taken = { ...before, ...withPack(pack, before) };
    expect(taken.neverFold).toEqual({
      ...{ chats: ['甲群'], keywords: ['防汛', '应急', '抗旱'], senders: ['李书记', '王主任'] },
    });
    expect({ ...taken, neverFold: before.neverFold, packs: [] }).toEqual(before);
    expect({ ...taken, ...withoutPack(pack.name, taken) }).toEqual(before);
  });

  test('again under the same name replaces it', () => {
    const once = { ...settings(), ...withPack(pack, settings()) };
    const newer = { ...pack, keywords: ['森林防火'] };
    const twice = { ...once, ...withPack(newer, once) };
    expect(twice.neverFold.keywords).toEqual(['森林防火']);
    expect(twice.packs).toHaveLength(1);
  });

  test('no more than twenty at a time', () => {
    let now = settings();
    for (let at = 0; at < 20; at++)
      now = { ...now, ...withPack({ ...pack, name: `包${at}` }, now) };
    expect(() => withPack({ ...pack, name: '又一包' }, now)).toThrow('many');
    expect(() => withPack({ ...pack, name: '包7' }, now)).not.toThrow();
  });

  test('what was edited away since stays away', () => {
    const taken = { ...settings(), ...withPack(pack, settings()) };
    const edited = { ...taken, neverFold: { ...taken.neverFold, keywords: ['自己的词'] } };
    expect(withoutPack(pack.name, edited).neverFold?.keywords).toEqual(['自己的词']);
  });
});

test('packs in any order, taken out in any order, leave what was there', () => {
  const words = fc.uniqueArray(fc.constantFrom('防汛', '抗旱', '应急', '维稳', '信访', '环保'));
  const packs = fc.uniqueArray(
    fc.record({ name: fc.constantFrom('甲', '乙', '丙', '丁'), keywords: words, senders: words }),
    { selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(
      words,
      words,
      packs,
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      (own, people, list, order) => {
        const before = settings(never(own, people));
        let now: Settings = before;
        for (const pack of list as Pack[]) now = { ...now, ...withPack(pack, now) };
        const left = [...list];
        for (const pick of order) {
          const [gone] = left.splice(pick % Math.max(1, left.length), 1);
          if (!gone) break;
          now = { ...now, ...withoutPack(gone.name, now) };
          for (const pack of left) {
            for (const word of pack.keywords) expect(now.neverFold.keywords).toContain(word);
          }
        }
        expect(now.neverFold.keywords.toSorted()).toEqual(own.toSorted());
        expect(now.neverFold.senders.toSorted()).toEqual(people.toSorted());
        expect(now.packs).toEqual([]);
      },
    ),
  );
});
