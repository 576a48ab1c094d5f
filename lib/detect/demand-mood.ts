import type { Rule } from './demand-rules.ts';
import { type Mood, mannerOf, signsOf } from './demand-signs.ts';
import { isLead } from './lead-words.ts';
import {
  ABOUT,
  ADDRESS,
  AFTERWARDS,
  AMONG_MANY,
  BARE_TOPIC,
  CONTINUES,
  CONTINUES_WIDE,
  DENIED,
  DENIED_AFTER,
  DESTINATION,
  DONE,
  DONE_AFTER,
  DUE_NOW,
  FIRST,
  HABIT,
  INSTEAD,
  IS_TOLD,
  LAGGARD,
  NAMES_A_THING,
  ORDER,
  OTHERS,
  PAST,
  PLAIN_AFTER,
  PUSHES,
  RECIPIENT,
  SELF,
  SOME,
  SUBJECT,
  TALE,
  TELLER,
  THANKS,
  TOPIC,
} from './mood-words.ts';
import type { DemandKind } from './types.ts';

/** Work is asked of one person as well. */
const WORK: ReadonlySet<DemandKind> = new Set(['form', 'meeting', 'inspection']);

/** Whether the words of a rule, found in [from, to) of clause `at`, are an order there. */
export function isOrdered(mood: Mood, at: number, rule: Rule, from: number, to: number): boolean {
  const clause = mood.clauses[at]?.text ?? '';
  const upTo = clause.slice(0, to);
  const after = clause.slice(to);
  // Relative clauses say which one is meant: "已完成的", "没有打卡的".
  const own = withoutRelative(upTo, from);
  const { about, optional, personal, customer } = mannerOf(mood);
  const { orders, questions, tells, past } = signsOf(mood, at);
  if (questions || tells || (about && (!orders || ABOUT.test(clause)))) return false;
  if (
    (optional && rule.kind === 'meeting') ||
    (personal && (!orders || customer) && !WORK.has(rule.kind))
  )
    return false;
  if (isDenied(own, after) || NAMES_A_THING.test(after)) return false;
  // "已" of what is to be answered ("回复已完成") is no report.
  if (rule.kind === 'reply' && ANSWERED_WITH.test(after)) return orders || rule.needs === 'nothing';
  if (isDone(mood, at, rule.kind === 'reply' ? clause.slice(0, from) : own, after)) return false;
  if (/^的(?:人员)?(?:名单|情况)/.test(after)) return false;
  if (
    after.startsWith('的') &&
    !LAGGARD.test(`${upTo}的`) &&
    !ORDER.test(after) &&
    !FEW.test(after)
  )
    return false;
  if (
    !orders &&
    ((FIRST.test(after) && !/先[^,]{0,3}$/.test(clause.slice(0, from))) || isInTale(mood, at))
  )
    return false;
  if (orders || rule.needs === 'nothing') return true;
  if (past || HABIT.test(own + after)) return false;
  const before = clause.slice(0, from);
  if (isUrged(mood, at, before)) return true;
  return rule.needs === 'start' && isBare(mood, at, before, clause.slice(from, to), after);
}

/** What is to be answered: 回复“已完成”. */
const ANSWERED_WITH =
  /^\s?(?:["“]已|已(?:[读阅办学看查转]|收到|知[悉晓]|完成|落实|传达|参加)["”]?[。!,\s]*$)/;
/** Those who have done it are let off, so that the others are meant: "已接龙的不用再接". */
const EXEMPT =
  /(?:已|完|过)[^,。;!?]{0,6}的(?:同志|人|单位|家长)?(?:就|可以)?(?:请?忽略|不用|无需|不必|除外)/;

/** "签到的才13个人". */
const FEW = /^的[^,。;!?]{0,3}(?:才|只有|不到|不足|太少|不多)/;

/** What is to be shared or studied is there now: the asking follows. */
const AVAILABLE =
  /(?:更新|出新|上线|开放|开通|开始|启动|挂网|开考|出炉|发布|推送|上传|发群)(?:了|啦)?[。!,;\n]?$/;

/** A clause that tells, denies or thanks: what follows it does not ask for what it names. */
export function isOver(clause: string): boolean {
  if (EXEMPT.test(clause) || AVAILABLE.test(clause)) return false;
  return (
    ABOUT.test(clause) ||
    DENIED.test(clause) ||
    DONE.test(clause) ||
    THANKS.test(clause) ||
    SELF.test(clause) ||
    OTHERS.test(clause) ||
    HABIT.test(clause) ||
    PAST.test(clause) ||
    (/了[。!,;\n]?$/.test(clause) && !DUE_NOW.test(clause))
  );
}

