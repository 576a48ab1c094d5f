import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { type DemandObject, objectsOf, type WorkKind } from '../../lib/detect/demand-object';
import { APART, CARRIERS } from '../corpus/objects/apart';
import { ASKED, UNNAMED } from '../corpus/objects/asked';
import { message } from './fixtures';

/** What a text asks for when it asks for these kinds of work. */
function objectsIn(text: string, ...kinds: WorkKind[]): DemandObject[] {
  return objectsOf(analyse(message(text)), kinds);
}

describe.each(ASKED)('$object, $period', ({ kind, object, period, texts }) => {
  it.each([...texts])('is what is asked for by %s', (text) => {
    expect(objectsIn(text, kind)).toContainEqual(expect.objectContaining({ kind, object, period }));
    const ids = new Set(objectsIn(text, kind).map(({ id }) => id));
    expect(ids).toContain(objectsIn(texts[0], kind).find((one) => one.object === object)?.id);
  });
});

it.each(UNNAMED)('no %s is named by %s', (kind, text) => {
  expect(objectsIn(text, kind)).toEqual([]);
});

const carried = APART.flatMap(([kind, one, other]) =>
  CARRIERS[kind].map((carrier) => [carrier.replace('#', one), carrier.replace('#', other), kind]),
) as [string, string, WorkKind][];

it.each(carried)('%s is not %s', (one, other, kind) => {
  const key = ({ id, period }: DemandObject) => `${id} ${period}`;
  const [ones, others] = [objectsIn(one, kind).map(key), objectsIn(other, kind).map(key)];
  expect(ones.filter((each) => others.includes(each))).toEqual([]);
  expect([ones.length, others.length]).toEqual([1, 1]);
});

const AROUND: readonly (readonly [text: string, time: string, period: string | null])[] = [
  ['请报送12月份河道保洁统计表', '2027-01-05', '2026-12'],
  ['请报送1月份河道保洁统计表', '2026-12-28', '2027-01'],
  ['请报送上月河道保洁统计表', '2027-01-05', '2026-12'],
  ['请报送四季度河道保洁统计表', '2027-01-05', '2026-Q4'],
  ['请报送上季度河道保洁统计表', '2027-01-05', '2026-Q4'],
  ['请报送本周河道保洁统计表', '2026-12-31', '2026-W53'],
  ['请报送本周河道保洁统计表', '2027-01-03', '2026-W53'],
  ['请报送本周河道保洁统计表', '2027-01-04', '2027-W01'],
  ['请报送今年河道保洁统计表', '2026-12-31', '2026'],
  ['请报送今年河道保洁统计表', '2026-06-30', null],
  ['请报送去年河道保洁统计表', '2026-06-30', '2025'],
  ['请报送二〇二六年十月河道保洁统计表', '2026-11-02', '2026-10'],
  ['请报送河道保洁统计表', '2026-11-02', null],
];

it.each(AROUND)('%s, said on %s, is for %s', (text, day, period) => {
  const time = Date.parse(`${day}T09:00:00+08:00`);
  const [one] = objectsOf(analyse(message({ text: `${text}，于周五前报办公室。`, time })), [
    'form',
  ]);
  expect(one).toMatchObject({ object: '河道保洁统计表', period });
});

it('a name may stand on the form that comes with the message', () => {
  const link = { url: 'https://docs.example/sheet/1', title: '低保对象排查台账（2026年10月）' };
  const file = { name: '附件1：低保对象排查台帐2026年10月.xlsx', size: 10, exact: true };
  const asked = [message({ kind: 'link', link }), message({ kind: 'file', file })];
  expect(asked.map((one) => objectsOf(analyse(one), ['form']))).toEqual([
    [expect.objectContaining({ object: '低保对象排查台账', period: '2026-10' })],
    [expect.objectContaining({ object: '低保对象排查台账', period: '2026-10' })],
  ]);
});

it('only what the message was found to ask for is looked for', () => {
  const text = '请各村填写独居老人信息表，并参加安全生产工作会议，配合做好人居环境督查。';
  expect(objectsIn(text, 'form').map(({ kind }) => kind)).toEqual(['form']);
  expect(objectsIn(text)).toEqual([]);
  expect(objectsOf(analyse(message(text)), ['reply', 'photo', 'ranking'])).toEqual([]);
});

it('no name is longer than is kept, and no text names more than a few', () => {
  const list = Array.from({ length: 300 }, (_, at) => `《河道${'甲'.repeat(at % 70)}${at}统计表》`);
  const found = objectsIn(`请填写${list.join('、')}，周五前交。`, 'form');
  expect(found.length).toBeLessThanOrEqual(6);
  expect(found.every(({ object }) => object.length <= 60)).toBe(true);
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nested quotes', '《'.repeat(500_000) + '》'.repeat(500_000)],
  ['pairs of quotes', '填写《台账》'.repeat(170_000)],
  ['subjects without an end', '关于报送'.repeat(250_000)],
  ['letters alone', '报'.repeat(1_000_000)],
  ['papers alone', '统计表'.repeat(330_000)],
  ['offices alone', '县民政局街道'.repeat(160_000)],
  ['areas alone', '开展对到县'.repeat(200_000)],
  ['meetings alone', '召开会议'.repeat(250_000)],
  ['inspections alone', '开展检查对进行'.repeat(150_000)],
  ['numerals', '第十二期10月至11月'.repeat(100_000)],
  ['brackets', '填写(附件('.repeat(170_000)],
  ['blanks', '填写 '.repeat(300_000)],
  ['bidi marks', '\u202e报送\u2066台账\u2069'.repeat(140_000)],
  ['formulas', '=HYPERLINK("报送台账")'.repeat(50_000)],
];

it.each(HOSTILE)('a megabyte of %s is read within a moment', (_, text) => {
  for (const whole of [text, text.slice(0, 7_900), `请报送低保对象排查台账。${text}`]) {
    const analysis = analyse(message(whole));
    const begin = performance.now();
    const found = objectsOf(analysis, ['form', 'meeting', 'inspection']);
    // A hundred times what it takes: only a pattern that runs away is slower.
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(found.every(({ object }) => object.length <= 60)).toBe(true);
  }
});

it('random text of the words that are looked for is read and named within bounds', () => {
  const words =
    '请将报送填写关于召开开展对到县民政局全镇10月份第三批的通知《》（）统计表台账会议检查督查，。\n 组';
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 300 }), (letters) => {
      for (const { object, id, period } of objectsIn(
        letters.join(''),
        'form',
        'meeting',
        'inspection',
      )) {
        expect(object).toMatch(/^[\p{L}\p{N}]{3,60}$/u);
        expect(id).toMatch(/^[0-9a-f]{14}$/);
        expect((period ?? '').length).toBeLessThanOrEqual(40);
      }
    }),
  );
});
