import { i18n } from '#i18n';
import type { Ledger } from '../tally/merged-ledger';
import { unknownYears } from '../tally/working-days';

/** What has to be known of a ledger before its figures are trusted, a sentence each: on the page and in the file. */
export function ledgerWarnings(ledger: Ledger): string[] {
  const { words, formulas, basis } = ledger;
  const { otherDayStarts, unknownDayStarts, restoredPeople, restoredDays, shorterPeriods } = basis;
  const known = words.filter((word) => word !== null);
  const years = unknownYearsOf(ledger);
  return [
    ledger.groups === null && i18n.t('merge_too_few'),
    words.includes(null) && i18n.t('merge_no_word'),
    known.length > 1 && i18n.t('merge_other_words', { count: shown(known.length) }),
    formulas.length > 1 && i18n.t('merge_formulas', { versions: formulas.join(', ') }),
    shorterPeriods > 0 && i18n.t('coverage_periods', { count: shown(shorterPeriods) }),
    otherDayStarts > 0 && i18n.t('coverage_day_starts', { count: shown(otherDayStarts) }),
    unknownDayStarts > 0 &&
      i18n.t('coverage_day_starts_unknown', { count: shown(unknownDayStarts) }),
    restoredDays > 0 &&
      i18n.t('coverage_restored', { people: shown(restoredPeople), days: shown(restoredDays) }),
    years.length > 0 && i18n.t('coverage_years', { years: years.join(i18n.t('list_separator')) }),
  ].filter((warning) => warning !== false);
}

function unknownYearsOf({ totals }: Ledger): number[] {
  const { from, to } = totals;
  return from === null || to === null ? [] : unknownYears(from, to);
}

const shown = (count: number) => count.toLocaleString();
