import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { isBound } from './bound-fillers.ts';
import { isRemark } from './dressing.ts';
import { ADDRESS, isLead } from './lead.ts';
import { isDayToldTwice, isSameFigure } from './same-figure.ts';
import { hasSameLetters, isListMark, isRepeated, isStop } from './same-words.ts';
import { isInSignature, isSignature } from './signature.ts';
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
