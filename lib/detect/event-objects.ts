import { HAN } from './han.ts';
import { matchesOf } from './matches.ts';
import { GATHERING, INSPECTING } from './object-name.ts';

/** Names taken from one message. */
const MOST_NAMES = 3;

const GAP = '[^,。;:!?\\n]';
/** "开" that opens a meeting, and no other word that begins with it. */
const OPENS = '(?<!公)开(?![展始通学发放设车门工业机班]|会(?!员))';
/** A day, and the time of it. */
const WHEN =
  '(?:周[一二三四五六日天]|[今明后](?:天|日|儿个?|早|晚)|(?<=\\d)[日号])(?:[上下中]午|[早晚]上?)?(?:(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[点:时](?:半|\\d{1,2}分?)?)?';
/** What stands between the time and the name: the last verb or room, and all before it. */
const BEFORE_EVENT = new RegExp(
  `^.*(?:召开|举行|举办|参加|出席|列席|收看|收听|(?<!级|层|党)组织(?!部|办|者|委|换届|建设|生活)|进行|开展|${OPENS}|(?<=[里局所院馆站校])[搞办](?!公|法|案|事|学|理)|有(?!限|关|机|色|效)|(?<![宣演])讲(?!解|师|座|话|堂)|听(?!力|证)|[\\d一二三四五六七八]楼|会议室|教室|报告厅|礼堂|文化宫|活动室|党校|的)`,
);
const TIME_HEAD =
  /^(?:[\d一二两三四五六七八九十]{1,3}[点时:](?:半|\d{1,2}分?)?|[上下中]午|个|晚上?|一?早上?|全天|第[一二三四五六]节课?后?|起|连续.天|至周.)+/;

/** "关于召开X的通知", "召开X", "X会定于…". */
const MEETINGS: readonly RegExp[] = [
  new RegExp(
    `关于(?:组织)?(?:召开|举行|举办|开展|组织|参加|收看)(${GAP}{2,40}?(?:${GATHERING}|会))的?(?:预备|预|紧急|补充)?(?:通知|函|提示)`,
    'g',
  ),
  new RegExp(
    `(?:召开|举行|举办|组织收看|收看|收听|参加|出席|列席|组织(?!部|办|者)|开展)(${GAP}{2,36}?(?:${GATHERING}))(?!${HAN}{1,6}会)`,
    'g',
  ),
  new RegExp(`会议名称\\s?:\\s?(${GAP}{4,40})`, 'g'),
  new RegExp(
    `(?:^|[,。;!\\n])(${GAP}{2,30}?(?:${GATHERING}))(?=将于|定于|定在|[于在]| ?\\d{1,2}[月日号点:.]|[上下今明后本]|周[一二三四五六日])`,
    'g',
  ),
  // "三楼会议室，开秸秆禁烧部署会", "周四全县森林防火培训，每村去2人": what stands before the name is cut off.
  new RegExp(`(?:^|[,。;!\\n ])${OPENS}(${GAP}{2,24}?(?:${GATHERING}))(?=[,。;!\\n ]|$)`, 'g'),
  new RegExp(`${WHEN}(${GAP}{0,28}?(?:${GATHERING}))(?=[,。;!\\n ]|$)`, 'g'),
];
const MADE =
  '(?!(?:工作)?(?:台[账帐]|记录|通知单|单|表|清单|报告|情况|结果|数据|信息|材料|方案|制度|标准|办法|总结|通报|问题|意见|反馈|照片|照|图片|系统|平台|手册|要点|人员|员|站|合格|通过|出|到|完|了|不))';
/** Words from which on a clause tells of an inspection. */
const INSPECTS = '(?:开展|进行|组织|做好|迎接|接受|配合|实施|启动|接受好|迎)(?:一次|好)?';
const INSPECTIONS: readonly RegExp[] = [
  new RegExp(
    `关于(?:组织|认真|集中|切实)?(?:开展|做好|组织|迎接|配合|进行)(${GAP}{2,40}?${INSPECTING})(?:迎检)?(?:工作|行动|活动)?的?(?:紧急|补充)?(?:通知|函|提示|提醒)`,
    'g',
  ),
  // "渔船安全检查明天在东码头开始".
  new RegExp(
    `(?:^|[,。;!\\n])(${GAP}{2,24}?${INSPECTING})(?=将于|定于|[于从自]?(?:\\d{1,2}月|\\d{1,2}[日号]|[今明后]天|[今明]早|下?周[一二三四五六日天])${GAP}{0,12}?(?:开始|启动|进行|展开))`,
    'g',
  ),
  new RegExp(`${INSPECTS}(${GAP}{2,30}?${INSPECTING})${MADE}`, 'g'),
];
/** "对X开展检查": the matter stands before. */
const ABOUT = new RegExp(
  `对(${GAP}{2,24}?)(?:开展|进行|组织|实施)(${GAP}{0,6}?${INSPECTING})${MADE}`,
  'g',
);
/** "督查人居环境": the matter stands behind. */
const OF = new RegExp(
  `(?:^|[,。;!\\n来要请各]|到${GAP}{0,10}?|村|户|船|校|单位|企业|科室|社区|[层组店场库所站区园队])(?:全面|集中|立即|深入|逐一)?(${INSPECTING})${MADE}(?!工作|组|迎检|[这本今明下上周于将从请要已时]|重点|结束|开始|标准)(${HAN}{2,12})(?=[,。;!\\n])`,
  'g',
);
/** "人居环境督导组明天到". */
const BY = new RegExp(
  `(${HAN}{2,12}?(?:检查|督查|督导|考核|验收|暗访|巡察|调研))组[^,。;!\\n]{0,8}(?:来|到|将|进驻|抵达|莅临)`,
  'g',
);

/** The names, as written, of the meetings that a text calls. `text` is folded. */
export function meetingNames(text: string): string[] {
  const names = MEETINGS.flatMap((pattern) =>
    matchesOf(pattern, text).map(([, name = '']) => name),
  );
  return [...new Set(names.map(withoutLead))].slice(0, MOST_NAMES);
}

/** "组织各村参加X", "三楼会议室开X": the name begins after the last verb or room. */
function withoutLead(name: string): string {
  return name.replace(BEFORE_EVENT, '').replace(TIME_HEAD, '');
}

/** The names of the inspections that a text announces or orders. */
export function inspectionNames(text: string): string[] {
  const about = matchesOf(ABOUT, text).map(([, matter = '', word = '']) => matter + word);
  const told = INSPECTIONS.flatMap((pattern) => matchesOf(pattern, text)).map(
    ([, name = '']) => name,
  );
  const of = matchesOf(OF, text).map(([, word = '', matter = '']) => matter + word);
  const by = matchesOf(BY, text).map(([, name = '']) => name);
  const names = [...about, ...told, ...of, ...by].map((name) => name.replace(/一[次轮遍]/g, ''));
  // "食品安全自查" within "食堂食品安全自查" is no other.
  const isPart = (name: string) =>
    names.some((other) => other.length > name.length && other.endsWith(name));
  return [...new Set(names.filter((name) => !isPart(name)))].slice(0, MOST_NAMES);
}
