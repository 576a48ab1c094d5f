import { type DayEntry, flood, forwards, ME, photo, post } from './entry.ts';
import { GROUPS as G, PEOPLE as P, VILLAGERS as V } from './groups.ts';

const [willow, bridge, east, south, north, ridge, west, market, camp, upper] = V;

const DUTY = `【值班提醒】3月11日夜间带班领导：周立民，值班人员：李梅、吴凡。请值班人员保持手机24小时畅通，20:00、23:00各查岗一次，有事及时报应急值守电话0530-6620119。`;

const TOMORROW = `明天（3月12日）早上7:30，请各村书记、网格长到镇政府大院集合，统一乘车到柳树村观摩人居环境整治现场，请着工作服，自备水杯，预计11:00返回。`;

/** After work: what still comes in. */
export const EVENING: readonly DayEntry[] = [
  ...forwards(DUTY, [
    ['19:05', G.duty, P.secretary],
    ['19:06', G.office, P.secretary],
  ]),
  post('19:08', G.duty, ME, '收到，已到岗'),
  ...forwards(TOMORROW, [
    ['19:40', G.town, P.secretary, '@所有人 '],
    ['19:42', G.tidy, P.streets],
    ['19:47', G.grid, P.law, '【转发】', '\n收到请回复'],
  ]),
  ...flood('19:43', G.town, [
    [willow, '收到，柳树村准备好了'],
    [bridge, '收到'],
    [south, '收到'],
    [market, '收到'],
    [upper, '收到'],
    [camp, '收到'],
    [north, '收到'],
  ]),
  ...flood('19:48', G.grid, [
    [willow, '收到'],
    [east, '收到'],
    [ridge, '收到'],
    [west, '收到'],
    [ME, '收到'],
  ]),
  post('20:00', G.duty, P.safety, '20:00查岗，请各村值班人员拍照报岗，带时间水印。'),
  photo('20:02', G.duty, willow, '值班室'),
  photo('20:03', G.duty, bridge, '值班室石'),
  photo('20:03', G.duty, market, '值班新集'),
  photo('20:05', G.duty, upper, '上庄值班'),
  post('20:06', G.duty, ME, '镇值班室在岗', { kind: 'text' }),
  post('20:30', G.town, P.secretary, TOMORROW.replace('早上7:30', '早上7:00')),
  post('20:31', G.town, P.secretary, '车辆安排有变，集合时间提前半小时，请相互转告'),
  ...flood('20:32', G.town, [
    [bridge, '收到'],
    [ridge, '收到，7:00'],
    [west, '收到'],
    [south, '收到'],
  ]),
  post('20:45', G.gridThree, south, '各位楼栋长，明早的观摩我带队，家里有事的提前说'),
  post('20:50', G.gridThree, '3栋-老蒋', '好的林书记'),
  post('21:10', G.fraud, P.law, '今晚10点前请各村把入户宣传照片补齐，每村5张，系统要通报。'),
  photo('21:18', G.fraud, east, '入户宣传'),
  photo('21:21', G.fraud, ridge, '入户宣传杨'),
  post('21:40', G.study, P.party, '还有12人今天没有打卡，请抓紧，22:00截止，名单明早通报。'),
  ...flood('21:42', G.study, [
    [east, '打卡'],
    [west, '补打卡[捂脸]'],
    [ME, '打卡'],
  ]),
  post(
    '22:15',
    G.flood,
    P.safety,
    '夜间风力加大，请各村水库、塘坝巡查员23:00前巡查一次，发现险情立即上报。',
  ),
  ...flood('22:18', G.flood, [
    [ridge, '杨家岭塘坝正常'],
    [west, '西沟水库正常'],
    [upper, '上庄正常'],
  ]),
  photo('22:24', G.flood, west, '水库夜巡'),
  post('23:00', G.duty, P.safety, '23:00查岗，请回复。'),
  ...flood('23:01', G.duty, [
    [willow, '在岗'],
    [bridge, '在岗'],
    [ME, '在岗'],
    [market, '在岗'],
  ]),
];
