import type { Aggregates, Restored } from './aggregates.ts';
import type { TallyDb } from './db.ts';
import { addGroups, addLessons } from './record-notes.ts';
import type { Recording } from './recording.ts';
import type { Day, MessageRow } from './rows.ts';

/** More revisions than a tally gives out between two snapshots. */
const REVISIONS = 1_000_000;

/**
 * Brings back the sums of days, and closes these days: the keys of their messages are gone, so a message of such a
 * day that is told again is judged and counted nowhere. What had been counted of the same chats in the meantime gives
 * way: it is in the sums already. Days that are closed, and notes and lessons that are there, stay as they are; so a second
 * restoring changes nothing. A day that is today again, by a clock set back or a later start of the day, is restored
 * and closed too: its sums are more than what is left of it.
 */
export async function recordRestore<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  aggregates: Aggregates,
): Promise<Restored> {
  const { ledger, now } = recording;
  const rows = aggregates.days.filter(({ day }) => !ledger.isClosed(day));
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  // A page that is still open ignores what is lower than it has seen of the lost tally.
  ledger.skipTo(aggregates.rev + REVISIONS);
  await forgetFolds(recording, db, new Set(days));
  ledger.closeDays(days);
  ledger.spend();
  const closed = days.map((day) => ({ day, since: now }));
  ledger.atClose(() =>
    Promise.all([
      db.days.bulkPut(rows),
      db.closedDays.bulkPut(closed),
      db.privateChats.bulkPut(aggregates.privateChats),
    ]),
  );
  await addLessons(ledger, db, aggregates.exceptions);
  await addGroups(db, aggregates.groups);
  return {
    from: days.at(0) ?? null,
    to: days.at(-1) ?? null,
    days: days.length,
    messages: rows.reduce((sum, row) => sum + row.messages, 0),
  };
}

/** A fold of a message of these days, or on one of them, may be in the restored sums: it is taken back. */
async function forgetFolds<Index>(
  { ledger }: Recording<Index>,
  db: TallyDb,
  days: ReadonlySet<Day>,
): Promise<void> {
  const isConcerned = ({ day, foldedDay }: MessageRow) =>
    foldedDay !== null && (days.has(day) || days.has(foldedDay));
  const keys = await db.messages.filter(isConcerned).primaryKeys();
  await ledger.loadMessages(keys);
  for (const key of keys) {
    const row = ledger.editMessage(key);
    if (row) row.foldedDay = null;
  }
}
