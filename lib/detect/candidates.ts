import type { Analysis } from './analysis.ts';
import { printsOf } from './analysis.ts';
import { commonBefore } from './boilerplate.ts';
import type { Overlap } from './code-rows.ts';
import { CANDIDATES, POSTINGS_READ, RARE_ENOUGH, SEED_SHARE, SEEDS, SHORTLIST } from './limits.ts';
import type { NoticeIndex } from './notice-index.ts';
import { ScoreBoard } from './score-board.ts';
import type { StoredVersion } from './stored-version.ts';
import { readAnew } from './version-reading.ts';
import type { VersionStore } from './version-store.ts';

/** A version that may be like a text, its tokens, and what the two have in common at most, whatever the order. */
export type Candidate = { version: StoredVersion; size: Overlap; common: Overlap };

/** Room that every call writes in. */
const board = new ScoreBoard();
const read = new Int32Array(POSTINGS_READ);

/**
 * Versions that share the rarest fingerprints, the likeliest first. Looks up at most SEEDS lists and
 * reads at most POSTINGS_READ of each, so the cost does not grow with the index. At most `most`, or SHORTLIST.
 * `prints` are those of the part of the text that counts.
 */
export function candidatesOf(
  index: NoticeIndex,
  analysis: Analysis,
  most = CANDIDATES,
  prints: readonly number[] = printsOf(analysis),
): Candidate[] {
  const { store } = index;
  const { prints: postings } = store.parts;
  board.clear();
  for (const [rank, { number, count }] of rarest(store, prints).entries()) {
    if (rank >= RARE_ENOUGH && count > POSTINGS_READ) break;
    const weight = 1 / Math.log2(2 + count);
    const found = postings.read(number, read);
    for (let at = 0; at < found; at++) board.add(read[at] ?? 0, weight);
  }
  if (board.count === 0) return [];
  const shortlist = strongest(store, store.ordinalOf(analysis.message.key));
  const found = weighed(index, analysis, shortlist);
  if (found.length > most) found.sort((one, other) => other.score - one.score);
  return found.slice(0, most).map(({ ordinal, common }) => ({
    version: store.at(ordinal),
    size: index.rows.sizeOf(ordinal),
    common,
  }));
}

/** A known fingerprint's number, and how many notices have it: those that were seen, and as many as usually do. */
type Seed = { number: number; count: number };

/** Of the fingerprints that are known the SEEDS that fewest notices have, fewest first, the earlier of equals. */
function rarest({ parts }: VersionStore, prints: readonly number[]): Seed[] {
  const seeds: Seed[] = [];
  for (const print of prints) {
    const number = parts.prints.book.find(print);
    if (number === -1) continue;
    const count = parts.prints.countOf(number) + commonBefore(print);
    let at = seeds.length;
    while (at > 0 && (seeds[at - 1] as Seed).count > count) at--;
    if (at >= SEEDS) continue;
    seeds.splice(at, 0, { number, count });
    if (seeds.length > SEEDS) seeds.pop();
  }
  return seeds;
}

/** The SHORTLIST best by score, the newer of equals, those far below the best left out. */
function strongest(store: VersionStore, own: number): number[] {
  const { rows } = store.parts;
  const best: number[] = [];
  const scores: number[] = [];
  for (let next = 0; next < board.count; next++) {
    const ordinal = board.ordinalAt(next);
    const score = board.scoreAt(next);
    let at = best.length;
    while (at > 0 && isBetter(score, ordinal, scores[at - 1] ?? 0, best[at - 1] ?? 0)) at--;
    // A forgotten version leaves its postings behind.
    if (at >= SHORTLIST || ordinal === own || rows.isDead(ordinal)) continue;
    for (let to = Math.min(best.length, SHORTLIST - 1); to > at; to--) {
      best[to] = best[to - 1] ?? 0;
      scores[to] = scores[to - 1] ?? 0;
    }
    best[at] = ordinal;
    scores[at] = score;
  }
  const least = (scores[0] ?? 0) * SEED_SHARE;
  return best.filter((_, at) => (scores[at] ?? 0) >= least);
}

/** By score, then the one that was taken in later. */
function isBetter(score: number, ordinal: number, than: number, other: number): boolean {
  return score > than || (score === than && ordinal > other);
}

/**
 * What versions have in common with a text. Notices in the same boilerplate share most words, so the share of the facts
 * counts as much as that of all tokens. Of equals the one that was taken in later comes first in a shortlist.
 */
function weighed(index: NoticeIndex, analysis: Analysis, ordinals: readonly number[]) {
  const { rows, store } = index;
  const { codes } = analysis.tokens;
  const stated = Math.max(1, analysis.facts.length);
  // What is read anew may take the room of another of them, so that is looked at once more.
  for (const ordinal of [...ordinals, ...ordinals]) {
    if (!rows.has(ordinal)) readAnew(index, store.at(ordinal));
  }
  return rows.overlaps(ordinals, codes).map((common, at) => ({
    ordinal: ordinals[at] as number,
    common,
    score: common.tokens / codes.length + common.facts / stated,
  }));
}
