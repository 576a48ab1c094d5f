import { clausesOf } from './demand-clauses.ts';
import { matchesOf } from './matches.ts';
import { PAPER } from './object-name.ts';

/** Characters before the end of a name in which its beginning is looked for. */
const LONGEST_RAW = 48;
/** Names taken from one message: more are a list of attachments. */
const MOST_NAMES = 6;

const QUOTED = /《([^《》\n]{2,80})》/g;
const ENDS_AS_PAPER = new RegExp(`(?:${PAPER})$`);
/** Spoken of, not asked for. */
const REFERENCE =
  /(?:根据|按照?|依据|依照|遵照|参照|对照|落实|贯彻|学习|印发|转发|详见|参考|结合|围绕|熟悉|阅读)(?:了|的)?(?:附件\d*)?$/;
const ANNOUNCED = /^》?[^,。;!?\n]{0,4}(?:已|公示|公布|下发|印发|供参考|仅供)/;

const SUBJECT =
  /关于(?:认真|切实|进一步|及时|尽快|继续|抓紧|组织|开展|做好|按时|重新|再次){0,3}(?:填写|填报|报送|上报|提交|统计|收集|征集|催报|补报|催交|报|摸排|摸底|更新|核实|核对|调查|汇总|完善|建立|录入)([^,。;!?\n《》]{3,60}?)(?:工作)?的?(?:紧急|补充|再次|重要|温馨)?(?:通知|函|提示|提醒|通告)/g;

const SPOKEN = new RegExp(PAPER, 'g');
/** What stands before a name and does not belong to it: verbs, what is said of time, those who are addressed. */
const BEFORE_NAME = new RegExp(
  [
    '[ \\n:【】]',
    '请(?!假|示)|把|将(?!军)|需要?(?![求])|务必|必须|按要求|按新?模板',
    '(?:[日号点时分天午晚班底末\\d]|周[一二三四五六日]|\\d(?:日|号))(?:之|以)?[前内]',
    '形成(?!性)|[填录交报写]完|填写好?|填报|填好|补填|报送|上报|提交|补报|报来|收齐|收集|整理|撰写|提供|准备好?|制作|编制|制定|做好|完善|录入|健全|梳理|核对|签好字|签字',
    '(?:摸排|摸底|排查|走访|核实|清理)(?:后|并)|(?:上交|报)(?![告表名刊警废到])',
    '(?:更新|反馈|补充|建立|核实|统计|汇总|登记)(?!情况|信息|数据|台账|清单|名单|意见|人员|汇总|报?表|册|医疗)',
    '(?:并|及时|尽快|抓紧|统一|马上|按时|如实|再次|重新|认真|先|要)(?:上?报送?|填[报写]?|提?交|发送?|做|送|写)(?:一下|好|齐|全)?',
    '(?:没有?|未)(?:上?交|上?报|填|报送|提交|完成)',
    '(?:各|全体)(?![类种项级户地])[^ ,]{0,9}?(?:村居?|社区|单位|科室|病区|部门|学校|班级?|班主任|老师|网格员?|街道|乡镇|支部|派出所|警务室|中队|大队|站所|小区|企业|医院|卫生[院室]|校|园|局|镇|组|干)(?:的|负责人)?',
    '(?:台账|表|名单|清单|花名册)(?:、|和|及|与)',
    '(?:[报交发](?:上|过|回)来)的?',
    '通知|要求',
  ].join('|'),
  'g',
);
/** Ways of asking for a paper. */
const ASKS =
  /填|报(?![告名警废刊])|交(?!通|流|警)|发(?![展放生现票改热])|反馈|送|录入|给我|上传|完成|汇总|准备|更新|统计|建立|梳理|完善|收齐|整理|收集|补齐|补充/;
/** It was done, need not be done, or is told. */
const NOT_ASKED =
  /已(?:经)?(?:全部|基本|都)?(?:报|交|收|填|完|发|汇总|提交|上报|上交|通过)[^,。的]{0,4}(?![^,。]{0,6}的)|无需|不用|不必|不需|不再|暂不|取消|请勿|昨[天日晚][^,]{0,6}(?:已|就|都|刚)|(?:公示|公布|下发)(?!名单|清单|表|材料|情况)/;
/** What follows the name, where it is not its end. */
const GOES_ON = /^(?:制度|系统|平台|模板|格式|要求|说明会|培训|审核员|的)/;

/** The names, as written, of what forms or data a text asks for. `text` is folded. */
export function formNames(text: string): string[] {
  const names = [...quotedNames(text), ...subjectNames(text), ...spokenNames(text)];
  return [...new Set(names)].slice(0, MOST_NAMES);
}

function quotedNames(text: string): string[] {
  const names: string[] = [];
  for (const { 0: all, 1: name = '', index } of matchesOf(QUOTED, text)) {
    const before = text.slice(Math.max(0, index - 10), index);
    const after = text.slice(index + all.length - 1, index + all.length + 10);
    const bare = name
      .replace(/[([][^()[\]]{0,24}[)\]]/g, '')
      .replace(/\.[a-z]{2,4}$/, '')
      .replace(/[\d年月日至.\-_ ]{1,24}$/, '');
    if (!ENDS_AS_PAPER.test(bare.trim())) continue;
    if (!REFERENCE.test(before) && !ANNOUNCED.test(after)) names.push(name);
  }
  return names;
}

function subjectNames(text: string): string[] {
  return matchesOf(SUBJECT, text).map(([, name = '']) => name);
}

/** Names that stand in a clause without quotation marks. */
function spokenNames(text: string): string[] {
  const bare = text.replace(
    /《[^《》\n]{1,200}》|关于[^,。;!?\n]{2,60}的?(?:通知|函|提示)/g,
    (part) => ' '.repeat(part.length),
  );
  const clauses = clausesOf(bare);
  return clauses.flatMap(({ text: clause }, at) => {
    const next = (clauses[at + 1]?.text ?? '') + (clauses[at + 2]?.text ?? '');
    return namesIn(clause.replace(/\((?:见|详见)?附[^()]{0,10}\)/g, ''), next);
  });
}

function namesIn(clause: string, next: string): string[] {
  if (NOT_ASKED.test(clause)) return [];
  const names: string[] = [];
  let left = Number.POSITIVE_INFINITY;
  // From the last to the first: "信息" within "信息统计表" is no name of its own.
  for (const { 0: word, index } of matchesOf(SPOKEN, clause).reverse()) {
    const end = index + word.length;
    if (end > left) continue;
    const from = beginOf(clause, end, word.length);
    left = from;
    const after = clause.slice(end);
    const name = clause.slice(from, end) + (/^\([^()]{1,12}\)/.exec(after)?.[0] ?? '');
    const isReferred = REFERENCE.test(clause.slice(0, from));
    if (isReferred || GOES_ON.test(after) || !isAsked(clause, from, end, next)) continue;
    names.unshift(name);
  }
  return names;
}

/** Where the name begins that ends at `end`. */
function beginOf(clause: string, end: number, word: number): number {
  const start = Math.max(0, end - LONGEST_RAW);
  const before = clause.slice(start, end - word);
  const last = matchesOf(BEFORE_NAME, before).at(-1);
  return last ? start + last.index + last[0].length : start;
}

function isAsked(clause: string, from: number, end: number, next: string): boolean {
  return (
    ASKS.test(clause.slice(Math.max(0, from - 8), from)) || ASKS.test(clause.slice(end) + next)
  );
}
