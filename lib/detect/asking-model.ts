import { type ClauseFeatures, DEMANDED, RULED, room } from './asking-features.ts';
import { ASKING_WEIGHTS, type Weights } from './asking-weights.ts';
import { KINDS } from './demand-marks.ts';

/** A weight is a letter of the table: this one stands for nought, and each after it for so much more. */
export const NOUGHT = 71;
export const STEP = 3 / 31;

/** The row of the weights behind those of the kinds: something is said that is no trace request. */
export const OF_SUBSTANCE = KINDS.length;

/** What bias and signs come to at most, by row. */
const HIGHEST = ASKING_WEIGHTS.map(({ bias, signs }) =>
  signs.reduce((sum, weight, sign) => (sign === RULED ? sum : sum + Math.max(0, weight)), bias),
);

/** What the rules find in the message that a clause belongs to. */
export type Finding = { isRuled: boolean; isDemanding: boolean };

/**
 * Those of the kinds that a clause asks for, as bits in the order of KINDS; it must have a mark of each.
 * @param kinds their numbers in KINDS
 * @param isRuled whether the rules find the kind of that number
 * @param least the logit from which on it asks, by the same number
 */
export function askedBy(
  features: ClauseFeatures,
  kinds: readonly number[],
  isRuled: (kind: number) => boolean,
  least: readonly number[],
): number {
  const count = features.writeLetters();
  const letters = kinds.map((kind) => mean(count, kind));
  let asked = 0;
  for (const [at, kind] of kinds.entries()) {
    const ruled = isRuled(kind) ? weightOf(kind, RULED) : 0;
    const sum = (letters[at] as number) + mean(features.writeAround(kind), kind) + ruled;
    const wanted = (least[kind] as number) - sum;
    // To read the signs takes longest, and for most clauses none would be enough.
    if ((HIGHEST[kind] as number) >= wanted && signed(kind, features) >= wanted) asked |= 1 << kind;
  }
  return asked;
}

/** How likely a clause says something that is no trace request, in logits. */
export function substanceLogit(features: ClauseFeatures, found: Finding): number {
  let sum = signed(OF_SUBSTANCE, features) + mean(features.writeLetters(), OF_SUBSTANCE);
  if (found.isRuled) sum += weightOf(OF_SUBSTANCE, RULED);
  if (found.isDemanding) sum += weightOf(OF_SUBSTANCE, DEMANDED);
  return sum;
}

function signed(row: number, { signs }: ClauseFeatures): number {
  const weights = ASKING_WEIGHTS[row] as Weights;
  let sum = weights.bias;
  for (const sign of signs) sum += weights.signs[sign] ?? 0;
  return sum;
}

function weightOf(row: number, sign: number): number {
  return ASKING_WEIGHTS[row]?.signs[sign] ?? 0;
}

/** The sum of the weights of the places in the room, over the root of their number: long clauses do not weigh more. */
function mean(count: number, row: number): number {
  const { letters } = ASKING_WEIGHTS[row] as Weights;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += letters.charCodeAt(room[at] as number);
  return ((sum - NOUGHT * count) * STEP) / Math.sqrt(count + 1);
}
