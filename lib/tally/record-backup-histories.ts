import { type Backup, packedOf } from './backup.ts';
import type { Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { senderNumber } from './history-batch.ts';
import { countEntry } from './history-counts.ts';
import { historyKey, isHistoryKey, numberOf } from './history-key.ts';
import { FILE_WITHIN, PAGE_WITHIN, PAGE_WITHIN_LONG } from './history-known.ts';
import { type HistoryEntry, type HistoryRow, historyEntries } from './history-rows.ts';
import { type Counted, findTwins } from './history-twins.ts';
import type { Recording } from './recording.ts';
import type { MessageRow } from './rows.ts';

type Theirs = { row: HistoryRow; entry: HistoryEntry };

/**
 * Adds what a backup keeps of imported chats. What was imported here too, or read live here, is not counted again.
 * Returns the keys of messages of the backup that are not to be added: a page told them here.
 */
export async function uniteHistories<Index>(
  { ledger, engine, packs }: Recording<Index>,
  db: TallyDb,
  backup: Backup,
): Promise<ReadonlySet<string>> {
  const rows = backup.histories.map(packedOf).filter(({ day }) => !ledger.isClosed(day));
  const leftOut = new Set<string>();
  if (rows.length === 0) return leftOut;
  await packs.read(rows);
  const days = [...new Set(rows.map(({ day }) => day))];
  const here = (await db.messages.where('day').anyOf(days).toArray()).filter(
    ({ key }) => !isHistoryKey(key),
  );
  const live = grouped(here, groupId);
  const change: Contributions = new Map();
  for (const [chat, list] of grouped(rows, groupId)) {
    const ours = list.flatMap((row) => packs.near(row)).flatMap(({ entries }) => entries);
    const known = new Map(ours.map((entry) => [entry.key, entry]));
    const theirs = list.flatMap((row): Theirs[] =>
      historyEntries(row).flatMap((entry) => {
        const same = known.get(entry.key);
        // Its row would count what a page told here.
        if (same?.counted === 'twin') leftOut.add(historyKey(row.site, entry.key));
        return same ? [] : { row, entry };
      }),
    );
    const counted: Counted[] = [
      ...(live.get(chat) ?? []).map((row) => countedRow(row, engine)),
      ...[...new Set(ours)]
        .filter((entry) => entry.counted !== 'twin')
        .map((entry) => ({ ...entry, within: FILE_WITHIN })),
    ];
    const open = theirs.filter(({ entry }) => entry.counted !== 'twin');
    const twins = findTwins(
      open.map(({ entry }) => entry),
      counted,
    );
    for (const at of twins.keys()) {
      const twin = open[at];
      if (!twin) continue;
      if (twin.entry.counted === 'row') leftOut.add(historyKey(twin.row.site, twin.entry.key));
      twin.entry.counted = 'twin';
    }
    for (const { row, entry } of theirs) {
      packs.add(row, entry);
      countEntry(change, row, entry);
    }
  }
  ledger.addChange(change);
  return leftOut;
}

/** What is known of a message that a page told, by its row. */
export function countedRow<Index>(row: MessageRow, engine: Recording<Index>['engine']): Counted {
  const isLong = row.chars >= 24 || row.kind === 'file' || row.kind === 'link';
  return {
    ...{ time: row.time, isLong },
    content: numberOf(row.contentKey, engine),
    sender: senderNumber(row, engine),
    within: isLong ? PAGE_WITHIN_LONG : PAGE_WITHIN,
  };
}
