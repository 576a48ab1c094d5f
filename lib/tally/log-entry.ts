import type { LogEntry } from './rows.ts';

/** Unix ms of what an entry tells of; null where it tells of no time. */
export function timeOf(entry: LogEntry): number | null {
  if (entry?.op === 'look') return entry.picture.time;
  return entry?.op === 'remember' ? entry.message.time : null;
}

/** What the index calls the message that an entry tells of; "" in a damaged one. */
export function nameIn(entry: LogEntry): string {
  if (entry?.op === 'look') return entry.picture.id;
  return (entry?.op === 'remember' ? entry.message.key : entry?.notice) ?? '';
}
