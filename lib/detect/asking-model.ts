import { type ClauseFeatures, type Features, room } from './asking-features.ts';
import { DEMANDED, RULED } from './asking-signs.ts';
import { LETTERS_OF_WEIGHTS, WEIGHTS_OF_SIGNS } from './asking-weights.ts';
import { KINDS } from './demand-marks.ts';

/** A weight is a letter of the table: this one stands for nought, and each after it for so much more. */
export const NOUGHT = 71;
export const STEP = 3 / 31;

/** The row of the weights behind those of the kinds: something is said that is no trace request. */
export const OF_SUBSTANCE = KINDS.length;
/** How many rows the table has; the weights of a place stand side by side in it. */
export const ROWS = OF_SUBSTANCE + 1;

/** What bias and signs come to at most, by row. */
const HIGHEST = WEIGHTS_OF_SIGNS.map(({ bias, signs }) =>
  signs.reduce((sum, weight, sign) => (sign === RULED ? sum : sum + Math.max(0, weight)), bias),
);

/** Sums of weights, by row. */
export type Sums = Float64Array;

/** What a message as a whole weighs, by row. */
export function weighed(features: Features): Sums {
  return means(features.writeWhole());
}

/** What the rules find in the message that a clause belongs to. */
export type Finding = { isRuled: boolean; isDemanding: boolean };

/**
 * Those of the kinds that a clause asks for, as bits in the order of KINDS; it must have a mark of each.
 * @param whole what its message weighs
 * @param kinds their numbers in KINDS
 * @param isRuled whether the rules find the kind of that number
 * @param least the logit from which on it asks, by the same number
 */
export function askedBy(
  features: ClauseFeatures,
  whole: Sums,
  kinds: readonly number[],
  isRuled: (kind: number) => boolean,
  least: readonly number[],
): number {
  const own = means(features.writeLetters());
  let asked = 0;
  for (const kind of kinds) {
    const ruled = isRuled(kind) ? weightOf(kind, RULED) : 0;
    const around = mean(features.writeAround(kind), kind);
    const wanted =
      (least[kind] as number) - (own[kind] as number) - (whole[kind] as number) - around - ruled;
    // To read the signs takes longest, and for most clauses none would be enough.
    if ((HIGHEST[kind] as number) >= wanted && signed(kind, features) >= wanted) asked |= 1 << kind;
  }
  return asked;
}

/** How likely a clause says something that is no trace request, in logits. */
export function substanceLogit(features: ClauseFeatures, whole: Sums, found: Finding): number {
  let sum = signed(OF_SUBSTANCE, features) + mean(features.writeLetters(), OF_SUBSTANCE);
  sum += whole[OF_SUBSTANCE] as number;
  if (found.isRuled) sum += weightOf(OF_SUBSTANCE, RULED);
  if (found.isDemanding) sum += weightOf(OF_SUBSTANCE, DEMANDED);
  return sum;
}

function signed(row: number, { signs }: ClauseFeatures): number {
  const weights = WEIGHTS_OF_SIGNS[row];
  let sum = weights?.bias ?? 0;
  for (const sign of signs) sum += weights?.signs[sign] ?? 0;
  return sum;
}

function weightOf(row: number, sign: number): number {
  return WEIGHTS_OF_SIGNS[row]?.signs[sign] ?? 0;
}

/** The sum of the weights of the places in the room, over the root of their number: long clauses do not weigh more. */
function mean(count: number, row: number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) {
    sum += LETTERS_OF_WEIGHTS.charCodeAt((room[at] as number) * ROWS + row);
  }
  return ((sum - NOUGHT * count) * STEP) / Math.sqrt(count + 1);
}

/** The same of every row at once. */
function means(count: number): Sums {
  const sums = new Float64Array(ROWS);
  for (let at = 0; at < count; at++) {
    const place = (room[at] as number) * ROWS;
    for (let row = 0; row < ROWS; row++) {
      sums[row] = (sums[row] as number) + LETTERS_OF_WEIGHTS.charCodeAt(place + row);
    }
  }
  const share = STEP / Math.sqrt(count + 1);
  for (let row = 0; row < ROWS; row++) sums[row] = ((sums[row] as number) - NOUGHT * count) * share;
  return sums;
}
