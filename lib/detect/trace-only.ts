import type { Analysis } from './analysis.ts';
import type { Clause } from './demand-clauses.ts';
import {
  DOES_IT,
  LIGHT_REMARK,
  NEWS,
  QUANTITY,
  SENT_TO,
  SIDE_REMARK,
  TRACE,
  TRACE_WORDS,
  WHOLE_WORDS,
  WORK,
} from './trace-words.ts';
import type { DemandKind } from './types.ts';

/** Kinds that leave a trace and do no work. */
export const TRACES: ReadonlySet<DemandKind> = new Set([
  'reply',
  'relay',
  'check-in',
  'screenshot',
  'photo',
  'location',
  'share',
  'study',
]);

/** Letters that may be left in a clause that asks for a trace, in a remark on how to leave it, in any other, and in all. */
const LEFT_IN_ASKING = 14;
const LEFT_IN_REMARK = 12;
const LEFT_IN_LIGHT_REMARK = 4;
const LEFT_IN_OTHER = 2;
const LEFT_IN_ALL = 26;

/** What was done before the trace is left, or goes along with it, stands apart from it. */
const STEPS =
  /(?<!前|背|之|以|落|最|今)后(?!台|勤|天|面|续|缀|果|方|续|半|排|三|两|的)|并且?|再|同时|然后|边/;
/** A relay list. */
export const LIST = /^\s*[#＃]\s?接龙/;
/** Who is spoken to: "民兵一排全体,". */
const VOCATIVE =
  /^[^,。;!?\n]{0,12}(?:全体|各位|们|同志|朋友|老师|人员|[网管巡护驾社队委会职教组学柜店]员|队|[连营排户]|妈妈|爸爸|台席|网点|兄弟|师傅|科|室|所|组长?|[班楼村站所校队网]长|书记|主任|单位|科室|社区|支部|村)(?:好)?\s*[,:!]?\s*$/;
/** Those who are meant: "没看完的,", "今天入户的同志,". What they do is told, not asked. */
const RELATIVE =
  /[^\s,。;!?的](?:的|者)(?:同志|人|家长|老师|同学|单位|村|党员|朋友|大家|都)?\s*[,:]?\s*$/;
/** What is to be shared or studied, by its name: "局里新拍的短片上线了,". */
const SHARED_THING =
  /(?:视频|短片|宣传片|微电影|推文|推送|文章|链接|海报|图文|作品|直播|节目|微课堂?|课程?|答题|竞赛|专题)(?:[^,。;!?\n]{0,3}(?:上线|发布|出炉|更新|出来|做好|开始)了?|来了|在(?:群里|下面|上面))?\s*[,:。!]?\s*$/;
/** Something takes place, or is to be done. */
const STATES = /开始|结束|(?<=[上下]午|[今明]天|今晚|活动.{0,3})完成|活动|参加|上课|到了|打开/;
/** An entry of a relay list. */
const ENTRY = /^\s*\d{1,3}[.、)]?\s*[^\s,。]{0,8}(?:\s[^\s,。]{1,8}){0,3}\s*$/;

/** Whether nothing but words is said, nobody is named to be called, and no work is asked for. */
export function maySayOnlyTraces(analysis: Analysis, kinds: readonly DemandKind[]): boolean {
  const { message, facts, oversize, normal } = analysis;
  if (kinds.length === 0 || !kinds.every((kind) => TRACES.has(kind))) return false;
  if (oversize || message.file || message.link || message.kind !== 'text') return false;
  return normal.quoted === '' && !facts.some((fact) => fact.kind === 'contact');
}

/** Whether it is a list under a head, or some clause has words of news or of work: then a model's word is not enough. */
export function namesMore({ normal }: Analysis, clauses: readonly Clause[]): boolean {
  return LIST.test(normal.folded) || clauses.some(({ text }) => NEWS.test(text) || WORK.test(text));
}

/**
 * True when nothing of substance is left: no work, nothing attached, and every clause asks for a trace or says who,
 * when and how. In doubt it is false.
 */
