import { type ClauseFeatures, DEMANDED, RULED, room } from './asking-features.ts';
import { ASKING_WEIGHTS, type Weights } from './asking-weights.ts';
import { KINDS } from './demand-marks.ts';

/** A weight is a letter of the table: this one stands for nought, and each after it for so much more. */
export const NOUGHT = 71;
export const STEP = 3 / 31;

const OF_SUBSTANCE = KINDS.length;

/** What the rules find in the message that a clause belongs to. */
export type Finding = { isRuled: boolean; isDemanding: boolean };

/**
 * How likely a clause asks for each of these kinds, in logits; it must have a mark of each.
 * @param kinds their numbers in KINDS
 * @param isRuled whether the rules find the kind of that number
 */
export function askingLogits(
  features: ClauseFeatures,
  kinds: readonly number[],
  isRuled: (kind: number) => boolean,
): number[] {
  const count = features.writeLetters();
  const letters = kinds.map((kind) => mean(count, kind));
  return kinds.map((kind, at) => {
    const around = mean(features.writeAround(kind), kind);
    const sum = signed(kind, features) + (letters[at] as number) + around;
    return isRuled(kind) ? sum + weightOf(kind, RULED) : sum;
  });
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
