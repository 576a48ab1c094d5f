import type { Random } from '../planted/random.ts';
import { calendarDay, dayNumber } from './calendar.ts';
import { personName } from './contacts.ts';
import { OFFICES } from './names.ts';

const TAGS = [
  '【转发】',
  '【转】',
  '转发：',
  '转：',
  'FW: ',
  '（转）',
  '[转发]',
  '【转发】\n',
  '转\n',
  '【转发通知】\n',
];
const LEAD_INS = [
  '请大家关注：',
  '请大家关注一下：\n',
  '以下通知请知悉：\n',
  '转发一个通知，请阅：\n',
  '上级通知如下：\n',
  '刚接到的通知：\n',
  '请查看以下内容，抓好落实：\n',
  '看一下这个：\n',
  '下面这个通知别漏了：\n',
  '↓↓↓重要↓↓↓\n',
];
const MENTIONS = ['@所有人 ', '@所有人\n', '@全体成员 ', '@全体成员\n', '@All '];
const GREETINGS = [
  '大家好！',
  '各位好，',
  '早上好！',
  '下午好！\n',
  '大家好，打扰一下！\n',
  '辛苦各位了，',
  '各位好！\n',
];
const CLOSINGS = [
  '谢谢！',
  '谢谢配合！',
  '\n感谢大家的支持与配合！',
  '辛苦大家了！',
  '\n感谢理解。',
  '\n特此通知。',
];
const SIGNS = [
  '📢',
  '‼️',
  '⏰',
  '📌',
  '[玫瑰]',
  '[抱拳]',
  '🌹🌹',
  '❗❗',
  '👇',
  '✅',
  '[太阳]',
  '🔔',
  '💪',
];
const KEYCAPS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣'];
const COMMENTS = [
  '请按要求落实',
  '转过来了，都看看',
  '@所有人 看一下',
  '抓紧落实，不要拖',
  '再发一遍，怕有人没看到',
  '这个要落实到位',
  '大家对照执行',
  '请阅',
];
const DASHES = ['- - - - - - - - - - - - - - -', '——————————', '- - - - - -', '---------------'];

/** Text before and after a notice, by those who pass it on; each returns the whole text. */
export const WRAPPERS = {
  'forward-tag': (text: string, random: Random) => random.pick(TAGS) + text,
  'lead-in': (text: string, random: Random) => random.pick(LEAD_INS) + text,
  'at-all': (text: string, random: Random) =>
    random.chance(0.7) ? random.pick(MENTIONS) + text : `${text} ${random.pick(MENTIONS).trim()}`,
  greeting: (text: string, random: Random) =>
    random.chance(0.6) ? random.pick(GREETINGS) + text : text + random.pick(CLOSINGS),
  quotation: (text: string, random: Random) =>
    `「${personName(random)}：${text}」\n${random.pick(DASHES)}\n${random.pick(COMMENTS)}`,
} as const;

/** The office or the person that passes a notice on, some with the day on which it was issued. */
export function sign(text: string, issued: number, random: Random): string {
  const office = random.pick(OFFICES);
  const { year, month, day } = calendarDay(dayNumber(issued));
  const signature = random.pick([
    office,
    office,
    `——${office}`,
    `——${personName(random)}（${office}）`,
    `（${office}）`,
    `${office}\n${year}年${month}月${day}日`,
  ]);
  return `${text}\n${signature}`;
}

/** Small pictures before, after and between sentences. */
export function decorate(text: string, random: Random): string {
  const sign = random.pick(SIGNS);
  const manners: ((text: string) => string)[] = [
    (all) => sign + all,
    (all) => all + sign,
    (all) => sign + all + sign,
    (all) => all.replace(/。/g, `。${sign}`) + sign,
    (all) => all.replace(/\n/g, `\n${sign}`) + sign,
    (all) =>
      all.replace(/^([1-6])[.、]/gm, (_, number: string) => KEYCAPS[Number(number) - 1] ?? '') +
      sign,
  ];
  return random.pick(manners)(text);
}
