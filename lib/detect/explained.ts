import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { isRemark } from './dressing.ts';
import { ADDRESS, isLead } from './lead.ts';
import { HASTE, MANNER, OBLIGATION } from './phrases.ts';
import { isDayToldTwice, isSameFigure } from './same-figure.ts';
import { hasSameLetters, isListMark, isRepeated, isStop } from './same-words.ts';
import { isInSignature, isSignature } from './signature.ts';
import { SURNAMES } from './surnames.ts';
import { isAllFillers, isEmpty, oneSided, type Part, wordsOf } from './token-part.ts';

/**
 * Whether a difference of two texts says nothing: fillers, an address, a forwarder's lead or a signature that came or
 * went. Nothing may stand in its place: who is addressed, or signs, instead of another is a change.
 * "less": the later text lacks an address that the earlier one has; null: the difference says something.
 */
export function explained(hunk: Hunk, earlier: Analysis, later: Analysis): 'same' | 'less' | null {
  const lost = { analysis: earlier, start: hunk.fromStart, end: hunk.fromEnd };
  const gained = { analysis: later, start: hunk.toStart, end: hunk.toEnd };
  if (isAllFillers(lost) && isAllFillers(gained))
    return isBound(lost) || isBound(gained) ? null : 'same';
  if (hasSameLetters(lost, gained) || isSameFigure(lost, gained)) return 'same';
  if (isRepeated(lost, gained) || isListMark(lost, gained) || isStop(lost, gained)) return 'same';
  const alone = oneSided(lost, gained);
  if (alone && isDayToldTwice(alone)) return 'same';
  if (isEmpty(gained)) {
    if (isAddress(lost)) return 'less';
    return isAround(lost) ? 'same' : null;
  }
  if (!isEmpty(lost)) return isInSignature(lost) && isInSignature(gained) ? 'same' : null;
  return isAround(gained) ? 'same' : null;
}

/** What stands before or after a notice and is no part of it. */
function isAround(part: Part): boolean {
  return (
    isOrnament(part) ||
    isLead(part) ||
    isSignature(part) ||
    isRemark(part) ||
    isAttachmentList(part)
  );
}

/** Signs that draw the eye and say neither yes nor no. */
const EYE_CATCHERS = /^[\s⭕🔴🟠🟡🟢🔵🟣🟤⚫⚪🔶🔷🔸🔹🔺🔻◆◇●○■□★☆▲△▼▽]+$/u;

/** Such signs before the first word or after the last; in front of an item among others they may say something. */
function isOrnament(part: Part): boolean {
  if (part.start !== 0 && part.end !== part.analysis.tokens.codes.length) return false;
  return EYE_CATCHERS.test(wordsOf(part));
}

/** So close behind one of these a filler is what is denied: "不按时参加", "都不来" and "不都来". */
const DENIES = /(?:[不未没勿无别莫非免禁]|是否)[^,。;:!?\n]{0,5}$/;
/** A word of obligation before these says who is meant: "需整改的户", "应退费人员". */
const OBLIGES = /^(?:应当?|需要?|须|要|必须)$/;
const WHO =
  /^[^,。;:!?\n]{1,6}(?:的(?!通知|要求|话)|者|人员|人数|名单|对象|户(?!籍)|款|数|金额|率|量|儿童|学生|设备|企业|科室|单位|村|店|部门|班级|学校)/;
/** A word of haste or manner before these is a condition: "准时到的可免费". */
const IF = /^[^,。;:!?\n]{1,4}的(?!通知|要求|话|是)/;

/** Where it depends on how a thing is done: "凡按时缴费，赠送一个月", "主动上交的不罚". */
const ON_CONDITION = /(?:凡|若|如果?|对|只要)[^。;!\n]{0,10}$/;
const REWARDED =
  /^[^。;!\n]{0,12}(?:满[一二三两\d]|才|方可|可(?:理赔|报销|享|领|免|优先|获|申)|赠|不罚|从[轻宽]|免[费除收罚]|减|奖|补[贴助]|优惠|优先|返)/;
/** What one is invited to is no duty. */
const INVITED = /(?:欢迎|建议|鼓励|倡议|倡导|提倡|推荐|自愿)[^,。;!\n]{0,3}$/;
/** Before the given name, and behind the surname, of a person. */
const NAMED = new RegExp(`(?:由|找|联系人?|请|[:、和与及交给])[${SURNAMES}]$`);
const TITLE_AFTER =
  /^(?:老师|主任|书记|[科局镇乡村所站队校院园部组班]长|医生|师傅|经理|总|姐|哥|某)|^(?:城?[村庄镇乡县区路街]|江路|和社区)/;

/** Whether fillers stand where they say something. */
function isBound(part: Part): boolean {
  if (isEmpty(part)) return false;
  const { analysis, start, end } = part;
  const { tokens, normal } = analysis;
  const from = tokens.starts[start] ?? 0;
  const to = tokens.ends[end - 1] ?? 0;
  const before = normal.body.slice(Math.max(0, from - 16), from);
  const after = normal.body.slice(to, to + 24);
  if (DENIES.test(before.slice(-8))) return true;
  // "工作、居住满半年", "时间、地点另行通知": one of a list.
  if (/、\s?$/.test(before) || /^\s?、/.test(after)) return true;
  const word = wordsOf(part).trim();
  if (
    (MANNER.includes(word) || HASTE.includes(word)) &&
    (ON_CONDITION.test(before) || REWARDED.test(after))
  )
    return true;
  if (OBLIGATION.includes(word) && INVITED.test(before)) return true;
  // A name: "联系于老师", "张凡审核".
  if (word.length === 1 && (NAMED.test(before) || TITLE_AFTER.test(after))) return true;
  if (/^[于应]$/.test(word) && /(?:由|找|联系人?)$/.test(before)) return true;
  return (
    (word === '都' && /^[不未没]/.test(normal.body.slice(to, to + 1))) ||
    (OBLIGES.test(word) && WHO.test(normal.body.slice(to, to + 12))) ||
    (word.length > 1 && !OBLIGES.test(word) && IF.test(normal.body.slice(to, to + 8)))
  );
}

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

/** "[文件]报名表.xlsx": what a client writes in the place of something attached. A form or a place asks for more. */
const ATTACHED =
  /^\s*\[?(?:qq小程序|微信小程序|小程序|文件|链接|图片|视频|聊天记录)\](?![^\n]*(?:[请须填另交前限]|需要|全部|必))[^\n。;]{0,60}$/;

/** Lines at the end that only stand for what was attached; what is attached is another message's matter. */
function isAttachmentList({ analysis, start, end }: Part): boolean {
  const { starts, codes } = analysis.tokens;
  const from = starts[start] ?? 0;
  if (start === 0 || end !== codes.length) return false;
  if (analysis.facts.some((fact) => fact.start >= from && fact.kind !== 'number')) return false;
  const lines = analysis.normal.folded.slice(from).trim().split(/\n+/);
  return lines.every((line) => ATTACHED.test(line));
}