export function saysOnlyTraces(
  analysis: Analysis,
  clauses: readonly Clause[],
  asked: readonly (readonly DemandKind[])[],
  kinds: readonly DemandKind[],
): boolean {
  const { normal } = analysis;
  if (!maySayOnlyTraces(analysis, kinds)) return false;
  const isRelay = kinds.includes('relay');
  // The head of a list says what it is about, unless it asks as well.
  if (LIST.test(normal.folded) && !asked.some((some, at) => at > 0 && some.length > 0))
    return false;
  const names = kinds.includes('share') || kinds.includes('study');
  /** What is answered may be told: an answer or an entry is asked for, no more. */
  const isAnswer = kinds.every((kind) => kind === 'reply' || kind === 'relay');
  const last = asked.findLastIndex((some) => some.length > 0);
  let total = 0;
  for (const [at, clause] of clauses.entries()) {
    if (isRelay && ENTRY.test(clause.text)) continue;
    const words = wordsOf(analysis, clause);
    if (NEWS.test(words)) return false;
    const left = leftIn(words);
    const isAsking = (asked[at]?.length ?? 0) > 0;
    if (isAsking) {
      if (left > LEFT_IN_ASKING || asksForWork(words)) return false;
    } else if (at < last && leadsUp(words, left)) {
      // Who is meant comes before what they are asked.
    } else if ((isAnswer && STATES.test(words)) || !goesAlong(words, left, names)) return false;
    total += left;
  }
  return total <= LEFT_IN_ALL;
}

/** A clause without greetings and politeness, moments, addresses and what it quotes. */
function wordsOf(analysis: Analysis, clause: Clause): string {
  const { body, folded } = analysis.normal;
  const end = clause.start + clause.text.length;
  // Where the text was closed up, its places are not those of the body.
  if (folded[clause.start + 1] === ' ' && clause.text[1] !== ' ') return clause.text;
  let words = '';
  let from = clause.start;
  const keep = (to: number): void => {
    for (let at = from; at < to; at++) {
      words += body[at] === ' ' ? ' ' : (clause.text[at - clause.start] ?? '');
    }
  };
  for (const fact of analysis.facts) {
    if (fact.start < from || fact.end > end) continue;
    if (fact.kind !== 'date' && fact.kind !== 'time' && fact.kind !== 'link') continue;
    keep(fact.start);
    words += ' ';
    from = fact.end;
  }
  keep(end);
  return words.replace(/@[^\s@]{1,20}(?=\s|$)/g, ' ');
}

function leftIn(words: string): number {
  return words.replace(TRACE_WORDS, '').replace(/[^\p{L}]+/gu, '').length;
}

/** Before the clause that asks: who is spoken to, or who is meant. */
function leadsUp(words: string, left: number): boolean {
  return (
    left <= LEFT_IN_REMARK && (RELATIVE.test(words) || (!WORK.test(words) && VOCATIVE.test(words)))
  );
}

/** A clause that asks for nothing: a remark on the trace, or an address, a moment, a particle. */
function goesAlong(words: string, left: number, names: boolean): boolean {
  if (left <= LEFT_IN_REMARK && names && SHARED_THING.test(words)) return true;
  if (SIDE_REMARK.test(words)) return left <= LEFT_IN_REMARK;
  if (left <= LEFT_IN_LIGHT_REMARK && LIGHT_REMARK.test(words)) return true;
  if (WORK.test(words)) return false;
  if (QUANTITY.test(words)) return left <= LEFT_IN_REMARK;
  if (TRACE.test(words) || SENT_TO.test(words)) return left <= LEFT_IN_OTHER;
  const rest = words.replace(WHOLE_WORDS, '').replace(/[^\p{L}]+/gu, '');
  return rest.length <= LEFT_IN_OTHER && rest.replace(DOES_IT, '') === '';
}

/** Work in a step of its own, or as what is to be done: not as the name of what the picture shows. */
function asksForWork(words: string): boolean {
  return words.split(STEPS).some((step) => {
    const work = WORK.exec(step);
    if (!work) return false;
    const after = step.slice(work.index + work[0].length);
    return !TRACE.test(step) || !NAMES_PICTURE.test(after);
  });
}

/** After the name of some work: "走访照片", "缴费成功页面", "清理前后的图片". */
const NAMES_PICTURE =
  /^[^,。;!拍发截]{0,6}(?:的|照|图|视频|截|页面|界面|记录|结果|前后|时|打卡|签到|人员|员|组|群|办|当前|位置|定位|平台|系统|小程序|app)/;
