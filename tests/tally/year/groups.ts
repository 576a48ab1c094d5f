import type { Random } from '../../corpus/planted/random.ts';

/** A group as the generator makes it. */
export type MadeGroup = {
  site: string;
  chat: string;
  /** Messages on a working day, on average. */
  busy: number;
  /** Shares of its messages. */
  replies: number;
  traces: number;
  copies: number;
  /** Share that comes outside office hours. */
  late: number;
  /** Groups of one cluster get the same notices. */
  cluster: number;
  /** Days of the year, counted from its first, in which it is alive. */
  from: number;
  to: number;
};

const OFFICES = [
  '街道',
  '镇政府',
  '县教育局',
  '社区',
  '卫健办',
  '应急办',
  '农业农村局',
  '综治中心',
  '组织办',
  '妇联',
  '环卫所',
  '派出所',
] as const;
const WORKS = [
  '工作群',
  '防汛值班群',
  '垃圾分类群',
  '网格员群',
  '禁毒宣传群',
  '人居环境群',
  '党建学习群',
  '反诈专班',
  '疫苗接种群',
  '秸秆禁烧群',
] as const;

/** Groups of the kinds that a check-up looks for: busy ones, twins, finished ones, dormant ones, groups for show. */
export function makeGroups(random: Random, count: number, days: number): MadeGroup[] {
  return Array.from({ length: count }, (_, number) => {
    const kind = number % 12;
    const name = `${OFFICES[number % OFFICES.length]}${WORKS[Math.floor(number / OFFICES.length) % WORKS.length]}`;
    const round = Math.floor(number / (OFFICES.length * WORKS.length));
    const isShow = kind === 5;
    return {
      site: kind === 9 ? 'feishu' : 'wechat',
      chat: round === 0 ? name : `${name}（${round + 1}）`,
      busy: kind === 0 ? 3 : 0.5 + random.next() * 1.5,
      replies: isShow ? 0.7 : 0.2 + random.next() * 0.2,
      traces: isShow ? 0.2 : 0.02 + random.next() * 0.05,
      copies: kind === 3 || kind === 4 ? 0.35 : 0.1 + random.next() * 0.1,
      late: random.chance(0.2) ? 0.35 : 0.1,
      cluster: kind === 3 || kind === 4 ? Math.floor(number / 12) : 1000 + number,
      from: kind === 8 ? Math.floor(days / 2) : 0,
      to: kind === 7 ? Math.floor(days / 3) : kind === 10 ? Math.max(1, days - 90) : days,
    };
  });
}
