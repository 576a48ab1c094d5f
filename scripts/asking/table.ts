import { join } from 'node:path';
import { SIGNS } from '../../lib/detect/asking-features.ts';
import { NOUGHT, STEP } from '../../lib/detect/asking-model.ts';
import { KINDS } from '../../lib/detect/demand-marks.ts';
import { UNSEEN } from './examples.ts';
import type { Row } from './train.ts';

export const TABLE = join(import.meta.dirname, '../../lib/detect/asking-weights.ts');

/** Steps to the least and the greatest weight that a letter of the table stands for. */
const FARTHEST = 31;

const HEAD = `/**
 * What asks for a demand: a weight for every sign of a clause and, a letter each, for every place of its letters (see
 * asking-features and asking-model). Made by scripts/train-asking.ts from the project's own labelled lines.
 */
export type Weights = { bias: number; signs: readonly number[]; letters: string };

/** In the order of KINDS, and behind them what says something else. */
// biome-ignore format: a line a row, as the script writes it
export const ASKING_WEIGHTS: readonly Weights[] = [
`;

/** The text of the table's file. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row, at) => {
    // Every message that is judged is one that the rules were written without.
    const bias = row.bias + (row.signs[UNSEEN] ?? 0);
    const signs = [...row.signs.slice(0, SIGNS)].map((weight) => Number(weight.toFixed(2)));
    const letters = [...row.places].map(letterOf).join('').replaceAll('\\', '\\\\');
    return `  // ${KINDS[at] ?? 'substance'}\n  { bias: ${bias.toFixed(2)}, signs: [${signs.join(', ')}], letters: '${letters}' },\n`;
  });
  return `${HEAD}${lines.join('')}];\n`;
}

function letterOf(weight: number): string {
  const steps = Math.round(weight / STEP);
  return String.fromCharCode(NOUGHT + Math.max(-FARTHEST, Math.min(FARTHEST, steps)));
}
