import type { Clause } from './demand-clauses.ts';
import type { Rule } from './demand-rules.ts';
import {
  ABOUT,
  ADDRESS,
  AFTERWARDS,
  ASKING,
  CONTINUES,
  CONTINUES_WIDE,
  CUSTOMER,
  DENIED,
  DENIED_AFTER,
  DESTINATION,
  DONE,
  DONE_AFTER,
  DUE,
  DUE_NOW,
  FIRST,
  HABIT,
  INSTEAD,
  IS_TOLD,
  LAGGARD,
  LEAD,
  MANY,
  NAMES_A_THING,
  ONE_PERSON,
  ORDER,
  OTHERS,
  PAST,
  PLAIN_AFTER,
  POLITE_QUESTION,
  PUSHES,
  RECIPIENT,
  SELF,
  SOME,
  TELLER,
  THANKS,
  TOPIC,
  WISH,
} from './mood-words.ts';

/** What the clauses of a message say before any rule is tried. */
export type Mood = {
  clauses: readonly Clause[];
  /** The message is told about traces, or to one person. */
  about: boolean;
  personal: boolean;
  /** Between a shop and its customer. */
  customer: boolean;
  /** Who likes may come. */
  optional: boolean;
  addressed: boolean;
};

export function moodOf(text: string, clauses: readonly Clause[]): Mood {
  const isPersonal = (ONE_PERSON.test(text) || CUSTOMER.test(text)) && !MANY.test(text);
  return {
    clauses,
    about: ABOUT.test(text),
    personal: isPersonal,
    optional: /自愿|有意参加|欢迎.{0,8}参加|不收取/.test(text),
    customer: isPersonal && CUSTOMER.test(text),
    addressed: /@(?:所有人|全体|all)|^\s*(?:各|全体|大家|同志|老师们|家长)/.test(text),
  };
}

/** Whether the words of a rule, found in [from, to) of clause `at`, are an order there. */
export function isOrdered(mood: Mood, at: number, rule: Rule, from: number, to: number): boolean {
  const clause = mood.clauses[at]?.text ?? '';
  const upTo = clause.slice(0, to);
  const after = clause.slice(to);
  // Relative clauses say which one is meant: "已完成的", "没有打卡的".
  const own = withoutRelative(upTo, from);
  if (ABOUT.test(clause) || isDenied(own, after)) return false;
  const orders = ORDER.test(clause);
  if ((mood.about && !orders) || (mood.optional && rule.kind === 'meeting')) return false;
  if (mood.personal && (!orders || mood.customer)) return false;
  if (
    isQuestion(clause, orders) ||
    isTold(clause, rule.kind === 'reply' ? clause.slice(0, from) : own, after, orders)
  )
    return false;
  if (NAMES_A_THING.test(after)) return false;
  if (after.startsWith('的') && !LAGGARD.test(`${upTo}的`)) return false;
  if (FIRST.test(after) && !orders) return false;
  if (!orders && isInTale(mood, at)) return false;
  if (rule.needs === 'nothing') return true;
  if (orders) return true;
  if (HABIT.test(own + after) || PAST.test(clause)) return false;
  if (isUrged(mood, at, clause, from)) return true;
  const before = clause.slice(0, from);
  return rule.needs === 'start' && isBare(mood, at, before, clause.slice(from, to), after);
}

/** A clause that tells, denies or thanks: what follows it does not ask for what it names. */
export function isOver(clause: string): boolean {
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

/** Nothing but a place, a sort of people or what was done before stands before the words, and nothing but an object after. */
function isBare(mood: Mood, at: number, before: string, hit: string, after: string): boolean {
  const isPlain = PLAIN_AFTER.test(after) || (/[发报传交给]$/.test(hit) && RECIPIENT.test(after));
  if (!isPlain) return false;
  if (LEAD.test(before) || SOME.test(before) || AFTERWARDS.test(before)) return true;
  if (/[发报传交给]$/.test(hit) && TOPIC.test(before) && DESTINATION.test(after)) return true;
  const previous = mood.clauses[at - 1];
  return (
    previous !== undefined &&
    previous.sentence === mood.clauses[at]?.sentence &&
    before.length <= 8 &&
    ORDER.test(previous.text)
  );
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

function isQuestion(clause: string, orders: boolean): boolean {
  if (!ASKING.test(clause)) return false;
  if (orders && !/\?|请问|[吗么]/.test(clause)) return false;
  return !POLITE_QUESTION.test(clause);
}

function isTold(clause: string, own: string, after: string, orders: boolean): boolean {
  if (THANKS.test(clause)) return true;
  if (DONE.test(own) && !(orders && /昨|上|刚|前/.test(own))) return true;
  if (DONE_AFTER.test(after) && !DUE_NOW.test(clause) && !(orders && after.startsWith('完')))
    return true;
  if (orders) return false;
  if (SELF.test(clause) || OTHERS.test(clause)) return true;
  return /[了过](?:[。!,;\n]|$)/.test(clause) && !DUE_NOW.test(clause);
}

function isUrged(mood: Mood, at: number, clause: string, from: number): boolean {
  const before = clause.slice(0, from);
  if (
    DUE.test(clause) ||
    WISH.test(clause) ||
    ADDRESS.test(before) ||
    LAGGARD.test(clause) ||
    DUE_NOW.test(clause)
  ) {
    return true;
  }
  const { clauses } = mood;
  const sentence = clauses[at]?.sentence;
  const previous = clauses[at - 1];
  if (previous && (CONTINUES.test(before) || CONTINUES_WIDE.test(before))) {
    if (previous.sentence === sentence && ORDER.test(previous.text)) return true;
    if (mood.addressed || CONTINUES_WIDE.test(before)) return true;
  }
  if (mood.addressed && LEAD.test(before)) return true;
  const next = clauses[at + 1];
  return (
    next !== undefined && PUSHES.test(next.text) && next.text.length <= 16 && !/[?]/.test(next.text)
  );
}
