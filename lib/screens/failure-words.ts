import { i18n } from '#i18n';

/** Why something failed, in the reader's words. Takes what was thrown. */
export function failureWords(thrown: unknown): string {
  const { kind, code, message } = (thrown ?? {}) as Partial<Record<string, unknown>>;
  if (code === 'newer-version') return i18n.t('failed_newer');
  if (code === 'not-json' || code === 'not-ours') return i18n.t('failed_not_backup');
  if (code === 'damaged') return i18n.t('failed_damaged');
  if (kind === 'no-answer' || kind === 'invalidated') return i18n.t('failed_no_answer');
  return i18n.t('failed_other', { detail: typeof message === 'string' ? message : String(thrown) });
}
