import { partsOf } from './calendar.ts';
import { readNumber } from './chinese-number.ts';
import type { Fact } from './fact.ts';
import { isEmpty, type Part, wordsOf } from './token-part.ts';

const POINTED = /^(\d{1,2})\.(\d{1,2})$/;

const DIGITS = /^\d{1,9}$/;
/** With a ten or a hundred, or alone: digits side by side may be a name, "二七路". */
const NUMERALS =
  /^(?:[零一二两三四五六七八九]|(?=.*[十百千万])[零一二两三四五六七八九十百千万]{1,9})$/;

/**
 * The same day, hour or number otherwise written: "11.6" for "11月6日", "8.30" or "8点30" for "8:30", "五百" for "500".
 * Alone it may mean something else; in the place of just that figure, with all around it the same, it does not.
 */
export function isSameFigure(one: Part, other: Part): boolean {
  if (isEmpty(one) || isEmpty(other)) return false;
  const [words, others] = [wordsOf(one).trim(), wordsOf(other).trim()];
  const [fact, otherFact] = [factOf(one), factOf(other)];
  return (
    isPointed(words, otherFact) ||
    isPointed(others, fact) ||
    isNumeral(words, others) ||
    isNumeral(others, words) ||
    isSameClock(fact, otherFact)
  );
}

function isNumeral(numerals: string, digits: string): boolean {
  if (!DIGITS.test(digits) || !NUMERALS.test(numerals)) return false;
  return readNumber(numerals) === Number(digits);
}

/** "7点30" and "7:30": whatever half of the day is meant, it is the same in both. */
function isSameClock(one: Fact | undefined, other: Fact | undefined): boolean {
  if (one?.kind !== 'time' || other?.kind !== 'time') return false;
  const isBare = one.part === undefined && other.part === undefined;
  return isBare && one.minutes !== undefined && one.minutes === other.minutes;
}

/**
 * A day that is told twice, side by side: "明天(11月20日)". That one of the two came or went says nothing.
 * @param part the tokens that one text has and the other lacks
 */
export function isDayToldTwice(part: Part): boolean {
  const told = factOf(part);
  const day = told?.day;
  // "明晚" says more than the day.
  if (day === undefined || told?.part !== undefined || told?.minutes !== undefined) return false;
  const { analysis, start, end } = part;
  const sides = [
    { analysis, start: start - 1, end: start },
    { analysis, start: end, end: end + 1 },
  ];
  return sides.some((side) => {
    const fact = side.start < 0 ? undefined : factOf(side);
    return fact?.kind === 'date' && fact.day === day && isClose(part, side);
  });
}

/** Nothing but a bracket stands between. */
function isClose(one: Part, other: Part): boolean {
  const { starts, ends } = one.analysis.tokens;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = one.analysis.normal.body.slice(
    ends[first.end - 1] ?? 0,
    starts[second.start] ?? 0,
  );
  return /^\s?[(,]?\s?$/.test(between);
}

function isPointed(words: string, fact: Fact | undefined): boolean {
  const [, first = '', second = ''] = POINTED.exec(words) ?? [];
  if (!fact || first === '') return false;
  if (fact.kind === 'time') {
    const isSure = fact.minutes !== undefined && !fact.unsure && second.length === 2;
    return isSure && fact.minutes === Number(first) * 60 + Number(second);
  }
  if (fact.kind !== 'date' || fact.day === undefined || fact.minutes !== undefined) return false;
  const { month, date } = partsOf(fact.day);
  return month === Number(first) && date === Number(second);
}

/** The fact that is all of a part. */
function factOf({ analysis, start, end }: Part): Fact | undefined {
  const from = analysis.tokens.starts[start];
  const to = analysis.tokens.ends[end - 1];
  if (from === undefined || to === undefined) return undefined;
  return analysis.facts.find((fact) => fact.start === from && fact.end === to);
}
