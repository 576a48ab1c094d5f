import type { Analysis } from './analysis';
import { printsOf } from './analysis';
import { CANDIDATES, POSTINGS_READ, RARE_ENOUGH, SEED_SHARE, SEEDS, SHORTLIST } from './limits';
import { analysisOf, type NoticeIndex } from './notice-index';
import { isFactCode } from './tokens';
import type { Version } from './version';

/**
 * Versions that share the rarest fingerprints, the likeliest first. Looks up at most SEEDS lists and
 * reads at most POSTINGS_READ of each, so the cost does not grow with the index.
 */
export function candidatesOf(index: NoticeIndex, analysis: Analysis): Version[] {
  const prints = printsOf(analysis);
  const ownId = analysis.message.key;
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
  return closest(index, analysis, strongest(index, scores));
}

/** The SHORTLIST best by score, the newer of equals, those far below the best left out. */
function strongest(index: NoticeIndex, scores: ReadonlyMap<string, number>): Version[] {
  const best: { version: Version; score: number }[] = [];
  for (const [id, score] of scores) {
    const last = best[SHORTLIST - 1];
    if (last && last.score > score) continue;
    const version = index.versions.get(id);
    if (!version) continue;
    best.push({ version, score });
    best.sort((one, other) => other.score - one.score || other.version.time - one.version.time);
    if (best.length > SHORTLIST) best.pop();
  }
  const least = (best[0]?.score ?? 0) * SEED_SHARE;
  return best.filter((entry) => entry.score >= least).map((entry) => entry.version);
}

/**
 * The CANDIDATES closest of a shortlist. Notices in the same boilerplate share their rare words as well, so the
 * share of all fingerprints and of the facts decides which is the same matter.
 */
function closest(index: NoticeIndex, analysis: Analysis, shortlist: Version[]): Version[] {
  if (shortlist.length <= CANDIDATES) return shortlist;
  const prints = new Set(printsOf(analysis));
  const facts = factCodes(analysis);
  return shortlist
    .map((version) => ({
      version,
      score:
        shareFound(prints, version.prints) +
        shareFound(facts, factCodes(analysisOf(index, version))),
    }))
    .sort((one, other) => other.score - one.score || other.version.time - one.version.time)
    .slice(0, CANDIDATES)
    .map((entry) => entry.version);
}

function factCodes({ tokens }: Analysis): Set<number> {
  const codes = new Set<number>();
  for (const code of tokens.codes) if (isFactCode(code)) codes.add(code);
  return codes;
}

function shareFound(wanted: ReadonlySet<number>, held: Iterable<number>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const one of held) if (wanted.has(one)) found++;
  return found / wanted.size;
}
