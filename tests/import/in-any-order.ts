import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import type { Backup } from '../../lib/tally/backup';
import { freshDb, NOON, recorderOn } from '../tally/tally-bench';

/** Every order of three backups but the first, and one in which some are read twice. */
export const OTHER_ORDERS = [
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
  [1, 2, 1, 0, 2, 0],
] as const;

/** A backup as it comes out of its file. */
export function written(tables: Backup): Backup {
  return parseBackup(backupJson(tables, NOON));
}

/** An empty tally into which these were read one after the other. */
export async function imported(backups: readonly Backup[]) {
  const db = freshDb();
  const recorder = await recorderOn(db);
  for (const backup of backups) await recorder.importBackup(backup);
  return { db, recorder };
}
