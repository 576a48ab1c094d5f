import { type Backup, packedOf } from './backup.ts';
import type { TallyDb } from './db.ts';
import { addGroups, addLessons } from './record-notes.ts';
import type { Recording } from './recording.ts';
import { asksIn, noteSpread } from './versions.ts';

/** Whether nothing is counted, and no day is closed to it. Notes and lessons may be there. */
export async function isEmpty(db: TallyDb): Promise<boolean> {
  const tables = [db.messages, db.notices, db.days, db.closedDays];
  const counts = await Promise.all(tables.map((table) => table.count()));
  return counts.every((count) => count === 0);
}

/** Puts the rows of a checked backup into an empty tally as they are. */
export async function recordIntoEmpty<Index>(
  { ledger }: Recording<Index>,
  db: TallyDb,
  backup: Backup,
): Promise<void> {
  // Numbers of here: an open page ignores what is lower than it has seen.
  const stamped = <Row extends { rev: number }>(row: Row): Row => ({ ...row, rev: ledger.rev });
  const notices = backup.notices.map(stamped);
  // Backups of the first version do not say where versions were spread.
  for (const notice of notices) noteSpread(notice);
  ledger.spend();
  const historyDays = new Set(backup.histories.map(({ day }) => day));
  ledger.atClose(() =>
    Promise.all([
      db.messages.bulkAdd(backup.messages.map(stamped)),
      db.notices.bulkAdd(notices),
      db.asks.bulkAdd(backup.notices.flatMap(asksIn).map((entry) => ({ entry }))),
      db.days.bulkAdd(backup.days),
      db.closedDays.bulkPut(backup.closedDays),
      db.privateChats.bulkPut(backup.privateChats),
      db.histories.bulkPut(backup.histories.map(packedOf)),
      db.historyDays.bulkPut([...historyDays].map((day) => ({ day }))),
    ]),
  );
  await addLessons(ledger, db, backup.exceptions);
  await addGroups(db, backup.groups);
}
