import { PLACES } from '../../lib/detect/asking-features.ts';
import { OF_SUBSTANCE } from '../../lib/detect/asking-model.ts';
import { type Example, UNSEEN, type Unit } from './examples.ts';

/** One row of the model before it is written: a bias, a weight for every sign and for every place. */
export type Row = { bias: number; signs: Float32Array; places: Float32Array };

/** Chosen by leaving one author out after the other (`--cross`): more epochs or a higher rate win nothing. */
const EPOCHS = 12;
const RATE = 0.3;
const SIGN_RATE = 0.08;
const DROPOUT = 0.15;
/** AdaGrad's sums begin here, so that the first steps are small. */
const START = 0.01;

/**
 * Logistic regression on the likeliest clause of each line (multi-instance learning), by stochastic gradient descent
 * with AdaGrad (Duchi, Hazan, Singer, JMLR 2011) and dropped features. The same examples give the same rows.
 */
export function train(examples: readonly Example[]): Row[] {
  const rows = Array.from({ length: OF_SUBSTANCE + 1 }, emptyRow);
  const sums = rows.map(() => ({ ...emptyRow(), bias: 1 }));
  for (const sum of sums) {
    sum.signs.fill(START);
    sum.places.fill(START);
  }
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(examples.length, random)) {
      const { units, labels } = examples[at] as Example;
      for (const [row, weights] of rows.entries()) {
        const unit = likeliest(weights, units, row);
        const sum = sums[row];
        if (!unit || !sum) continue;
        const error = chance(logit(weights, unit)) - Number(labels[row]);
        if (Math.abs(error) > 0.002) learn(weights, sum, unit, error, random);
      }
    }
  }
  return rows;
}

/** The logit of the likeliest clause; no clause in question says minus infinity. */
export function lineLogit(row: Row, units: readonly Unit[], number: number): number {
  const unit = likeliest(row, units, number);
  return unit ? logit(row, unit) : Number.NEGATIVE_INFINITY;
}

function emptyRow(): Row {
  return { bias: 0, signs: new Float32Array(UNSEEN + 1), places: new Float32Array(PLACES) };
}

function likeliest(row: Row, units: readonly Unit[], number: number): Unit | undefined {
  let best: Unit | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const unit of units) {
    if (unit.row !== number) continue;
    const found = logit(row, unit);
    if (found > most) [best, most] = [unit, found];
  }
  return best;
}

function logit({ bias, signs, places }: Row, unit: Unit): number {
  let sum = bias + mean(places, unit.letters) + mean(places, unit.around);
  for (const sign of unit.signs) sum += signs[sign] ?? 0;
  return sum;
}

function mean(places: Float32Array, found: Int32Array): number {
  let sum = 0;
  for (const place of found) sum += places[place] ?? 0;
  return sum / Math.sqrt(found.length + 1);
}

function learn(row: Row, sums: Row, unit: Unit, error: number, random: () => number): void {
  sums.bias += error * error;
  row.bias -= (RATE * error) / Math.sqrt(sums.bias);
  for (const found of [unit.letters, unit.around]) {
    const slope = error / Math.sqrt(found.length + 1);
    for (const place of found) {
      if (random() >= DROPOUT) adapt(row.places, sums.places, place, slope, RATE);
    }
  }
  for (const sign of unit.signs) {
    if (random() >= DROPOUT) adapt(row.signs, sums.signs, sign, error, SIGN_RATE);
  }
}

function adapt(
  weights: Float32Array,
  sums: Float32Array,
  at: number,
  slope: number,
  rate: number,
): void {
  const sum = (sums[at] ?? 0) + slope * slope;
  sums[at] = sum;
  weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(sum);
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** A linear congruential generator (Numerical Recipes): good enough to shuffle. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
