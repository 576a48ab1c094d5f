import { saysAnswer, saysBeside } from './answer-grammar.ts';
import { isName } from './answer-names.ts';
import { PIECES_KEPT } from './limits.ts';
import { RecentMap } from './recent-map.ts';
import { ADDRESSED, AFTER_ANSWER, ALONG, ANSWERS, EXCLAIMED } from './reply-words.ts';

/** Longest answer among others in one breath. */
const LONGEST_PIECE = 18;
/** A name does not end in the first letter of an answer. */
const CUT_SHORT = /[收已打签知看报交填]$/;
/** Longest name before an answer, in letters. */
const LONGEST_NAME = 20;
/** Answers only at the very end: in front of other words these begin something else ("已送医院"). */
const LAST_ONLY = /^(?:中|知|到|o|收[倒道]?|在|是|成|妥|无|零|1+|懂|管|来了)$|送$/;
/** With another answer right before or after, these are what those spoken to should do: "知道了报名". */
const IN_BREATH =
  /^(?:补?打卡|签[到退]|报名|参加|接龙|[^好行嗯哦])$|^(?!我|俺|收).*(?:参加|报名|到|来)的?$/;

/** Whether a part answers, once or several times in one breath, with or without thanks. */
export function isPlainAnswer(part: string): boolean {
  return isOneAnswer(part) || (endsAsAnswer(part) && isBreath(part));
}

/** Answers are a few words that come again and again, and so are their pieces. */
const known = new RecentMap<string, boolean>(PIECES_KEPT);

function isOneAnswer(words: string): boolean {
  const before = known.get(words);
  if (before !== undefined) return before;
  const answers = matches(ANSWERS, words) || saysAnswer(words);
  known.set(words, answers);
  return answers;
}

/** A cheap look at the end before all of it is read: most small talk ends in no word of an answer. */
function endsAsAnswer(part: string): boolean {
  for (let at = part.length - 1; at >= 0; at--) {
    const words = part.slice(at);
    if (isOneAnswer(words) || isBetween(words, '', true)) return true;
  }
  return false;
}

/** "嗯好的我知道了谢谢主任": answers one after the other, with nothing else between them. */
function isBreath(part: string): boolean {
  // What is reached of the part so far: false if nothing has answered yet, true if something has.
  const reached: (boolean | undefined)[] = [false];
  for (let at = 0; at < part.length; at++) {
    const answered = reached[at];
    if (answered === undefined) continue;
    for (let end = at + 1; end <= Math.min(part.length, at + LONGEST_PIECE); end++) {
      const words = part.slice(at, end);
      // "好好的" is no answer, and "好好" begins other words.
      if (words === '好' && part[end] === '好') continue;
      const isLast = end === part.length;
      if (!IN_BREATH.test(words) && (isLast || !LAST_ONLY.test(words)) && isOneAnswer(words))
        reached[end] = true;
      else if (isBetween(words, part.slice(end), answered)) reached[end] ||= answered;
    }
  }
  return reached[part.length] === true;
}

function isBetween(words: string, rest: string, answered: boolean): boolean {
  if (EXCLAIMED.test(words)) return true;
  if (answered) return matches(AFTER_ANSWER, words) || saysBeside(words);
  return matches(AFTER_ANSWER, words) && ADDRESSED.test(rest);
}

/** Who answers, where a name stands before an answer: the longest such name, or null. */
export function nameBeforeAnswer(part: string): string | null {
  if (!endsAsAnswer(part)) return null;
  for (let end = Math.min(LONGEST_NAME, part.length - 1); end > 0; end--) {
    const name = part.slice(0, end);
    if (!CUT_SHORT.test(name) && isName(name) && isPlainAnswer(part.slice(end))) return name;
  }
  return null;
}

/** Whether a part goes along with an answer: thanks, who is spoken to, what one is about to do, or another answer. */
export function goesAlong(part: string): boolean {
  return matches(ALONG, part) || matches(ANSWERS, part) || saysBeside(part);
}

function matches(patterns: readonly RegExp[], words: string): boolean {
  for (const pattern of patterns) if (pattern.test(words)) return true;
  return false;
}
