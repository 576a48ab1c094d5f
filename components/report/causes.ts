import { i18n } from '#i18n';
import type { Minutes } from '../../lib/tally/score';
import type { SeriesNumber } from '../charts/Patterns';

/** What makes the minutes, in the order in which it is stacked. */
export function causesOf({ reading, demands, replies }: Minutes): [number, number, number] {
  return [reading, demands, replies];
}

/** The same in words, with their fillings. */
export function causeWords(): { series: SeriesNumber; word: string }[] {
  return [
    { series: 1, word: i18n.t('overview_cause_reading') },
    { series: 2, word: i18n.t('overview_cause_demands') },
    { series: 3, word: i18n.t('overview_cause_replies') },
  ];
}
