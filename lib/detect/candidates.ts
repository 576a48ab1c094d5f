import type { Analysis } from './analysis.ts';
import { printsOf } from './analysis.ts';
import { CANDIDATES, POSTINGS_READ, RARE_ENOUGH, SEED_SHARE, SEEDS, SHORTLIST } from './limits.ts';
import type { NoticeIndex } from './notice-index.ts';
import { RecordReader } from './record-bytes.ts';
import { rising } from './rising.ts';
import { ScoreBoard } from './score-board.ts';
import type { StoredVersion } from './stored-version.ts';
import { factCodesOf } from './tokens.ts';
import { openRecord } from './version-parts.ts';
import { readTime } from './version-record.ts';
import type { VersionStore } from './version-store.ts';

/**
 * A version that may be like a text: `shared` of its `prints` fingerprints are the text's as well, `lost` of its facts
 * are not.
 */
export type Candidate = { version: StoredVersion; shared: number; prints: number; lost: number };

/** Room that every call writes in. */
const board = new ScoreBoard();
const read = new Int32Array(POSTINGS_READ);

/**
 * Versions that share the rarest fingerprints, the likeliest first. Looks up at most SEEDS lists and
 * reads at most POSTINGS_READ of each, so the cost does not grow with the index. At most `most`, or SHORTLIST.
 * `prints` are those of the part of the text that counts.
 */
export function candidatesOf(
  { store }: NoticeIndex,
  analysis: Analysis,
  most = CANDIDATES,
  prints: readonly number[] = printsOf(analysis),
): Candidate[] {
  const { prints: postings } = store.parts;
  const known: number[] = [];
  for (const print of prints) {
    const number = postings.book.find(print);
    if (number !== -1) known.push(number);
  }
  if (known.length === 0) return [];
  board.clear();
  const seeds = rarest(store, known);
  for (let rank = 0; rank < seeds.length; rank++) {
    const number = seeds[rank] ?? 0;
    const count = postings.countOf(number);
    if (rank >= RARE_ENOUGH && count > POSTINGS_READ) break;
    const weight = 1 / Math.log2(2 + count);
    const found = postings.read(number, read);
    for (let at = 0; at < found; at++) board.add(read[at] ?? 0, weight);
  }
  const shortlist = strongest(store, store.ordinalOf(analysis.message.key));
  const found = weighed(
    store,
    analysis,
    shortlist,
    rising(known),
    prints.length,
    shortlist.length > most,
  );
  return found
    .slice(0, most)
    .map(({ ordinal, shared, prints, lost }) => ({
      version: store.at(ordinal),
      shared,
      prints,
      lost,
    }));
}

/** The SEEDS fingerprints with the fewest postings, fewest first, the earlier of equals. */
function rarest(store: VersionStore, numbers: readonly number[]): number[] {
  const { prints } = store.parts;
  const seeds: number[] = [];
  const counts: number[] = [];
  for (const number of numbers) {
    const count = prints.countOf(number);
    let at = seeds.length;
    while (at > 0 && (counts[at - 1] ?? 0) > count) at--;
    if (at >= SEEDS) continue;
    for (let to = Math.min(seeds.length, SEEDS - 1); to > at; to--) {
      seeds[to] = seeds[to - 1] ?? 0;
      counts[to] = counts[to - 1] ?? 0;
    }
    seeds[at] = number;
    counts[at] = count;
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
 * What of a text each of a shortlist shares; `sorted`: the closest first. Notices in the same boilerplate share their
 * rare words as well, so the share of all fingerprints and of the facts decides which is the same matter.
 */
function weighed(
  { parts }: VersionStore,
  analysis: Analysis,
  shortlist: readonly number[],
  wanted: Int32Array,
  all: number,
  sorted: boolean,
) {
  const codes = factCodesOf(analysis.tokens);
  const facts = rising(codes.map((code) => parts.facts.find(code)));
  const record = new RecordReader();
  const found = shortlist.map((ordinal) => {
    openRecord(parts, ordinal, record);
    const time = readTime(record);
    const prints = record.nextNumber();
    const shared = record.shared(wanted);
    const stated = record.nextNumber();
    const known = record.shared(facts);
    const score = shared / all + (facts.length > 0 ? known / facts.length : 0);
    return { ordinal, time, score, shared, prints, lost: stated - known };
  });
  return sorted
    ? found.sort((one, other) => other.score - one.score || other.time - one.time)
    : found;
}
