import { PLACES } from '../../lib/detect/asking-features.ts';
import { ROWS } from '../../lib/detect/asking-model.ts';
import { KINDS } from '../../lib/detect/demand-marks.ts';
import { TRACES } from '../../lib/detect/trace-only.ts';
import { type Example, UNSEEN, type Unit } from './examples.ts';

/** One row of the model before it is written: a bias, a weight for every sign and for every place. */
export type Row = { bias: number; signs: Float32Array; places: Float32Array };

/** Chosen by leaving one author out after the other (`--cross`): more epochs or a higher rate win nothing. */
const EPOCHS = 12;
const RATE = 0.5;
const SIGN_RATE = 0.05;
const DROPOUT = 0.15;
/** AdaGrad's sums begin here, so that the first steps are small. */
const START = 0.01;

/** What learns: a row, and the sums of its squared slopes. */
type Learner = { row: Row; sums: Row };

/**
 * Logistic regression on the likeliest clause of each line (multi-instance learning), by stochastic gradient descent
 * with AdaGrad (Duchi, Hazan, Singer, JMLR 2011) and dropped features. The kinds of traces share a row that learns of
 * all of them, for one asks for a picture as for a relay (Evgeniou, Pontil, KDD 2004); in the end it is added to each.
 * The same examples give the same rows.
 */
export function train(examples: readonly Example[]): Row[] {
  const learners = Array.from({ length: ROWS }, newLearner);
  const shared = newLearner();
  const takesPart = (row: number): Learner[] => {
    const own = learners[row] as Learner;
    return isTrace(row) ? [own, shared] : [own];
  };
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(examples.length, random)) {
      const { units, labels } = examples[at] as Example;
      for (let row = 0; row < ROWS; row++) {
        const parts = takesPart(row);
        const found = likeliest(parts, units, row);
        if (!found) continue;
        const error = chance(found.logit) - Number(labels[row]);
        if (Math.abs(error) <= 0.002) continue;
        for (const learner of parts) learn(learner, found.unit, error, random);
      }
    }
  }
  return learners.map(({ row }, at) => (isTrace(at) ? sumOf(row, shared.row) : row));
}

function isTrace(row: number): boolean {
  const kind = KINDS[row];
  return kind !== undefined && TRACES.has(kind);
}

/** The logit of the likeliest clause; no clause in question says minus infinity. */
export function lineLogit(row: Row, units: readonly Unit[], number: number): number {
  return likeliest([{ row }], units, number)?.logit ?? Number.NEGATIVE_INFINITY;
}

function newLearner(): Learner {
  const sums = { ...emptyRow(), bias: 1 };
  sums.signs.fill(START);
  sums.places.fill(START);
  return { row: emptyRow(), sums };
}

function emptyRow(): Row {
  return { bias: 0, signs: new Float32Array(UNSEEN + 1), places: new Float32Array(PLACES) };
}

function sumOf(one: Row, other: Row): Row {
  return {
    bias: one.bias + other.bias,
    signs: one.signs.map((weight, at) => weight + (other.signs[at] ?? 0)),
    places: one.places.map((weight, at) => weight + (other.places[at] ?? 0)),
  };
}

function likeliest(
  parts: readonly Pick<Learner, 'row'>[],
  units: readonly Unit[],
  number: number,
): { unit: Unit; logit: number } | undefined {
  let best: { unit: Unit; logit: number } | undefined;
  for (const unit of units) {
    if (unit.row !== number) continue;
    let sum = 0;
    for (const { row } of parts) sum += logit(row, unit);
    if (!best || sum > best.logit) best = { unit, logit: sum };
  }
  return best;
}

function logit({ bias, signs, places }: Row, unit: Unit): number {
  let sum = bias + mean(places, unit.letters) + mean(places, unit.around);
  sum += mean(places, unit.whole);
  for (const sign of unit.signs) sum += signs[sign] ?? 0;
  return sum;
}

function mean(places: Float32Array, found: Int32Array): number {
  let sum = 0;
  for (const place of found) sum += places[place] ?? 0;
  return sum / Math.sqrt(found.length + 1);
}

function learn({ row, sums }: Learner, unit: Unit, error: number, random: () => number): void {
  sums.bias += error * error;
  row.bias -= (RATE * error) / Math.sqrt(sums.bias);
  for (const found of [unit.letters, unit.around, unit.whole]) {
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
