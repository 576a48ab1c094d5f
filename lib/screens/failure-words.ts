import { i18n } from '#i18n';
import { type Trouble, troubleOf } from '../tally/trouble';

/** Why something failed, in the reader's words. Takes what was thrown. */
export function failureWords(thrown: unknown): string {
  const { kind, code, message } = (thrown ?? {}) as Partial<Record<string, unknown>>;
  if (code === 'newer-version') return i18n.t('failed_newer');
  if (code === 'not-json') return i18n.t('failed_not_whole');
  if (code === 'not-ours') return i18n.t('failed_not_backup');
  if (code === 'tally') return i18n.t('data_not_backup_but_tally');
  if (code === 'damaged') return i18n.t('failed_damaged');
  if (code === 'closed-days') return i18n.t('safety_closed_days', { days: String(message) });
  const trouble = typeof code === 'string' ? troubleNamed(code) : troubleOf(thrown);
  if (trouble !== null) return troubleWords(trouble);
  if (code === 'transfer-broken' || kind === 'no-answer' || kind === 'invalidated')
    return i18n.t('failed_no_answer');
  return i18n.t('failed_other', { detail: typeof message === 'string' ? message : String(thrown) });
}

function troubleNamed(code: string): Trouble | null {
  return Object.hasOwn(WORDS, code) ? (code as Trouble) : null;
}

const WORDS: Record<Trouble, () => string> = {
  'newer-tally': () => i18n.t('safety_newer_tally'),
  'upgrade-failed': () => i18n.t('safety_upgrade_failed'),
  'cannot-open': () => i18n.t('safety_cannot_open'),
  'no-answer': () => i18n.t('safety_no_answer'),
  'disk-full': () => i18n.t('safety_disk_full'),
  'cannot-write': () => i18n.t('safety_cannot_write'),
};

/** Why nothing is recorded, and what to do. */
export function troubleWords(trouble: Trouble): string {
  return WORDS[trouble]();
}
