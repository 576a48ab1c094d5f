import { i18n } from '#i18n';
import { backupJson } from '../export/json';
import { readBackup } from '../tally/backup';
import { dayOf } from '../tally/local-day';
import { readingDb } from '../tally/query';
import { saveFile } from './save-file';
import { sendBackup } from './send-backup';

/** Writes a file with everything that is kept. Returns what to tell of it. */
export async function writeBackup(): Promise<string> {
  const now = Date.now();
  const json = backupJson(await readBackup(readingDb()), now);
  const name = `fingerlight-backup-${dayOf(now, 0)}.json`;
  saveFile(name, new Blob([json], { type: 'application/json' }));
  return i18n.t('data_exported', { name });
}

/** Hands a backup file over to the background. Returns what came of it. */
export async function readIn(file: File): Promise<string> {
  const { messages, added, known } = await sendBackup(await file.text());
  const shown = (count: number) => count.toLocaleString();
  return i18n.t('data_imported', {
    messages: shown(messages),
    added: shown(added),
    known: shown(known),
  });
}
