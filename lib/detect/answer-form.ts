import { AFTER_ANSWER, ALONG, ANSWERS, NAMED } from './reply-words.ts';

/** Longest name before an answer, in letters. */
const LONGEST_NAME = 20;
/** Answers only at the very end: in front of other words these begin something else ("已送医院"). */
const LAST_ONLY = /^(?:中|知|到|o|收[倒道]?)$|送$/;

/** Whether a part answers once or twice, with or without thanks. */
export function isPlainAnswer(part: string): boolean {
  for (let end = part.length; end > 0; end--) {
    const words = part.slice(0, end);
    if (end < part.length && (!matches(AFTER_ANSWER, part.slice(end)) || LAST_ONLY.test(words)))
      continue;
    if (matches(ANSWERS, words) || isTwofold(words)) return true;
  }
  return false;
}

function isTwofold(words: string): boolean {
  for (let at = words.length - 1; at > 0; at--) {
    const first = words.slice(0, at);
    if (matches(ANSWERS, words.slice(at)) && !LAST_ONLY.test(first) && matches(ANSWERS, first))
      return true;
  }
  return false;
}

/** Who answers, where a name stands before an answer: the longest such name, or null. */
export function nameBeforeAnswer(part: string): string | null {
  for (let end = Math.min(LONGEST_NAME, part.length - 1); end > 0; end--) {
    const name = part.slice(0, end);
    if (NAMED.test(name) && isPlainAnswer(part.slice(end))) return name;
  }
  return null;
}

/** Whether a part goes along with an answer: thanks, who is spoken to, what one is about to do, or another answer. */
export function goesAlong(part: string): boolean {
  return matches(ALONG, part) || matches(ANSWERS, part);
}

function matches(patterns: readonly RegExp[], words: string): boolean {
  for (const pattern of patterns) if (pattern.test(words)) return true;
  return false;
}
