import { isEmpty, oneSided, type Part, wordsOf } from './token-part.ts';
import { isFactCode } from './tokens.ts';

/** Words that are spaced out, or marked otherwise, are the same words; between figures marks count. */
export function hasSameLetters(one: Part, other: Part): boolean {
  if (isEmpty(one) || isEmpty(other) || statesFact(one) || statesFact(other)) return false;
  return lettersOf(one) === lettersOf(other);
}

/** A word that was typed twice: "系统系统升级". */
export function isRepeated(lost: Part, gained: Part): boolean {
  const part = oneSided(lost, gained);
  if (!part) return false;
  const { codes, starts, ends } = part.analysis.tokens;
  const length = part.end - part.start;
  // "党员、党员代表" are two.
  const gap = part.analysis.normal.body.slice(ends[part.start - 1] ?? 0, starts[part.start] ?? 0);
  if (gap.trim() !== '') return false;
  const letters = lettersOf(part).length;
  if (letters < 2 || length > 4 || part.start < length) return false;
  for (let at = part.start; at < part.end; at++) {
    if (codes[at] !== codes[at - length] || isFactCode(codes[at] ?? 0)) return false;
  }
  return true;
}

/** "橡胶棍和钢叉" and "橡胶棍、钢叉": a word of listing where the other text has the mark. */
export function isListMark(lost: Part, gained: Part): boolean {
  const part = oneSided(lost, gained);
  if (!part || part.end - part.start !== 1) return false;
  if (!/^(?:和|与|及|以及)$/.test(wordsOf(part))) return false;
  return /^\s?、\s?$/.test(gapAt(part === lost ? gained : lost));
}

/** "报到~请各组" and "报到。请各组": a tilde where the other text ends a sentence is no stretch. */
export function isStop(lost: Part, gained: Part): boolean {
  const part = oneSided(lost, gained);
  if (!part || part.end - part.start !== 1 || wordsOf(part) !== '~') return false;
  return /[。!;…]/.test(gapAt(part === lost ? gained : lost));
}

/** What stands in a text where it has no token and the other has some. */
function gapAt({ analysis, start }: Part): string {
  const { starts, ends } = analysis.tokens;
  const from = ends[start - 1] ?? 0;
  return analysis.normal.body.slice(from, starts[start] ?? from);
}

/** The same words may mean another day on another day; and in an address or a link every mark counts. */
function statesFact({ analysis, start, end }: Part): boolean {
  const from = analysis.tokens.starts[start] ?? 0;
  const to = analysis.tokens.ends[end - 1] ?? 0;
  return analysis.facts.some((fact) => fact.start >= from && fact.end <= to);
}

function lettersOf(part: Part): string {
  const words = wordsOf(part);
  return /\d/.test(words)
    ? words.replace(/(?<!\d)\s+|\s+(?!\s*\d)/g, '')
    : words.replace(/[\s,.。;:!、()【】"“”]+/g, '');
}
