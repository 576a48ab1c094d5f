import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from '../tally/backup.ts';

/**
 * The complete backup as JSON text, one row a line. It holds names and the beginnings of messages and is meant for
 * the user alone. `created`: Unix ms.
 */
export function backupJson(backup: Backup, created: number): string {
  const tables = Object.entries(backup).map(([name, rows]) => {
    const lines = rows.map((row) => JSON.stringify(row));
    return `"${name}":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]`;
  });
  const head = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    created: new Date(created).toISOString(),
    complete: true,
    note: 'Complete backup for the owner alone: holds names of chats and people and the beginnings of messages.',
  };
  return `${JSON.stringify(head).slice(0, -1)},\n"tables":{${tables.join(',\n')}}}\n`;
}
