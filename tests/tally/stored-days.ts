import { expect } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { NOON } from './tally-bench';

/** The stored day of every message, by key. */
export async function daysOf(db: TallyDb): Promise<Record<string, string>> {
  const rows = await db.messages.toArray();
  return Object.fromEntries(rows.map(({ key, day }) => [key, day]));
}

/** Messages by day, over all chats. */
export async function messagesByDay(db: TallyDb): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { day, messages } of await db.days.toArray()) sums[day] = (sums[day] ?? 0) + messages;
  return sums;
}

/** A backup is refused unless its sums are just what its messages come to. */
export async function expectSound(db: TallyDb): Promise<void> {
  const read = await readBackup(db);
  expect(parseBackup(backupJson(read, NOON)).messages).toHaveLength(read.messages.length);
}
