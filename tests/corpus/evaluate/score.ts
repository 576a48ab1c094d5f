/** Right and wrong of one class. */
export type Score = { hits: number; wrong: number; missed: number };

export function emptyScore(): Score {
  return { hits: 0, wrong: 0, missed: 0 };
}

/** Counts one decision. */
export function count(score: Score, wanted: boolean, found: boolean): void {
  if (wanted && found) score.hits++;
  else if (found) score.wrong++;
  else if (wanted) score.missed++;
}

/** Sum of several. */
export function pooled(scores: Iterable<Score>): Score {
  const sum = emptyScore();
  for (const { hits, wrong, missed } of scores) {
    sum.hits += hits;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

export const precision = ({ hits, wrong }: Score): number => share(hits, hits + wrong);
export const recall = ({ hits, missed }: Score): number => share(hits, hits + missed);

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/**
 * Bounds of a share at 95 %: Wilson's score interval (E. B. Wilson, 1927), which holds for shares near 1 and
 * for few observations as well.
 */
export function wilson(part: number, whole: number): [low: number, high: number] {
  if (whole === 0) return [0, 1];
  const z = 1.959964;
  const rate = part / whole;
  const middle = rate + (z * z) / (2 * whole);
  const reach = z * Math.sqrt((rate * (1 - rate)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}

/** "0.991 [0.968, 0.998] 115/116" */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '–';
  const [low, high] = wilson(part, whole);
  return `${(part / whole).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${part}/${whole}`;
}

/** A line of a table: precision and recall with their bounds. */
export function scoreText(name: string, { hits, wrong, missed }: Score): string {
  const columns = [shareText(hits, hits + wrong), shareText(hits, hits + missed)];
  return `${name.padEnd(22)} P ${columns[0]?.padEnd(34)} R ${columns[1]}`;
}
