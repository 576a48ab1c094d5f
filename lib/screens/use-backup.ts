import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ActionResult } from '../../components/DataActions';
import { backupJson } from '../export/json';
import { readBackup } from '../tally/backup';
import { dayOf } from '../tally/local-day';
import { readingDb } from '../tally/query';
import { failureWords } from './failure-words';
import { saveFile } from './save-file';
import { sendBackup } from './send-backup';

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
    exportBackup: () => run(writeBackup),
    importBackup: (file) => run(() => readIn(file)),
  };
}

async function writeBackup(): Promise<string> {
  const now = Date.now();
  const json = backupJson(await readBackup(readingDb()), now);
  const name = `fingerlight-backup-${dayOf(now, 0)}.json`;
  saveFile(name, new Blob([json], { type: 'application/json' }));
  return i18n.t('data_exported', { name });
}

async function readIn(file: File): Promise<string> {
  const { messages, added, known } = await sendBackup(await file.text());
  const shown = (count: number) => count.toLocaleString();
  return i18n.t('data_imported', {
    messages: shown(messages),
    added: shown(added),
    known: shown(known),
  });
}
