import { i18n } from '#i18n';
import type { Disposal } from '../../../lib/tally/rows';
import type { Suspicion } from '../../../lib/tally/suspicion';

/** Every suspicion, in the order in which they are listed. */
export const SUSPICIONS = [
  'finished',
  'duplicate',
  'audience',
  'dormant',
  'show',
  'other',
] as const satisfies readonly Suspicion[];

export const DISPOSALS = [
  'keep',
  'merge',
  'dissolve',
  'regulate',
] as const satisfies readonly Disposal[];

/** The reader's word for a suspicion; it always says that it is one. */
export function suspicionWord(kind: Suspicion): string {
  const words: Record<Suspicion, string> = {
    finished: i18n.t('checkup_suspect_finished'),
    duplicate: i18n.t('checkup_suspect_duplicate'),
    audience: i18n.t('checkup_suspect_audience'),
    dormant: i18n.t('checkup_suspect_dormant'),
    show: i18n.t('checkup_suspect_show'),
    other: i18n.t('checkup_suspect_other'),
  };
  return words[kind];
}

/** The reader's word for what is to become of a group. */
export function disposalWord(disposal: Disposal | null): string {
  const words: Record<Disposal, string> = {
    keep: i18n.t('checkup_disposal_keep'),
    merge: i18n.t('checkup_disposal_merge'),
    dissolve: i18n.t('checkup_disposal_dissolve'),
    regulate: i18n.t('checkup_disposal_regulate'),
  };
  return disposal === null ? i18n.t('checkup_disposal_none') : words[disposal];
}
