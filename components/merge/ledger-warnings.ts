import { i18n } from '#i18n';
import { showNumber } from '../show-amount';

/** What the figures of a merged ledger must not be read without, in words. */
export function ledgerWarnings(of: {
  /** False: too few contributors, totals only. */
  isBrokenDown: boolean;
  /** Check values of the campaign words; null stands for files without one. */
  words: readonly (string | null)[];
  /** Versions of the formula that the files name. */
  formulas: readonly number[];
}): string[] {
  const words = of.words.filter((word) => word !== null).length;
  const versions = of.formulas.join(', ');
  return [
    !of.isBrokenDown && i18n.t('merge_too_few'),
    of.words.includes(null) && i18n.t('merge_no_word'),
    words > 1 && i18n.t('merge_other_words', { count: showNumber(words) }),
    of.formulas.length > 1 && i18n.t('merge_formulas', { versions }),
  ].filter((warning) => warning !== false);
}
