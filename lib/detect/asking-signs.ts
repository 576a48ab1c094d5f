import type { Clause } from './demand-clauses.ts';
import { KINDS } from './demand-marks.ts';
import {
  ABOUT,
  ASKING,
  DENIED,
  DONE,
  HABIT,
  LAGGARD,
  ORDER,
  OTHERS,
  SELF,
  WISH,
} from './mood-words.ts';

const PATTERNS = [ORDER, WISH, LAGGARD, DENIED, DONE, SELF, OTHERS, HABIT, ABOUT, ASKING];

/**
 * Signs of a clause, by their number: the words of moods that it has, where it stands, how long it and the message are,
 * whether the rules find the demand; from MARKED on the other demands whose marks it has.
 */
const SIGN = {
  first: 10,
  last: 11,
  only: 12,
  short: 13,
  long: 14,
  middling: 15,
  lengthy: 16,
  asks: 17,
  ended: 18,
  called: 19,
  ruled: 20,
  demanded: 21,
} as const;
const MARKED = 22;
const SIGNS_OF_MARKS = KINDS.map((_, kind) => MARKED + kind);
/** How many signs there are; the next number is free for a sign that only training knows. */
export const SIGNS = MARKED + KINDS.length;
/** The sign that the rules find the demand, or that they find nothing but traces. */
export const RULED = SIGN.ruled;
/** The sign that the rules find some demand in the message. */
export const DEMANDED = SIGN.demanded;

/**
 * The signs of a clause of a message, but for what the rules found.
 * @param length how many letters it has
 * @param marks bits of the demands whose marks it has, in the order of KINDS
 */
export function signsOf(
  text: string,
  clauses: readonly Clause[],
  at: number,
  length: number,
  marks: number,
): readonly number[] {
  const clause = clauses[at]?.text ?? '';
  const signs = SIGNS_OF_MARKS.filter((_, kind) => (marks & (1 << kind)) !== 0);
  for (const [sign, pattern] of PATTERNS.entries()) if (pattern.test(clause)) signs.push(sign);
  if (at === 0) signs.push(SIGN.first);
  if (at === clauses.length - 1) signs.push(SIGN.last);
  if (clauses.length === 1) signs.push(SIGN.only);
  if (length < 8) signs.push(SIGN.short);
  if (length > 18) signs.push(SIGN.long);
  if (text.length > 60) signs.push(SIGN.middling);
  if (text.length > 120) signs.push(SIGN.lengthy);
  if (clause.includes('?')) signs.push(SIGN.asks);
  if (/了[。!,;\n]?$/.test(clause)) signs.push(SIGN.ended);
  if (text.includes('@')) signs.push(SIGN.called);
  return signs;
}
