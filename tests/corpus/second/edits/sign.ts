import type { Random } from '../../planted/random.ts';
import { dayOf, inHan } from '../calendar.ts';
import { SIGNERS } from '../words/audiences.ts';
import type { Edit } from './edit.ts';
import { drawSomebody } from './wrap.ts';

const DATES: ((now: number) => string)[] = [
  (now) => `${dayOf(now).year}年${dayOf(now).month}月${dayOf(now).day}日`,
  (now) => `${dayOf(now).month}月${dayOf(now).day}日`,
  (now) => `${dayOf(now).year}.${dayOf(now).month}.${dayOf(now).day}`,
  (now) => `${dayOf(now).year}-${two(dayOf(now).month)}-${two(dayOf(now).day)}`,
  (now) => `${dayOf(now).year}/${dayOf(now).month}/${dayOf(now).day}`,
  (now) => `二〇二六年${inHan(dayOf(now).month)}月${inHan(dayOf(now).day)}日`,
];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

type Signature = (office: string, random: Random, now: number) => string;

const SIGNATURES: Signature[] = [
  (office) => `\n${office}`,
  (office) => `\n——${office}`,
  (office) => `\n—${office}`,
  (office) => `（${office}）`,
  (office) => `【${office}】`,
  (office) => `\n${office}宣`,
  (office) => ` ${office}`,
  (office, random) => `\n${office} ${drawSomebody(random)}`,
  (office, random) => `\n通知人：${drawSomebody(random)}（${office}）`,
  (_office, random) => `\n${drawSomebody(random)}`,
  (office, random, now) => `\n${office}\n${random.pick(DATES)(now)}`,
  (office, random, now) => `\n${office} ${random.pick(DATES)(now)}`,
  (office, random, now) => `\n${random.pick(DATES)(now)}`.replace('\n', `\n        ${office}\n`),
  (office, random, now) => `\n${office}，${random.pick(DATES)(now)}`,
  (office, random, now) => `\n落款：${office} ${random.pick(DATES)(now)}`,
  (office, random, now) => `（${office} ${random.pick(DATES)(now)}）`,
  (office) => `\n发布单位：${office}`,
  (office) => `\n来源：${office}`,
];

/** The name of an office below, with or without the day of posting. */
export const sign: Edit = (parts, { random, now }) => [
  ...parts,
  random.pick(SIGNATURES)(random.pick(SIGNERS), random, now),
];
