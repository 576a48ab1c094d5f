import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import type { Fact } from './fact.ts';
import { HAN } from './han.ts';
import { OFFICE_END } from './office.ts';
import { passesOn } from './passing-on.ts';
import { isInSignature, isSignature, isSignatureLine } from './signature.ts';
import { PERSON } from './surnames.ts';
import { isFactCode, isFiller } from './tokens.ts';

/**
 * Whether a difference of two texts says nothing: fillers, an address, a forwarder's lead or a signature that came or
 * went. Nothing may stand in its place: who is addressed, or signs, instead of another is a change.
 * "less": the later text lacks an address that the earlier one has; null: the difference says something.
 */
export function explained(hunk: Hunk, earlier: Analysis, later: Analysis): 'same' | 'less' | null {
  const lost = { analysis: earlier, start: hunk.fromStart, end: hunk.fromEnd };
  const gained = { analysis: later, start: hunk.toStart, end: hunk.toEnd };
  if (isAllFillers(lost) && isAllFillers(gained)) return 'same';
  if (hasSameLetters(lost, gained) || isRepeated(lost, gained)) return 'same';
  if (isEmpty(gained)) {
    if (isAddress(lost)) return 'less';
    return isAround(lost) ? 'same' : null;
  }
  if (!isEmpty(lost)) return isInSignature(lost) && isInSignature(gained) ? 'same' : null;
  return isAround(gained) ? 'same' : null;
}

/** What stands before or after a notice and is no part of it. */
function isAround(part: Part): boolean {
  return isLead(part) || isSignature(part) || isRemark(part) || isAttachmentList(part);
}

/** Words that are spaced out, or marked otherwise, are the same words; between figures marks count. */
function hasSameLetters(one: Part, other: Part): boolean {
  if (isEmpty(one) || isEmpty(other) || namesDay(one) || namesDay(other)) return false;
  return lettersOf(one) === lettersOf(other);
}

/** A word that was typed twice: "系统系统升级". */
function isRepeated(lost: Part, gained: Part): boolean {
  const part = isEmpty(lost) ? gained : lost;
  if (!isEmpty(isEmpty(lost) ? lost : gained)) return false;
  const { codes } = part.analysis.tokens;
  const length = part.end - part.start;
  if (length < 2 || length > 4 || part.start < length) return false;
  for (let at = part.start; at < part.end; at++) {
    if (codes[at] !== codes[at - length] || isFactCode(codes[at] ?? 0)) return false;
  }
  return true;
}

/** The same words may mean another day on another day. */
function namesDay({ analysis, start, end }: Part): boolean {
  const from = analysis.tokens.starts[start] ?? 0;
  const to = analysis.tokens.ends[end - 1] ?? 0;
  return analysis.facts.some(
    (fact) => fact.kind === 'date' && fact.start >= from && fact.end <= to,
  );
}

