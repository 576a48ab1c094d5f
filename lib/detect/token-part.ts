import type { Analysis } from './analysis.ts';
import { isFactCode, isFiller } from './tokens.ts';

/** The tokens `[start, end)` of a text. */
export type Part = { analysis: Analysis; start: number; end: number };

/** Whether it has no token. */
export function isEmpty({ start, end }: Part): boolean {
  return start >= end;
}

/** What only one of two texts has, where the other has nothing; null where both have something, or neither. */
export function oneSided(lost: Part, gained: Part): Part | null {
  if (isEmpty(lost) === isEmpty(gained)) return null;
  return isEmpty(lost) ? gained : lost;
}

/** The words of a part, with what stands between them. */
export function wordsOf({ analysis, start, end }: Part): string {
  const { starts, ends } = analysis.tokens;
  return analysis.normal.body.slice(starts[start] ?? 0, ends[end - 1] ?? 0);
}

/** Letters of the tokens that are not facts. */
export function plainLetters({ analysis, start, end }: Part): number {
  const { codes, starts, ends } = analysis.tokens;
  let count = 0;
  for (let at = start; at < end; at++) {
    if (!isFactCode(codes[at] ?? 0)) count += (ends[at] ?? 0) - (starts[at] ?? 0);
  }
  return count;
}

/** Whether every token may come and go. */
export function isAllFillers({ analysis, start, end }: Part): boolean {
  const { codes } = analysis.tokens;
  for (let at = start; at < end; at++) if (!isFiller(codes[at] ?? 0)) return false;
  return true;
}
