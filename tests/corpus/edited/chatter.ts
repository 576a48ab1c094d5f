import type { Random } from '../planted/random.ts';
import { GIVEN_NAMES, OFFICES, SURNAMES, VILLAGES } from './names.ts';

/** Fewer characters than any notice has: what is said here is said and forgotten. */
export const LONGEST_CHATTER = 23;

const REPLIES = [
  '收到',
  '收到！',
  '收到。',
  '好的',
  '好的收到',
  '1',
  '+1',
  '已阅',
  '已报',
  '已填',
  '已完成',
  '👌',
  '[OK]',
  '收到[抱拳]',
  '收到，马上落实',
  '嗯嗯',
  '明白',
  '已转发',
  '打卡完成',
];
const PLACED_REPLIES = [
  '{v}收到',
  '{o}收到',
  '{v}已报',
  '{v}已填写',
  '{o}无',
  '{v}零报告',
  '收到，{o}{n}',
  '{v}已转发到各组',
  '{o}已打卡',
  '{v}到{n}',
];
const TALK = [
  '@{n} 你们的表呢？',
  '今天食堂几点开门',
  '表格打不开啊',
  '链接失效了吧',
  '@{n} 回个电话',
  '{o}有人在吗',
  '谁有{o}的电话',
  '打印机又卡纸了',
  '系统登不上去，正常吗',
  '哪位领导有空签个字',
  '{v}的材料在我这',
  '会开完了没',
  '车在楼下，下来吧',
  '这个去年不是报过了吗',
  '刚才那个发错群了',
  '辛苦了[玫瑰]',
  '模板在哪里下',
  '我在{v}，晚点回去',
  '中午一起吃饭不',
  '@{n} 看私信',
  '哈哈哈',
  '雨太大了，路上慢点',
  '谁的钥匙落在会议室了',
  '{n}今天请假',
];
const TRACE_REQUESTS = [
  '收到请回复',
  '请各位看到后回复收到',
  '请大家打卡后截图发群',
  '学习完的把截图发上来',
  '大家动动手指转发朋友圈',
  '请帮忙点赞，截图发群里',
  '{v}的步数接龙还没接',
  '没签到的赶紧签到',
  '请在群里接龙报平安',
  '到岗的发个定位',
  '入户的拍照发群留痕',
  '@所有人 看到请回1',
  '学习强国今天的分刷了没',
  '{o}的抓紧投票并截图',
];

/** A short remark, a reply, or a mere request for a trace. */
export function chatter(random: Random): string {
  const pool = random.pick([
    REPLIES,
    REPLIES,
    PLACED_REPLIES,
    PLACED_REPLIES,
    TALK,
    TALK,
    TALK,
    TRACE_REQUESTS,
  ]);
  return random
    .pick(pool)
    .replace('{v}', random.pick(VILLAGES))
    .replace('{o}', random.pick(OFFICES))
    .replace('{n}', random.pick(SURNAMES) + random.pick(GIVEN_NAMES))
    .slice(0, LONGEST_CHATTER);
}
