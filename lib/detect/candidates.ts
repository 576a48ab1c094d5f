import { CANDIDATES, POSTINGS_READ, RARE_ENOUGH, SEED_SHARE, SEEDS } from './limits';
import type { NoticeIndex } from './notice-index';
import type { Version } from './version';

/**
 * Versions that share the rarest fingerprints, the likeliest first. Looks up at most SEEDS lists and
 * reads at most POSTINGS_READ of each, so the cost does not grow with the index.
 */
export function candidatesOf(
  index: NoticeIndex,
  prints: readonly number[],
  ownId: string,
): Version[] {
  const lists: string[][] = [];
  for (const print of prints) {
    const list = index.prints.get(print);
    if (list) lists.push(list);
  }
  lists.sort((one, other) => one.length - other.length);
  const scores = new Map<string, number>();
  for (let rank = 0; rank < Math.min(lists.length, SEEDS); rank++) {
    const list = lists[rank] ?? [];
    if (rank >= RARE_ENOUGH && list.length > POSTINGS_READ) break;
    const weight = 1 / Math.log2(2 + list.length);
    for (let at = list.length - 1; at >= Math.max(0, list.length - POSTINGS_READ); at--) {
      const id = list[at];
      if (id !== undefined && id !== ownId) scores.set(id, (scores.get(id) ?? 0) + weight);
    }
  }
  return strongest(index, scores);
}

/** The CANDIDATES best by score, the newer of equals, those far below the best left out. */
function strongest(index: NoticeIndex, scores: ReadonlyMap<string, number>): Version[] {
  const best: { version: Version; score: number }[] = [];
  for (const [id, score] of scores) {
    const last = best[CANDIDATES - 1];
    if (last && last.score > score) continue;
    const version = index.versions.get(id);
    if (!version) continue;
    best.push({ version, score });
    best.sort((one, other) => other.score - one.score || other.version.time - one.version.time);
    if (best.length > CANDIDATES) best.pop();
  }
  const least = (best[0]?.score ?? 0) * SEED_SHARE;
  return best.filter((entry) => entry.score >= least).map((entry) => entry.version);
}
