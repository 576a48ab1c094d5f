import type { EraseRequest } from '../messages/protocol.ts';
import type { Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import { countEntry } from './history-counts.ts';
import { historyEntries } from './history-rows.ts';
import type { Ledger } from './ledger.ts';

/** Takes out what the packed messages of histories counted. Those with rows of their own are erased by these. */
export async function eraseHistories(
  ledger: Ledger,
  db: TallyDb,
  request: Exclude<EraseRequest, { what: 'everything' }>,
): Promise<void> {
  const { histories, historyDays } = db;
  const rows =
    request.what === 'days'
      ? histories.where('id').between(request.from, `${request.to}|\uffff`, true, true)
      : histories.where('[site+chat]').equals([request.site, request.chat]);
  const change: Contributions = new Map();
  const days = new Set<string>();
  const gone = new Set<string>();
  await rows.each((row) => {
    days.add(row.day);
    gone.add(row.id);
    for (const entry of historyEntries(row)) countEntry(change, row, entry, -1);
  });
  ledger.addChange(change);
  const empty: string[] = [];
  for (const day of days) {
    const ids = await histories.where('id').between(`${day}|`, `${day}|\uffff`).primaryKeys();
    if (ids.every((id) => gone.has(id))) empty.push(day);
  }
  ledger.atClose(() =>
    Promise.all([histories.bulkDelete([...gone]), historyDays.bulkDelete(empty)]),
  );
}
