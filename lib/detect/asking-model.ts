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

/** What a message as a whole weighs in a row. */
export type Whole = (row: number) => number;

/** Weighs a message as a whole: once for each row that is asked for. */
export function weighed(features: Features): Whole {
  let places: Int32Array | undefined;
  const known: (number | undefined)[] = [];
  return (row) => {
    places ??= room.slice(0, features.writeWhole());
    known[row] ??= mean(places, places.length, row);
    return known[row];
  };
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
  whole: Whole,
  kinds: readonly number[],
  isRuled: (kind: number) => boolean,
  least: readonly number[],
): number {
  const sums = kinds.map(whole);
  const count = features.writeLetters();
  for (const [at, kind] of kinds.entries())
    sums[at] = (sums[at] as number) + mean(room, count, kind);
  let asked = 0;
  for (const [at, kind] of kinds.entries()) {
    const ruled = isRuled(kind) ? weightOf(kind, RULED) : 0;
    const around = mean(room, features.writeAround(kind), kind);
    const wanted = (least[kind] as number) - (sums[at] as number) - around - ruled;
    // To read the signs takes longest, and for most clauses none would be enough.
    if ((HIGHEST[kind] as number) >= wanted && signed(kind, features) >= wanted) asked |= 1 << kind;
  }
  return asked;
}

/** How likely a clause says something that is no trace request, in logits. */
export function substanceLogit(features: ClauseFeatures, whole: Whole, found: Finding): number {
  let sum = whole(OF_SUBSTANCE) + signed(OF_SUBSTANCE, features);
  sum += mean(room, features.writeLetters(), OF_SUBSTANCE);
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

/**
 * The sum of the weights of so many places, over the root of their number: long clauses do not weigh more. A letter is
 * read where it is needed: as quick as from an array of bytes, which every start would have to fill first.
 */
function mean(places: Int32Array, count: number, row: number): number {
  let sum = 0;
  for (let at = 0; at < count; at++)
    sum += LETTERS_OF_WEIGHTS.charCodeAt((places[at] as number) * ROWS + row);
  return ((sum - NOUGHT * count) * STEP) / Math.sqrt(count + 1);
}
