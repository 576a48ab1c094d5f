import type { Backup } from './backup.ts';
import type { TallyDb } from './db.ts';
import type { Recording } from './recording.ts';
import type { Day } from './rows.ts';

/**
 * Of some days one side has only sums, and the other counts messages: whether they are the same messages cannot be
 * told. Nothing was changed. The message holds the first and the last of these days.
 */
export class ClosedDays extends Error {
  override readonly name = 'ClosedDays';
  readonly code = 'closed-days';
}

/**
 * Takes over the closed days of a backup of which nothing is counted here. Days that are closed on both sides stay as
 * they are here. Throws `ClosedDays` when a day is closed on one side and counted on the other.
 */
export async function adoptClosed<Index>(
  { ledger }: Recording<Index>,
  db: TallyDb,
  backup: Backup,
): Promise<void> {
  const theirs = new Set(backup.closedDays.map(({ day }) => day));
  const here = new Set(
    await db.days
      .where('day')
      .anyOf([...theirs])
      .keys(),
  );
  const added = backup.closedDays.filter(({ day }) => !ledger.isClosed(day));
  const clash = new Set<Day>();
  for (const { day } of added) if (here.has(day)) clash.add(day);
  for (const { day } of [...backup.days, ...backup.messages]) {
    if (ledger.isClosed(day) && !theirs.has(day)) clash.add(day);
  }
  const days = [...clash].sort();
  if (days.length > 0) throw new ClosedDays(`${days.at(0)} – ${days.at(-1)}`);
  if (added.length === 0) return;
  const adopted = new Set(added.map(({ day }) => day));
  ledger.closeDays(adopted);
  ledger.spend();
  const sums = backup.days.filter(({ day }) => adopted.has(day));
  ledger.atClose(() => Promise.all([db.closedDays.bulkPut(added), db.days.bulkPut(sums)]));
}
