import { FirstLetters } from './first-letters.ts';

/** What a unit is called: the first spelling stands for all of a row. */
const ROWS = [
  '人 名 位 个人',
  '元 块钱 元钱 元人民币 圆 rmb',
  '小时 个小时 个钟头',
  '分钟 min',
  '天',
  '工作日 个工作日',
  '周 个星期 星期 个礼拜 礼拜',
  '月 月份',
  '公里 千米 km',
  '公斤 千克 kg',
  '厘米 公分 cm',
  '毫米 mm',
  '毫升 ml',
  '平方米 平米 平方 ㎡ m2',
  '岁 周岁',
  '度 摄氏度 °c',
];
/** Units that have one spelling. */
const SINGLE =
  '% ‰ 个 份 次 张 页 篇 条 项 楼 层 室 级 年 年度 期 届 户 台 辆 栋 幢 组 批 家 间 场 支 类 大 米 吨 亩 个月 成 倍 折 分 秒 处 所 村 镇 队 排 座 件 身 行 盒 包 束 桌 字 题 道 例 起 趟 头 部 班 种 版 门 节 课时 学时 学分 本 册 套 只 棵 株 根 箱 袋 瓶 桶 车 顿 餐 遍 轮 步 人次 户次 车次 立方米 立方 平方公里 公顷 斤 克 兆帕 千瓦 升 里 票 枚 把 副 双 对 块 笔 具 艘 架 口 幅 封 面 粒 针 剂 床 季度 学期 学年 个百分点 百分点 美元 欧元 港元 日元 角 毛 欧 kb mb gb 款 章 卷 名次 年级';
type Unit = { text: string; name: string };

/** Words that begin like a unit and say something else. */
const OTHER_WORDS =
  '成立 成员 成果 成绩 大会 大家 大厅 大门 大街 大道 大队 大学 分别 分享 分类 分局 分公司 分之 分发 级别 本次 本周 本月 本人 本村 面向 面对 对照 对接 对于 部门 部分 部署 门口 年龄 年轻 次日 度假 台风 双方 包括 包村 包保 行动 行政 行为 节日 节假 种植 步骤 步行 套取 起来 人民 人员 人大 位于 位置 名单 名称 名额 口头 里面 班子 班主任 道路 道德 例如 例会 周边 周知 期间 期限 项目 条件 条例 类似 类型 组织 组长 场所 场地 排查 排名 排练 排放 队伍 村委 村民 村干 镇政 镇里 户籍 户口 家长 家庭 家属 支部 支队 车辆 车站 车间 楼栋 楼道 室内 室外 层面 章程 款项 两侧 两边 两会 两委';
const BLOCKED = byFirstLetter(OTHER_WORDS.split(' ').map((text) => ({ text, name: text })));

const ROWS_AND_SINGLE = [...ROWS, ...SINGLE.split(' ')].map((row) => row.split(' '));
const UNITS = byFirstLetter(
  ROWS_AND_SINGLE.flatMap((row) => row.map((text) => ({ text, name: row[0] ?? text }))),
);

/** Longer spellings first. */
function byFirstLetter(units: readonly Unit[]): FirstLetters<Unit[]> {
  const table = new FirstLetters<Unit[]>();
  for (const unit of units) table.take(unit.text.charCodeAt(0), () => []).push(unit);
  for (const list of table.values()) list.sort((one, other) => other.text.length - one.text.length);
  return table;
}

/** 日 counts days in 3日内, and else names one. */
const RI = 0x65e5;

/** The unit that stands there, after at most one blank; null where none does. */
export function unitAt(body: string, at: number): { end: number; name: string } | null {
  const start = body.charCodeAt(at) === 0x20 ? at + 1 : at;
  const first = body.charCodeAt(start);
  if (first === RI) return body[start + 1] === '内' ? { end: start + 1, name: '天' } : null;
  const units = UNITS.get(first);
  if (units === undefined || startsOther(body, start, first)) return null;
  for (const { text, name } of units) {
    if (text.length > 1 && !body.startsWith(text, start)) continue;
    const end = start + text.length;
    if (first < 0x7b && isLatin(body.charCodeAt(end)) && isLatin(first)) continue;
    return { end, name };
  }
  return null;
}

function startsOther(body: string, at: number, first: number): boolean {
  const others = BLOCKED.get(first);
  if (others?.some(({ text }) => body.startsWith(text, at))) return true;
  return first === 0x5468 && isWeekday(body, at);
}

/** "两周一次" counts weeks, "3周三" ends before a weekday. */
function isWeekday(body: string, at: number): boolean {
  return (
    '一二三四五六日'.includes(body[at + 1] ?? ' ') &&
    !'次轮回天遍趟个'.includes(body[at + 2] ?? ' ')
  );
}

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
