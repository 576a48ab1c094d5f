import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import type { Change } from './types.ts';

/** What stands between two words. */
type Mark = 'list' | 'stop' | 'question' | 'gap' | 'none';

/** Marks in common from which on one that is missing was not left out together with all others. */
const KEPT = 2;

/** The token behind a mark, in both texts. */
type Place = { from: number; to: number };

/**
 * What changed where texts of the same words part them otherwise, so that they say another thing: "村民、小组长" and
 * "村民小组长", "不带手机、平板,课本要带" and "不带手机,平板、课本要带", a question and a statement; null where they do not.
 * Who leaves out all marks of a sort, or puts another for each, says the same.
 * @param hunks where the words themselves differ
 */
export function partedOtherwise(
  earlier: Analysis,
  later: Analysis,
  hunks: readonly Hunk[] = [],
): Change | null {
  const place = placeOfOther(earlier, later, hunks);
  if (!place) return null;
  const from = wordsAround(earlier, place.from);
  return { fact: 'wording', from, to: wordsAround(later, place.to) };
}

function placeOfOther(earlier: Analysis, later: Analysis, hunks: readonly Hunk[]): Place | null {
  const found = new Map<string, Place>();
  let kept = 0;
  for (const place of commonGaps(earlier, later, hunks)) {
    const [one, other] = [markBefore(earlier, place.from), markBefore(later, place.to)];
    if (one !== other) found.set(`${one} ${other}`, place);
    else if (one === 'list' || one === 'stop') kept++;
  }
  if (found.size === 0) return null;
  const swapped = (one: Mark, other: Mark) =>
    found.has(`${other} ${one}`) ? found.get(`${one} ${other}`) : undefined;
  const moved = swapped('list', 'stop') ?? (kept >= KEPT ? swapped('stop', 'none') : undefined);
  if (moved) return moved;
  if (kept < KEPT) return null;
  const turned = ['list none', 'none list', 'question stop', 'stop question'];
  return turned.map((change) => found.get(change)).find((place) => place) ?? null;
}

/** The gaps between two tokens that stand side by side in both texts. */
function commonGaps(earlier: Analysis, later: Analysis, hunks: readonly Hunk[]): Place[] {
  const gaps: Place[] = [];
  const end = { fromStart: earlier.tokens.codes.length, toStart: later.tokens.codes.length };
  let [from, to] = [0, 0];
  for (const hunk of [...hunks, { ...end, fromEnd: end.fromStart, toEnd: end.toStart }]) {
    // The first of a run has a neighbour that is not common.
    for (from++, to++; from < hunk.fromStart; from++, to++) gaps.push({ from, to });
    [from, to] = [hunk.fromEnd, hunk.toEnd];
  }
  return gaps;
}

function markBefore({ tokens, normal }: Analysis, at: number): Mark {
  const gap = normal.folded.slice(tokens.ends[at - 1] ?? 0, tokens.starts[at] ?? 0);
  if (gap === '') return 'none';
  if (gap.includes('、')) return 'list';
  if (gap.includes('?')) return 'question';
  if (/[,;。!:…~]/.test(gap)) return 'stop';
  return 'gap';
}

/** The words on both sides of a mark, as they stand. */
function wordsAround({ tokens, normal }: Analysis, at: number): string {
  const from = tokens.starts[Math.max(0, at - AROUND)] ?? 0;
  const to = tokens.ends[Math.min(tokens.ends.length - 1, at + AROUND - 1)] ?? from;
  return normal.clean.slice(from, to).replace(/\s+/g, ' ');
}

/** Tokens on either side of a mark that are told. */
const AROUND = 5;
