import { align } from './align.ts';
import type { Analysis } from './analysis.ts';
import { overlap } from './code-rows.ts';
import { cutEnd, isCutPhone } from './cut.ts';
import { describe } from './difference.ts';
import { explained } from './explained.ts';
import type { Fact } from './fact.ts';
import {
  NEAR_CHARACTERS,
  REVISED_KINDS,
  REVISED_PLACES,
  SAME_EVENT,
  SAME_EVENT_TOKENS,
  SAME_NOTICE,
  SAME_SERIES,
} from './limits.ts';
import { partedOtherwise } from './marks-between.ts';
import { replacedWords } from './subject.ts';
import type { Change } from './types.ts';

/** What a text is to an earlier one. */
export type Comparison = {
  relation: 'copy' | 'revision' | 'series';
  /** The later text is the earlier one cut at the end. */
  partial: boolean;
  /** 0 to 1: share of both texts that is common. */
  similarity: number;
  changed: Change[];
};

/**
 * Compares a text with an earlier one. A copy only when every difference is explained; what is left over
 * decides between a revision, a series (same boilerplate, another matter) and nothing (null).
 */
export function compare(earlier: Analysis, later: Analysis): Comparison | null {
  const from = earlier.tokens;
  const to = later.tokens;
  if (from.plain < NEAR_CHARACTERS || to.plain < NEAR_CHARACTERS) return null;
  const shared = overlap(from.codes, to.codes).tokens;
  const apart = tooFarApart(shared, from.codes.length, to.codes.length);
  if (apart !== undefined) return apart;
  const shorter = Math.min(from.codes.length, to.codes.length);
  const alignment = align(from.codes, to.codes);
  if (!alignment) return null;
  const { common } = alignment;
  const similarity = (2 * common) / (from.codes.length + to.codes.length);
  const end = cutEnd(earlier, later, alignment.hunks, common);
  const open = alignment.hunks
    .map((hunk) => ({ hunk, says: explained(hunk, earlier, later) }))
    .filter(({ says }) => says !== 'same');
  const hunks = open.flatMap(({ hunk, says }) => {
    const isCutOff = hunk === end || isCutPhone(hunk, earlier, later, common);
    return says === null && !isCutOff ? hunk : [];
  });
  const parted = hunks.length === 0 ? partedOtherwise(earlier, later, alignment.hunks) : null;
  if (parted) return { relation: 'revision', partial: false, similarity, changed: [parted] };
  if (hunks.length === 0) {
    return {
      relation: 'copy',
      partial: open.some(({ hunk }) => hunk.fromEnd > hunk.fromStart),
      similarity,
      changed: [],
    };
  }
  if (common < SAME_SERIES * shorter) return null;
  const series: Comparison = { relation: 'series', partial: false, similarity, changed: [] };
  if (similarity < SAME_SERIES) return null;
  if (common < SAME_NOTICE * shorter || hunks.length > REVISED_PLACES) return series;
  const replaced = replacedWords(earlier, later, hunks);
  if (replaced.otherMatter) return series;
  const changed = describe(earlier, later, hunks);
  return isRevision(changed, replaced.phrase)
    ? { ...series, relation: 'revision', changed }
    : series;
}

/**
 * What two texts are that have too few tokens in common for the same notice; undefined when they have enough.
 * @param shared how many they have in common at most (see code-rows)
 */
export function tooFarApart(
  shared: number,
  fromLength: number,
  toLength: number,
): Comparison | null | undefined {
  if (shared >= SAME_NOTICE * Math.min(fromLength, toLength)) return undefined;
  const alike = (2 * shared) / (fromLength + toLength);
  if (alike < SAME_SERIES) return null;
  return { relation: 'series', partial: false, similarity: alike, changed: [] };
}

/**
 * Whether a notice is posted again in other words: it names the same days and hours, two at least, and no other ones.
 * Notices in the same boilerplate are held on other days.
 */
export function isSameEvent(earlier: Analysis, later: Analysis): boolean {
  const shorter = Math.min(earlier.tokens.codes.length, later.tokens.codes.length);
  if (shorter < SAME_EVENT_TOKENS) return false;
  const [one, other] = [momentsOf(earlier), momentsOf(later)];
  if (one.size < 2 || other.size < 2) return false;
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (![...few].every((moment) => many.has(moment))) return false;
  const lengths = earlier.tokens.codes.length + later.tokens.codes.length;
  return 2 * overlap(earlier.tokens.codes, later.tokens.codes).tokens >= SAME_EVENT * lengths;
}

function momentsOf({ facts }: Analysis): Set<string> {
  const isMoment = (fact: Fact) => fact.day !== undefined || fact.minutes !== undefined;
  return new Set(facts.filter(isMoment).map(({ value }) => value));
}

function isRevision(changed: readonly Change[], phrase: boolean): boolean {
  const kinds = new Set(changed.map((change) => change.fact));
  kinds.delete('wording');
  const otherTitle = changed.some((change) => change.fact === 'title' && !alike(change));
  return !otherTitle && kinds.size + Number(phrase) <= REVISED_KINDS;
}

/**
 * Two titles name the same matter when one only adds to the other, or when they differ in figures or in a single
 * character. Another subject in the same frame ("关于报送…台账的通知") is another matter, however alike the rest is.
 */
function alike(change: Change): boolean {
  const one = subject(change.from);
  const other = subject(change.to);
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.min(one.length, other.length) - start - end < 2;
}

function subject(title: string): string[] {
  return [...title.replace(/[\p{N}\p{P}\s]/gu, '')];
}
