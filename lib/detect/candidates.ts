import { CANDIDATES, POSTINGS_KEPT, POSTINGS_READ, SEED_SHARE, SEEDS } from './limits';
import type { NoticeIndex, Version } from './notice-index';

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
  const rare = lists.sort((one, other) => one.length - other.length).slice(0, SEEDS);
  const scores = new Map<string, number>();
  for (const list of rare) {
    const weight = 1 / Math.log2(2 + Math.min(list.length, POSTINGS_KEPT));
    for (let at = list.length - 1; at >= Math.max(0, list.length - POSTINGS_READ); at--) {
      const id = list[at];
      if (id !== undefined && id !== ownId) scores.set(id, (scores.get(id) ?? 0) + weight);
    }
  }
  return strongest(index, scores);
}

function strongest(index: NoticeIndex, scores: ReadonlyMap<string, number>): Version[] {
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  const found: { version: Version; score: number }[] = [];
  for (const [id, score] of scores) {
    const version = index.versions.get(id);
    if (version && score >= most * SEED_SHARE) found.push({ version, score });
  }
  found.sort((one, other) => other.score - one.score || other.version.time - one.version.time);
  return found.slice(0, CANDIDATES).map((entry) => entry.version);
}
