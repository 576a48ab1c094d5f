import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { drawAudience } from './audiences.ts';
import { drawHall, type Hall, moveHall } from './halls.ts';
import { chineseNumber } from './numerals.ts';
import type { Fact, Theme } from './types.ts';

const LINK_LETTERS = [...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'];
const LINK_HEADS = [
  'https://docs.qq.com/sheet/D',
  'https://docs.qq.com/form/page/D',
  'https://www.kdocs.cn/l/c',
  'https://mp.weixin.qq.com/s/',
  'https://wj.qq.com/s2/',
  'https://meeting.tencent.com/dm/',
];
const PAPERS =
  '统计表 汇总表 花名册 台账 报名表 自查表 实施方案 任务清单 申报书 排班表 告知书 签到表'.split(
    ' ',
  );

/** Draws who is spoken to; a change asks others, or others too. */
export function drawWho(slot: string, theme: Theme, random: Random): Fact {
  const sorts = drawAudience(theme, random);
  return whoFact(slot, sorts, theme, random);
}

function whoFact(slot: string, sorts: string[], theme: Theme, random: Random): Fact {
  const redraw = (): Fact => {
    const drawn = drawAudience(theme, random);
    const added = [...new Set([...sorts, ...drawn])];
    return whoFact(slot, random.chance(0.4) ? added : drawn, theme, random);
  };
  return fact(slot, 'audience', [...sorts].sort().join('|'), sorts.join('、'), redraw);
}

/** Draws where something is held. */
export function drawPlace(slot: string, theme: Theme, title: string, random: Random): Fact {
  return placeFact(slot, drawHall(theme, title, random), theme, random);
}

function placeFact(slot: string, hall: Hall, theme: Theme, random: Random): Fact {
  const text = `${hall.building}${hall.room}`;
  const redraw = (): Fact => placeFact(slot, moveHall(hall, theme, random), theme, random);
  return fact(slot, 'place', text, text, redraw);
}

/** The numbers that a slot may take: every `step` from `from` to `to`, with a unit. */
export type NumberRange = { from: number; to: number; step: number; unit: string };

/** Draws a number with its unit. */
export function drawNumber(slot: string, range: NumberRange, random: Random): Fact {
  return numberFact(slot, range, random.chance(0.15) && range.to < 100, random);
}

function numberFact(slot: string, range: NumberRange, inChinese: boolean, random: Random): Fact {
  const steps = Math.floor((range.to - range.from) / range.step);
  const number = range.from + range.step * random.whole(0, steps);
  const written = inChinese ? (number === 2 ? '两' : chineseNumber(number)) : String(number);
  return fact(slot, 'number', `${number}${range.unit}`, `${written}${range.unit}`, () =>
    numberFact(slot, range, inChinese, random),
  );
}

/** Draws an address on the web; a change leads to another page of the same kind. */
export function drawLink(slot: string, random: Random, head = random.pick(LINK_HEADS)): Fact {
  const page = Array.from({ length: 12 }, () => random.pick(LINK_LETTERS)).join('');
  return fact(slot, 'link', head + page, head + page, () => drawLink(slot, random, head));
}

/** Draws the name of a paper that belongs to a notice; a change names another paper. */
export function drawFile(slot: string, title: string, random: Random): Fact {
  const ending = random.pick(['xlsx', 'xlsx', 'xls', 'docx', 'doc', 'pdf']);
  return fileFact(
    slot,
    title,
    random.pick(PAPERS),
    random.pick(['', '', '附件1：']),
    ending,
    random,
  );
}

function fileFact(
  slot: string,
  title: string,
  paper: string,
  head: string,
  ending: string,
  random: Random,
): Fact {
  const name = `${head}${title}${paper}.${ending}`;
  const redraw = (): Fact => {
    const revised = random.pick(['修订', '定稿', '第二稿', '正式', '最新']);
    const other = random.chance(0.5) ? `${paper}（${revised}）` : random.pick(PAPERS);
    return fileFact(slot, title, other, head, ending, random);
  };
  return fact(slot, 'file', name, name, redraw);
}

/** Draws one of the wordings that a frame offers; each demands something else. */
export function drawWording(slot: string, options: readonly string[], random: Random): Fact {
  const drawn = random.pick(options);
  return fact(slot, 'wording', drawn, drawn, () => drawWording(slot, options, random));
}

function fact(slot: string, kind: FactKind, value: string, text: string, redraw: () => Fact): Fact {
  return { slot, kind, value, text, until: Number.POSITIVE_INFINITY, redraw };
}
