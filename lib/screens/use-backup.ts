import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ActionResult } from '../../components/DataActions';
import { failureWords } from './failure-words';

export type BackupActions = {
  busy: boolean;
  result: ActionResult;
  /** Does something and shows what it came to. */
  run(action: () => Promise<string>): void;
  /** Shows why something failed. */
  fail(error: unknown): void;
  exportBackup(): void;
  importBackup(file: File): void;
};

/** Writing and reading a backup, and what it came to in words. */
export function useBackup(): BackupActions {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ActionResult>(null);

  const fail = (error: unknown) => {
    console.error(error);
    setResult({ ok: false, words: i18n.t('data_failed', { reason: failureWords(error) }) });
  };
  const run = (action: () => Promise<string>) => {
    setBusy(true);
    action()
      .then((words) => setResult({ ok: true, words }), fail)
      .finally(() => setBusy(false));
  };
  return {
    busy,
    result,
    run,
    fail,
    exportBackup: () => run(async () => (await backupFile()).writeBackup()),
    importBackup: (file) => run(async () => (await backupFile()).readIn(file)),
  };
}

/** Loaded when it is wanted: few who open the popup want it. */
function backupFile(): Promise<typeof import('./backup-file')> {
  return import('./backup-file');
}
