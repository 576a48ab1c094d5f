import type { Analysis } from './analysis.ts';
import { printsOf } from './analysis.ts';
import { CANDIDATES, POSTINGS_READ, RARE_ENOUGH, SEED_SHARE, SEEDS, SHORTLIST } from './limits.ts';
import type { NoticeIndex } from './notice-index.ts';
import { factCodesOf } from './tokens.ts';
import type { Version } from './version.ts';

/** Room for scores by ordinal; all zero between calls. */
let scores = new Float64Array(1024);

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
): Version[] {
  const lists: number[][] = [];
  for (const print of prints) {
    const list = index.prints.get(print);
    if (list) lists.push(list);
  }
  if (lists.length === 0) return [];
  lists.sort((one, other) => one.length - other.length);
  if (scores.length < index.ordinal) scores = new Float64Array(index.ordinal * 2);
  const touched: number[] = [];
  for (let rank = 0; rank < Math.min(lists.length, SEEDS); rank++) {
    const list = lists[rank] ?? [];
    if (rank >= RARE_ENOUGH && list.length > POSTINGS_READ) break;
    const weight = 1 / Math.log2(2 + list.length);
    for (let at = list.length - 1; at >= Math.max(0, list.length - POSTINGS_READ); at--) {
      const ordinal = list[at] ?? 0;
      const before = scores[ordinal] ?? 0;
      if (before === 0) touched.push(ordinal);
      scores[ordinal] = before + weight;
    }
  }
  const shortlist = strongest(index, touched, analysis.message.key);
  for (const ordinal of touched) scores[ordinal] = 0;
  return closest(analysis, shortlist, most, prints);
}

/** The SHORTLIST best by score, the newer of equals, those far below the best left out. */
function strongest(index: NoticeIndex, touched: readonly number[], ownId: string): Version[] {
  const best: number[] = [];
  const score = (ordinal: number | undefined) =>
    ordinal === undefined ? 0 : (scores[ordinal] ?? 0);
  for (const ordinal of touched) {
    let at = best.length;
    while (at > 0 && isBetter(ordinal, best[at - 1] ?? 0)) at--;
    if (at >= SHORTLIST) continue;
    const version = index.ordinals.get(ordinal);
    // A forgotten version leaves its postings behind.
    if (!version || version.id === ownId || index.versions.get(version.id) !== version) continue;
    best.splice(at, 0, ordinal);
    if (best.length > SHORTLIST) best.pop();
  }
  const least = score(best[0]) * SEED_SHARE;
  return best.flatMap((ordinal) =>
    score(ordinal) < least ? [] : (index.ordinals.get(ordinal) ?? []),
  );
}

/** By score, then the one that was taken in later. */
function isBetter(one: number, other: number): boolean {
  const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
  return difference > 0 || (difference === 0 && one > other);
}

/**
 * The closest of a shortlist. Notices in the same boilerplate share their rare words as well, so the
 * share of all fingerprints and of the facts decides which is the same matter.
 */
function closest(
  analysis: Analysis,
  shortlist: Version[],
  most: number,
  prints: readonly number[],
): Version[] {
  if (shortlist.length <= most) return shortlist;
  const wanted = new Set(prints);
  const facts = new Set(factCodesOf(analysis.tokens));
  return shortlist
    .map((version) => ({
      version,
      score: shareFound(wanted, version.prints) + shareFound(facts, version.facts),
    }))
    .sort((one, other) => other.score - one.score || other.version.time - one.version.time)
    .slice(0, most)
    .map((entry) => entry.version);
}

function shareFound(wanted: ReadonlySet<number>, held: Iterable<number>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const one of held) if (wanted.has(one)) found++;
  return found / wanted.size;
}
