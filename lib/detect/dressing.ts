import type { Analysis } from './analysis.ts';
import { isApartFrom, isLeadClause, isOne, LEAD, SAYS_MORE } from './lead.ts';
import { isSignature, isSignatureLine } from './signature.ts';
import { isAllFillers, type Part } from './token-part.ts';

/** Words that part one notice from the next. */
const BETWEEN =
  '(?:另外?|此外|还有(?:一个|一条|一件事|个通知)?|同时|以下(?:为|是)?转发(?:内容)?|附|第[一二三四五六七八九十\\d]{1,2}[条个件]?|[一二三四五六七八九十]|\\d{1,2}|再|[+])';
const DRESSING = new RegExp(`^\\s*(?:${BETWEEN})\\s*$`);
/** What comes with the passing on of a notice and asks for nothing else. */
export const COMMENT =
  /^\s*(?:(?:请|大家|各位|务必|再|都|一并|按|这个|要|尽快|抓紧|认真|转过来了?|发一遍|怕有人没看到|不要拖|自觉|遵守|严格|高度重视|重视|抓好|千万|别拖延?|切勿拖延|不要拖延|时间紧|各地|各村|各社区|各科室|各部门|抓紧办|照做|做就行|就行|上心|上点心|扩散|同志们?|往下|各单位|各自|对照|看看?|一下|要求|通知|文件|对照|遵照|执行|落实|到位|照此|办理|传达|收到|回复|知悉|周知|学习|领会|贯彻|了|好|并|做好|以上|查收|[,、])){1,12}\s*$/;

/** Put together of such words it says on what condition, or how little is to be done: "收到文件再执行", "看看就行". */
const CONDITION =
  /(?:收到|看|通知|文件|回复|要求|内容)[^,。;!\n]{0,4}再|^再(?:通知|看看|说)|(?:看看?|知悉|周知|学习|了解|领会)就行|各自|自觉就行|回复(?!收到|1)|传达各|往下/;

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
  if (CONDITION.test(words)) return false;
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

/** What parts the pieces of an end: stops, lines, signs that draw the eye. */
const PIECES = /[。!;\n~⭕🔴🟠🟡🟢🔵🔶🔷🔸🔹🔺◆◇●○■□★☆▲△]+/u;

/** "请遵照执行", after the end of a notice; a signature may stand before it or after. */
export function isRemark({ analysis, start, end }: Part): boolean {
  const { starts, ends, codes } = analysis.tokens;
  if (start === 0 || end !== codes.length) return false;
  const { body } = analysis.normal;
  const from = starts[start] ?? 0;
  if (!/[。!;\n…~]/.test(body.slice(ends[start - 1] ?? 0, from))) return false;
  if (CONDITION.test(body.slice(from))) return false;
  const pieces = body
    .slice(from)
    .split(PIECES)
    .filter((one) => one.trim() !== '');
  const others = pieces.filter((one) => !COMMENT.test(one));
  if (others.length === 0) return true;
  const [signer = ''] = others;
  return others.length === 1 && pieces.length > 1 && isSignatureLine(analysis, from, signer);
}
