import { HAN } from './han.ts';
import { matchesOf } from './matches.ts';
import { GATHERING, INSPECTING } from './object-name.ts';

/** Names taken from one message. */
const MOST_NAMES = 3;

const GAP = '[^,。;:!?\\n]';
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
    `(?:^|[,。;!\\n])(${GAP}{2,30}?(?:${GATHERING}))(?=将于|定于|定在|[于在]|\\d{1,2}[月日号点:]|[上下今明后本]|周[一二三四五六日])`,
    'g',
  ),
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
  return [...new Set(names.map(withoutEarlierVerb))].slice(0, MOST_NAMES);
}

/** "组织各村参加X": the name begins after the last verb. */
function withoutEarlierVerb(name: string): string {
  return name.replace(/^.*(?:召开|举行|举办|参加|出席|列席|收看|收听)/, '');
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