/** Ends in a verb of sending. */
const SENDS = /[发报传交给丢甩扔抛贴推存]$|上传$/;

/** Nothing but a place, a sort of people or what was done before stands before the words, and nothing but an object after. */
function isBare(mood: Mood, at: number, before: string, hit: string, after: string): boolean {
  const isPlain = PLAIN_AFTER.test(after) || (SENDS.test(hit) && RECIPIENT.test(after));
  if (!isPlain) return false;
  // "小区保安:到点打卡"
  const own = before.slice(before.lastIndexOf(':') + 1);
  if (isLead(own) || SOME.test(own) || AFTERWARDS.test(own) || SUBJECT.test(own)) return true;
  if (after.length <= 2 && BARE_TOPIC.test(own) && isAmongMany(mood, at)) return true;
  if (SENDS.test(hit) && TOPIC.test(own) && DESTINATION.test(after)) return true;
  const previous = mood.clauses[at - 1];
  return (
    previous !== undefined &&
    previous.sentence === mood.clauses[at]?.sentence &&
    before.length <= 8 &&
    ORDER.test(previous.text)
  );
}

/** A message of a work group, and no tale: then the name of an occasion and a trace are enough, "查寝打卡,". */
function isAmongMany(mood: Mood, at: number): boolean {
  return AMONG_MANY.test(mood.text) && !TALE.test(mood.clauses[at + 1]?.text ?? '');
}

/** The clause before or after says that it is told: "我同事减肥,每天打卡", "照片六张,已传". */
function isInTale({ clauses }: Mood, at: number): boolean {
  if (IS_TOLD.test(clauses[at + 1]?.text ?? '')) return true;
  const sentence = clauses[at]?.sentence;
  for (let before = at - 1; clauses[before]?.sentence === sentence && before >= 0; before--) {
    if (TELLER.test(clauses[before]?.text ?? '')) return true;
  }
  return false;
}

function withoutRelative(words: string, from: number): string {
  const last = words.lastIndexOf('的', from);
  return last <= 0 ? words : words.slice(last + 1);
}

function isDenied(own: string, after: string): boolean {
  if (DENIED_AFTER.test(after)) return true;
  const denied = DENIED.exec(own);
  return denied !== null && !INSTEAD.test(own.slice(denied.index + denied[0].length));
}

function isDone(mood: Mood, at: number, own: string, after: string): boolean {
  const { orders, dueNow } = signsOf(mood, at);
  if (!orders && /[投发拍转点打传交报做填]了(?!的)/.test(own) && !dueNow) return true;
  if (/[投发拍转点打传交报][了过][\d一二两三四五六七八九十]/.test(own)) return true;
  if (DONE.test(own) && !(orders && /昨|上|刚|前/.test(own))) return true;
  if (isTally(own, after, orders)) return true;
  if (/(?:差|[没未])[^,。;!?]{0,6}$/.test(own)) return false;
  return DONE_AFTER.test(after) && !dueNow && !(orders && after.startsWith('完'));
}

/** So many have done it: "截止今天共转发300次". */
function isTally(own: string, after: string, orders: boolean): boolean {
  if (orders || /[每各]|至少|不少于|不低于|[还仅][差剩]/.test(own)) return false;
  return (
    /(?:共(?!享|同|青|产)|累计|总计|合计)[^,。;!?]{0,8}$/.test(own) ||
    /^(?:量|数|率)?(?:达到?|已|破|超|突破|共)?\s?\d{2,}\s?(?:人|次|条|户|家|%|万)/.test(after)
  );
}

function isUrged(mood: Mood, at: number, before: string): boolean {
  if (signsOf(mood, at).urges || ADDRESS.test(before)) return true;

  const { clauses } = mood;
  const sentence = clauses[at]?.sentence;
  const previous = clauses[at - 1];
  if (previous && before.length <= 24 && (CONTINUES.test(before) || CONTINUES_WIDE.test(before))) {
    if (previous.sentence === sentence && ORDER.test(previous.text)) return true;
    if (mannerOf(mood).addressed || CONTINUES_WIDE.test(before)) return true;
  }
  if (mannerOf(mood).addressed && isLead(before)) return true;
  const next = clauses[at + 1];
  return (
    next !== undefined && PUSHES.test(next.text) && next.text.length <= 16 && !/[?]/.test(next.text)
  );
}