function lettersOf({ analysis, start, end }: Part): string {
  const { starts, ends } = analysis.tokens;
  const words = analysis.normal.body.slice(starts[start] ?? 0, ends[end - 1] ?? 0);
  return /\d/.test(words)
    ? words.replace(/(?<!\d)\s+|\s+(?!\s*\d)/g, '')
    : words.replace(/[\s,.。;:!、()【】"“”]+/g, '');
}

/** "请遵照执行", after the end of a notice; a signature may stand before it. */
function isRemark({ analysis, start, end }: Part): boolean {
  const { starts, ends, codes } = analysis.tokens;
  if (start === 0 || end !== codes.length) return false;
  const { body } = analysis.normal;
  const from = starts[start] ?? 0;
  if (!/[。!;\n…~]/.test(body.slice(ends[start - 1] ?? 0, from))) return false;
  const [first = '', ...others] = body
    .slice(from)
    .split(/[。!;\n~]+/)
    .filter((one) => one.trim() !== '');
  const isSigned = others.length > 0 && isSignatureLine(analysis, from, first);
  return (isSigned || COMMENT.test(first)) && others.every((one) => COMMENT.test(one));
}

/** The tokens `[start, end)` of a text. */
type Part = { analysis: Analysis; start: number; end: number };

function isEmpty({ start, end }: Part): boolean {
  return start >= end;
}

function isAllFillers({ analysis, start, end }: Part): boolean {
  const { codes } = analysis.tokens;
  for (let at = start; at < end; at++) if (!isFiller(codes[at] ?? 0)) return false;
  return true;
}

const ADDRESS = /^\s*(?:各位|各|全体)[^,。:!\n]{1,24}:/;

/** The whole address at the head ("各位网格员:"), and nothing but that. */
function isAddress(part: Part): boolean {
  const length = ADDRESS.exec(part.analysis.normal.body)?.[0].length ?? 0;
  return length > 0 && isHead(part, length);
}

/** Whether a part is just the first `length` characters of the body. */
function isHead({ analysis, start, end }: Part, length: number): boolean {
  const { starts, ends } = analysis.tokens;
  return start === 0 && (ends[end - 1] ?? 0) <= length && (starts[end] ?? Infinity) >= length;
}

/** Longest lead of a forwarder that is looked at, in characters. */
const LEAD = 48;
/** Clauses of a lead: whom it greets or addresses, that it passes something on. */
const LEAD_CLAUSE = new RegExp(
  [
    '(?:各位|各|全体|亲爱的|尊敬的)?[^\\d《]{1,10}(?:们|们好|好)',
    '(?:各位|各|全体)[^\\d《]{1,12}(?:早上|上午|中午|下午|晚上)?好?',
    '(?:早上|上午|中午|下午|晚上)好',
    '急|急急急|速看|↓+|fwd?|re',
    '(?:尊敬的|亲爱的)?(?:各位|全体)?(?:领导|同事|同志|同仁|老师|伙伴|家人|朋友|群友|家长)们?',
    // "院办-周敏:"
    `${HAN}{2,8}[-—·]${HAN}{1,4}`,
    `(?:${HAN}{1,3}(?:主任|书记|科长|局长|镇长|乡长|村长|所长|站长|队长|校长|院长|老师|经理)|[小老]${HAN})`,
  ]
    .map((clause) => `^\\s*(?:${clause})\\s*$`)
    .join('|'),
);

function isLeadClause(clause: string): boolean {
  return LEAD_CLAUSE.test(clause) || passesOn(clause);
}

/** Who says it, beside a clause that passes it on: "王敏(党政办)通知:". */
const SPEAKER = new RegExp(`^\\s*(?:${HAN}{0,12}(?:${OFFICE_END})|${PERSON})\\s*$`);
/** A lead that holds one of these may say more than that something follows. */
const SAYS_MORE =
  /[改停取延变误勿不未先暂只限仅除废旧错假谣撤免缓解终]|结束|恢复|草稿|样例|示例|参考|去年|上次|往年|过期|征求|试行|拟|另行|以外|例外|更正|补充|作|更新|新增|增加|减少|忽略|测试|模板|代替|过时/;

/** Words that part one notice from the next. */
const BETWEEN =
  '(?:另外?|此外|还有(?:一个|一条|一件事|个通知)?|同时|以下(?:为|是)?转发(?:内容)?|附|第[一二三四五六七八九十\\d]{1,2}[条个件]?|[一二三四五六七八九十]|\\d{1,2}|再|[+])';
const DRESSING = new RegExp(`^\\s*(?:${BETWEEN})\\s*$`);
/** What comes with the passing on of a notice and asks for nothing else. */
const COMMENT =
  /^\s*(?:(?:请|大家|各位|务必|再|都|一并|按|这个|要|尽快|抓紧|认真|转过来了?|发一遍|怕有人没看到|不要拖|自觉|遵守|严格|高度重视|重视|抓好|千万|别拖延?|切勿拖延|不要拖延|时间紧|各地|各村|各社区|各科室|各部门|抓紧办|照做|做就行|就行|上心|上点心|扩散|同志们?|往下|各单位|各自|对照|看看?|一下|要求|通知|文件|对照|遵照|执行|落实|到位|照此|办理|传达|收到|回复|知悉|周知|学习|领会|贯彻|了|好|并|做好)){1,12}\s*$/;

/** Whether a stretch of tokens says nothing of its own beside known notices: leads, what parts them, "请按要求落实". */
export function isDressing(analysis: Analysis, start: number, end: number): boolean {
  const { tokens, facts } = analysis;
  if (isAllFillers({ analysis, start, end })) return true;
  const from = tokens.starts[start] ?? 0;
  const to = tokens.ends[end - 1] ?? 0;
  if (
    to - from > LEAD ||
    facts.some((fact) => fact.start >= from && fact.end <= to && !isOne(fact))
  ) {
    return false;
  }
  const { body } = analysis.normal;
  const words = body.slice(from, to);
  if (DRESSING.test(words)) return true;
  // "全体党员、" before whom a notice addresses adds to them.
  const next = tokens.starts[end];
  const isParted =
    next === undefined
      ? isApartFrom(body, tokens.ends[start - 1] ?? 0, from)
      : isApartFrom(body, to, next);
  if (!isParted) return false;
  if (SAYS_MORE.test(words.replace(/别[漏忘]|不要拖/g, ''))) return false;
  if (start > 0 && end === tokens.codes.length && isSignature({ analysis, start, end }))
    return true;
  // Behind a notice only what is known to say nothing: a sentence that is added there may say what is to be done.
  return words
    .split(/[:,!。;\n【】()~—=-]+/)
    .every(
      (clause) =>
        clause.trim() === '' ||
        DRESSING.test(clause) ||
        COMMENT.test(clause) ||
        (next !== undefined && isLeadClause(clause)),
    );
}

/** A forwarder's lead before the whole of the notice: "转街道通知:", "请大家注意,最新要求如下:". */
function isLead({ analysis, start, end }: Part): boolean {
  if (start !== 0) return false;
  const { body } = analysis.normal;
  const next = analysis.tokens.starts[end] ?? 0;
  if (next === 0 || next > LEAD) return false;
  const lead = body.slice(0, next).replace(/[\s【「《“"(✅✔✓☑]*$/, '');
  if (!isApartFrom(body, lead.length, next) || SAYS_MORE.test(lead.replace(/别[漏忘]/g, '')))
    return false;
  if (analysis.facts.some((fact) => fact.start < next && !isOne(fact))) return false;
  const clauses = lead.split(/[:,!。;\n【】()~]+/).filter((clause) => clause.trim() !== '');
  const others = clauses.filter((clause) => !isLeadClause(clause));
  // Who says it is known for that beside a clause that passes it on, or before those who are addressed.
  const isSpoken =
    others.length < Math.max(1, clauses.length) || ADDRESS.test(body.slice(next, next + 32));
  return isSpoken && others.every((one) => SPEAKER.test(one));
}

/** Whether a mark or a new line stands between what ends and what begins. */
function isApartFrom(body: string, end: number, start: number): boolean {
  return /[:,!。;\n】)「」—=-]/.test(body.slice(Math.max(0, end - 1), start));
}

/** "转发一个通知" */
function isOne({ kind, value }: Fact): boolean {
  return kind === 'number' && /^number 1(?!\d)/.test(value);
}

/** "[小程序]报名表": what a client writes in the place of something attached. */
const ATTACHED =
  /^\s*\[?(?:qq小程序|微信小程序|小程序|文件|链接|图片|视频|收集表|群聊|腾讯文档|在线文档|聊天记录|位置)\][^\n。;]{0,60}$/;

/** Lines at the end that only stand for what was attached; what is attached is another message's matter. */
function isAttachmentList({ analysis, start, end }: Part): boolean {
  const { starts, codes } = analysis.tokens;
  if (start === 0 || end !== codes.length) return false;
  const lines = analysis.normal.folded
    .slice(starts[start] ?? 0)
    .trim()
    .split(/\n+/);
  return lines.every((line) => ATTACHED.test(line));
}
