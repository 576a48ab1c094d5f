import { type OwnValues, ownFigures } from '../tally/score.ts';
import { OWN_FIGURE_WORDS } from './sheet-words.ts';

/** The figures of the formula that the user has set, in words; "" when all are as printed. */
export function ownFigureWords(own: OwnValues): string {
  return ownFigures(own)
    .map((figure) => OWN_FIGURE_WORDS[figure])
    .join('、');
}
