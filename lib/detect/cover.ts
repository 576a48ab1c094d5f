import { namesSomebody } from './addressees.ts';
import { align } from './align.ts';
import type { Analysis } from './analysis.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Overlap } from './code-rows.ts';
import { explained } from './explained.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { rangeOf } from './held-range.ts';
import { HELD_SHARE, NEAR_CHARACTERS, PARTS } from './limits.ts';
import type { NoticeIndex } from './notice-index.ts';
import type { Stretch } from './spans.ts';
import { wordsOf } from './token-part.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/** What a message holds of known notices, whole and without a change. */
export type Cover = {
  /** In the order in which they were found: the one that shares most first. */
  versions: Version[];
  /** Tokens `[start, end)` that belong to none of them, in order. */
  rest: Stretch[];
};

/** The known notices that a text is put together of; null when it holds none. `candidates`: those of the whole text. */
export function coverOf(
  index: NoticeIndex,
  analysis: Analysis,
  candidates: readonly Candidate[],
): Cover | null {
  const { codes, starts } = analysis.tokens;
  const covered = new Uint8Array(codes.length);
  const isCovered = new Set<number>();
  const cover: Cover = { versions: [], rest: [] };
  for (let round = 0; round < PARTS; round++) {
    const likely = round === 0 ? candidates : likelyInRest(index, analysis, isCovered);
    const held = firstHeld(index, analysis, likely, covered);
    if (!held) break;
    covered.fill(1, held.start, held.end);
    for (let at = held.start; at < held.end; at++) isCovered.add(starts[at] ?? -1);
    cover.versions.push(held.version);
  }
  if (cover.versions.length === 0) return null;
  cover.rest = stretchesOf(covered);
  return cover;
}

/** Versions that are like what is left of a text. */
function likelyInRest(
  index: NoticeIndex,
  analysis: Analysis,
  isCovered: ReadonlySet<number>,
): Candidate[] {
  const prints = fingerprintsOf(analysis.tokens, (start) => isCovered.has(start));
  return candidatesOf(index, analysis, undefined, prints);
}

/** Facts that a notice may lose where it is held: the day of a signature, "一个通知" of a lead. */
const LOST_FACTS = 3;

/** Whether a text that has so much in common with a part may hold all of it. */
export function mayHold(part: Overlap, common: Overlap): boolean {
  return common.tokens >= HELD_SHARE * part.tokens && common.facts >= part.facts - LOST_FACTS;
}

type Held = Stretch & { version: Version };

function firstHeld(
  index: NoticeIndex,
  analysis: Analysis,
  likely: readonly Candidate[],
  covered: Uint8Array,
): Held | null {
  const candidates = likely.filter(
    ({ version, size, common }) =>
      mayHold(size, common) && !version.file && !version.link && !version.image,
  );
  // Of two versions the one that nothing replaced.
  candidates.sort(
    (one, other) => Number(one.version.superseded) - Number(other.version.superseded),
  );
  for (const { version } of candidates) {
    const held = heldIn(analysisOf(index, version), analysis, covered);
    if (held) return { ...held, version };
  }
  return null;
}

/** Where a text stands in another one, word for word but for what says nothing; null when it does not. */
function heldIn(part: Analysis, whole: Analysis, covered: Uint8Array): Stretch | null {
  if (part.tokens.plain < NEAR_CHARACTERS) return null;
  const about = rangeOf(part.tokens.codes, whole.tokens.codes, covered);
  if (!about) return null;
  const alignment = align(part.tokens.codes, whole.tokens.codes.slice(about.start, about.end));
  if (!alignment) return null;
  let { start, end } = about;
  const last = part.tokens.codes.length;
  for (const found of alignment.hunks) {
    const hunk = { ...found };
    // What the stretch has besides, before and after, is not of this part.
    if (hunk.fromStart === 0 && hunk.toStart === 0) {
      // Somebody else may be named there in the place of whom it named.
      if (hunk.toEnd > 0 && namesSomebody(wordsOf({ analysis: part, start: 0, end: hunk.fromEnd })))
        return null;
      start = about.start + hunk.toEnd;
      hunk.toStart = hunk.toEnd;
    } else if (hunk.fromEnd === last) {
      end = about.start + hunk.toStart;
      hunk.toEnd = hunk.toStart;
    }
    if (hunk.fromStart === hunk.fromEnd && hunk.toStart === hunk.toEnd) continue;
    // Its address may not be lost either: another one may stand in its place.
    if (explained(shifted(hunk, about.start), part, whole) !== 'same') return null;
  }
  return { start, end };
}

function shifted<Hunk extends { toStart: number; toEnd: number }>(hunk: Hunk, by: number): Hunk {
  return { ...hunk, toStart: hunk.toStart + by, toEnd: hunk.toEnd + by };
}

function stretchesOf(covered: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < covered.length; at++) {
    if (covered[at]) continue;
    const start = at;
    while (at < covered.length && !covered[at]) at++;
    stretches.push({ start, end: at });
  }
  return stretches;
}
