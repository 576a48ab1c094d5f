import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MergeProps } from '../../components/merge/MergeScreen';
import { ledgerLines } from '../export/ledger-lines';
import { ledgerSheets } from '../export/ledger-sheets';
import type { Ledger } from '../tally/merged-ledger';
import { failureWords } from './failure-words';
import { type LedgerFormat, ledgerFile } from './ledger-file';
import { ledgerWords } from './ledger-words';
import { saveFile } from './save-file';
import { usePrinting } from './use-printing';

/** The ways out of the merge: files of the ledger, what writing them came to, and paper. */
export function useLedgerFiles(
  ledger: Ledger | null,
): Pick<MergeProps, 'paper' | 'saving' | 'saved' | 'onSave' | 'onPrint'> {
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<MergeProps['saved']>(null);
  const isPrinting = usePrinting();
  const paper = useMemo(
    () => (isPrinting && ledger ? paperOf(ledger) : null),
    [isPrinting, ledger],
  );
  // What was said of a file is not true of another ledger.
  useEffect(() => setSaved(null), [ledger]);

  const onSave = async (format: LedgerFormat) => {
    if (!ledger) return;
    setSaving(true);
    setSaved(null);
    try {
      const { name, content } = await ledgerFile(ledger, format);
      saveFile(name, content);
      setSaved({ ok: true, words: i18n.t('data_exported', { name }) });
    } catch (error) {
      console.error(error);
      setSaved({ ok: false, words: i18n.t('data_failed', { reason: failureWords(error) }) });
    } finally {
      setSaving(false);
    }
  };
  return { paper, saving, saved, onSave: (format) => void onSave(format), onPrint: () => print() };
}

function paperOf(ledger: Ledger): NonNullable<MergeProps['paper']> {
  const { from, to } = ledger.totals;
  const sheets = ledgerSheets(ledgerLines(ledger), ledgerWords(ledger));
  return { sheets, from: from ?? '', to: to ?? '' };
}
