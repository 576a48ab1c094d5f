import {
  count,
  emptyScore,
  precision,
  recall,
  type Score,
} from '../../tests/corpus/evaluate/score.ts';

/** One decision before a threshold: found when it is as alike as the threshold says. */
export type Sample = {
  /** 0 to 1; below 0 where nothing was found at all. */
  similarity: number;
  /** Something is to be found. */
  wanted: boolean;
  /** What was found is what was to be found. */
  right: boolean;
};

/** Right and wrong decisions at a threshold. What is found in the wrong place is wrong, and what was wanted is missed. */
export function scoreAt(threshold: number, samples: readonly Sample[]): Score {
  const score = emptyScore();
  for (const { similarity, wanted, right } of samples) {
    const found = similarity >= threshold;
    if (wanted && found && !right) {
      score.wrong++;
      score.missed++;
    } else count(score, wanted, found);
  }
  return score;
}

/** Harmonic mean of precision and recall; 0 where nothing was found right. */
export function f1(score: Score): number {
  const sum = precision(score) + recall(score);
  return score.hits === 0 ? 0 : (2 * precision(score) * recall(score)) / sum;
}

const STEPS = 200;

/** The threshold of the best F1, the highest of several: it finds the least that is wrong. */
export function tunedThreshold(samples: readonly Sample[]): number {
  let best = { threshold: 1, f1: -1 };
  for (let step = STEPS; step >= 0; step--) {
    const threshold = step / STEPS;
    const reached = f1(scoreAt(threshold, samples));
    if (reached > best.f1) best = { threshold, f1: reached };
  }
  return best.threshold;
}
