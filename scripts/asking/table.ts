import { join } from 'node:path';
import { PLACES } from '../../lib/detect/asking-features.ts';
import { NOUGHT, STEP } from '../../lib/detect/asking-model.ts';
import { SIGNS } from '../../lib/detect/asking-signs.ts';
import { KINDS } from '../../lib/detect/demand-marks.ts';
import { UNSEEN } from './examples.ts';
import type { Row } from './train.ts';

export const TABLE = join(import.meta.dirname, '../../lib/detect/asking-weights.ts');

/** Steps to the least and the greatest weight that a letter of the table stands for. */
const FARTHEST = 31;

/** Places in a line of the file. */
const LINE = 512;

const HEAD = `/**
 * What asks for a demand (see asking-features and asking-model). Made by scripts/train-asking.ts from the project's own
 * labelled lines.
 */
export type Weights = { bias: number; signs: readonly number[] };

/** A weight for every sign of a clause: in the order of KINDS, and behind them for what says something else. */
export const WEIGHTS_OF_SIGNS: readonly Weights[] = [
`;
const LETTERS = `];

/** A weight for every place of hashed letters: a letter each, the rows of a place side by side. */
export const LETTERS_OF_WEIGHTS =
  '\\
`;

/** The text of the table's file. */
export function tableOf(rows: readonly Row[]): string {
  const signs = rows.map((row, at) => `  // ${KINDS[at] ?? 'substance'}\n  ${signsOf(row)},\n`);
  const lines: string[] = [];
  // One text over many lines: pieces that are put together would be so at each start of the background.
  for (let from = 0; from < PLACES; from += LINE) lines.push(`${lettersOf(rows, from)}\\\n`);
  return `${HEAD}${signs.join('')}${LETTERS}${lines.join('')}';\n`;
}

function signsOf({ bias, signs }: Row): string {
  // Every message that is judged is one that the rules were written without.
  const all = bias + (signs[UNSEEN] ?? 0);
  const weights = [...signs.slice(0, SIGNS)].map((weight) => Number(weight.toFixed(2)));
  return `{ bias: ${all.toFixed(2)}, signs: [${weights.join(', ')}] }`;
}

function lettersOf(rows: readonly Row[], from: number): string {
  let letters = '';
  for (let place = from; place < from + LINE; place++) {
    for (const { places } of rows) letters += letterOf(places[place] ?? 0);
  }
  return letters.replaceAll('\\', '\\\\');
}

function letterOf(weight: number): string {
  const steps = Math.round(weight / STEP);
  return String.fromCharCode(NOUGHT + Math.max(-FARTHEST, Math.min(FARTHEST, steps)));
}
