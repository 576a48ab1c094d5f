import { i18n } from '#i18n';
import { DEMAND_KINDS, demandWord } from '../../components/demand-words';
import type { DemandKind } from '../detect/types';
import type { TallyWords } from '../export/model';

/** Heads and notes of a tally file in the reader's language. */
export function tallyWords(): TallyWords {
  return {
    columns: {
      day: i18n.t('export_day'),
      site: i18n.t('export_site'),
      chat: i18n.t('export_chat'),
      minutes: i18n.t('export_minutes'),
      savedMinutes: i18n.t('export_saved_minutes'),
    },
    figures: {
      messages: i18n.t('count_messages'),
      own: i18n.t('export_own'),
      notices: i18n.t('count_notices'),
      revisions: i18n.t('export_revisions'),
      copies: i18n.t('count_copies'),
      copyChars: i18n.t('export_copy_characters'),
      copyMedia: i18n.t('export_copy_media'),
      replies: i18n.t('count_replies'),
      folded: i18n.t('count_folded'),
      offHours: i18n.t('export_off_hours'),
    },
    demands: Object.fromEntries(DEMAND_KINDS.map((kind) => [kind, demandWord(kind)])) as Record<
      DemandKind,
      string
    >,
    total: i18n.t('export_total'),
    notes: {
      period: i18n.t('export_period'),
      score: i18n.t('figure_score'),
      workingDays: i18n.t('export_working_days'),
      formula: i18n.t('export_formula'),
      coverage: i18n.t('export_coverage'),
    },
    coverage: i18n.t('coverage_note'),
    ownValues: i18n.t('days_export_own_values'),
    unknownYears: i18n.t('days_export_unknown_years'),
  };
}
