import { partsOf } from './calendar.ts';
import type { Fact } from './fact.ts';
import { isEmpty, type Part } from './token-part.ts';

const POINTED = /^(\d{1,2})\.(\d{1,2})$/;

/**
 * A day or an hour written with a point: "11.6" for "11月6日", "8.30" for "8:30". Alone it may be a decimal; in the
 * place of just that day or hour, with all around it the same, it is none.
 */
export function isSameFigure(one: Part, other: Part): boolean {
  if (isEmpty(one) || isEmpty(other)) return false;
  return isPointed(wordsOf(one), factOf(other)) || isPointed(wordsOf(other), factOf(one));
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
  return analysis.facts.find((fact) => fact.start === from && fact.end === to);
}

function wordsOf({ analysis, start, end }: Part): string {
  const { starts, ends } = analysis.tokens;
  return analysis.normal.body.slice(starts[start] ?? 0, ends[end - 1] ?? 0).trim();
}
