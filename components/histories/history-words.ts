import { i18n } from '#i18n';
import type { HistoryFormat, HistoryProblem } from '../../lib/import/histories/history';

/** Every format with the reader's word for it. */
export function formatWords(): Record<HistoryFormat, string> {
  return {
    telegram: i18n.t('histories_format_telegram'),
    whatsapp: i18n.t('histories_format_whatsapp'),
    'qq-text': i18n.t('histories_format_qq_text'),
    'qq-mht': i18n.t('histories_format_qq_mht'),
    memotrace: i18n.t('histories_format_memotrace'),
    chatlog: i18n.t('histories_format_chatlog'),
    weflow: i18n.t('histories_format_weflow'),
    chatlab: i18n.t('histories_format_chatlab'),
    slack: i18n.t('histories_format_slack'),
    csv: i18n.t('histories_format_csv'),
  };
}

/** Why a file was left out. */
export function problemWord(problem: HistoryProblem): string {
  const words: Record<HistoryProblem, string> = {
    empty: i18n.t('histories_why_empty'),
    unknown: i18n.t('histories_why_unknown'),
    'not-json': i18n.t('histories_why_json'),
    damaged: i18n.t('histories_why_damaged'),
    'too-large': i18n.t('histories_why_large'),
    encoding: i18n.t('histories_why_encoding'),
    'open-quote': i18n.t('histories_why_quote'),
    'no-columns': i18n.t('histories_why_columns'),
    packed: i18n.t('histories_why_packed'),
  };
  return words[problem];
}
