import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { CUT_SHARE, NEAR_CHARACTERS } from './limits.ts';
import { factOfToken } from './tokens.ts';

/**
 * The last hunk takes the end of the earlier text and leaves nothing in its place but the beginning of it: of a word, or
 * of a figure, an address, a day ("15010" of "15010170590"). Digits at the end are only cut off when much else is.
 */
function isTail(hunk: Hunk, earlier: Analysis, later: Analysis): boolean {
  if (hunk.fromStart === hunk.fromEnd || hunk.fromEnd !== earlier.tokens.codes.length) return false;
  if (hunk.toStart === hunk.toEnd) return !isShortened(hunk, earlier, later);
  if (hunk.toEnd !== later.tokens.codes.length) return false;
  const rest = lettersFrom(later, hunk.toStart);
  const whole = lettersFrom(earlier, hunk.fromStart);
  // A sign that came, a cross or a stop, has no letters to begin with.
  if (rest === '' || !whole.startsWith(rest)) return false;
  const missing = whole.length - rest.length;
  return /\d/.test(rest) ? missing >= CUT_OFF : rest.length <= BROKEN_PART && missing > LOST_WORD;
}

/** Who ends a sentence earlier than it ended, or leaves out the last of a list, has not cut but changed it. */
function isShortened(hunk: Hunk, earlier: Analysis, later: Analysis): boolean {
  const { starts, ends } = earlier.tokens;
  const body = earlier.normal.body;
  const gap = body.slice(ends[hunk.fromStart - 1] ?? 0, starts[hunk.fromStart] ?? 0);
  const isWithin = !/[。!?;\n]/.test(gap);
  const rest = later.normal.body.slice(later.tokens.ends.at(-1) ?? 0);
  const tail = body.slice(starts[hunk.fromStart] ?? 0);
  if (/^[)】」”]*[。!;]/.test(rest) && (isWithin || RESTRICTS.test(tail))) return true;
  // "限5人以内" and "限5人": what breaks off loses more than a word.
  if (isWithin && lettersFrom(earlier, hunk.fromStart).length <= LOST_WORD) return true;
  return gap.includes('、') && LAST_OF_LIST.test(tail);
}

/** A sentence that takes back some of what was said; who leaves out just that has not cut it off. */
const RESTRICTS =
  /除外|例外|备注|但(?!愿)|暂(?!住)|取消|延[期至]|作废|为准|不用|不必|无需|可(?:以)?(?:请假|延|不|缓|免|补)|仅|只限|雨天|如遇|(?<![避以难])免(?![费得])|^[\s)。]*\d{1,2}[.、)]|^[一二三四五六七八九十][、.]/;

/** What ends a list, and a text with it. */
const LAST_OF_LIST = /^[^、,。;:!\n]{1,8}[。!\s]*$/;

/** Letters of a word or an address that a text may break off in, and letters that are missing after a figure. */
const BROKEN_PART = 40;
/** Letters that are left out by hand rather than cut off. */
const LOST_WORD = 4;
const CUT_OFF = 8;

/** The letters of a body from a token on. */
function lettersFrom({ tokens, normal }: Analysis, at: number): string {
  return normal.body.slice(tokens.starts[at] ?? 0).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The later text breaks off within a phone number. Digits that make a whole number of their own
 * (7, 8, 11 or 12) are another number, not a cut one.
 */
export function isCutPhone(
  hunk: Hunk,
  earlier: Analysis,
  later: Analysis,
  common: number,
): boolean {
  if (hunk.toEnd !== later.tokens.codes.length || hunk.toEnd - hunk.toStart !== 1) return false;
  if (hunk.fromEnd !== earlier.tokens.codes.length || !isLong(earlier, common)) return false;
  const whole = factOfToken(earlier.tokens, earlier.facts, hunk.fromStart);
  const rest = factOfToken(later.tokens, later.facts, hunk.toStart);
  if (whole?.kind !== 'contact' || !rest || rest.end !== later.normal.body.trimEnd().length) {
    return false;
  }
  const digits = rest.value.replace(/\D/g, '');
  return whole.value.startsWith(`phone ${digits}`) && ![7, 8, 11, 12].includes(digits.length);
}

function isLong(earlier: Analysis, common: number): boolean {
  return common >= Math.max(NEAR_CHARACTERS, CUT_SHARE * earlier.tokens.codes.length);
}

/** The end that the later text lacks, where it is the earlier one cut off: the last of the hunks, or none. */
export function cutEnd(
  earlier: Analysis,
  later: Analysis,
  hunks: readonly Hunk[],
  common: number,
): Hunk | undefined {
  const last = hunks.at(-1);
  return last && isTail(last, earlier, later) && isLong(earlier, common) ? last : undefined;
}
