import type { Analysis } from './analysis.ts';
import { isFiller } from './tokens.ts';

/** The tokens `[start, end)` of a text. */
export type Part = { analysis: Analysis; start: number; end: number };

/** Whether it has no token. */
export function isEmpty({ start, end }: Part): boolean {
  return start >= end;
}

/** Whether every token may come and go. */
export function isAllFillers({ analysis, start, end }: Part): boolean {
  const { codes } = analysis.tokens;
  for (let at = start; at < end; at++) if (!isFiller(codes[at] ?? 0)) return false;
  return true;
}
