import type { ObservedMessage } from '../messages/protocol.ts';
import type { Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { senderNumber } from './history-batch.ts';
import { countEntry } from './history-counts.ts';
import { historyKey, isLongContent, numberOf } from './history-key.ts';
import { PAGE_WITHIN, PAGE_WITHIN_LONG } from './history-known.ts';
import { HistoryPacks } from './history-packs.ts';
import type { HistoryEntry } from './history-rows.ts';
import { findTwins } from './history-twins.ts';
import { dayOf } from './local-day.ts';
import { takeOut } from './record-message.ts';
import type { Recording } from './recording.ts';

/**
 * A page tells messages that were imported before: from now on they are counted as the page tells them, and no longer as
 * the file did. Call before messages that are not known are recorded; their keys must be loaded.
 */
export async function takeOutTwins<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  messages: readonly ObservedMessage[],
): Promise<void> {
  const { ledger, engine, dayStartHour } = recording;
  const unknown = messages.filter(({ key }) => ledger.message(key) === undefined);
  if (unknown.length === 0) return;
  const places = unknown.map((message) => ({
    ...message,
    day: dayOf(message.time, dayStartHour),
  }));
  const packs = await HistoryPacks.load(db, places);
  const change: Contributions = new Map();
  for (const list of grouped(places, groupId).values()) {
    const near = [...new Set(list.flatMap((place) => packs.near(place)))];
    const counted = near.flatMap((pack) =>
      pack.entries.flatMap((entry) =>
        entry.counted === 'twin'
          ? []
          : { ...entry, entry, pack, within: entry.isLong ? PAGE_WITHIN_LONG : PAGE_WITHIN },
      ),
    );
    if (counted.length === 0) continue;
    const told = list.map((message) => ({
      content: contentOf(message, engine),
      time: message.time,
      sender: senderNumber(message, engine),
      isLong: isLongContent(message),
    }));
    for (const other of findTwins(told, counted).values()) {
      const twin = counted[other];
      if (!twin) continue;
      countEntry(change, twin.pack, twin.entry, -1);
      if (twin.entry.counted === 'row') await takeOutRow(recording, twin.pack, twin.entry);
      twin.entry.counted = 'twin';
      packs.touch(twin.pack);
    }
  }
  if (change.size > 0) ledger.addChange(change);
  await packs.write();
}

function contentOf<Index>(message: ObservedMessage, engine: Recording<Index>['engine']): number {
  try {
    return numberOf(engine.contentKey(message), engine);
  } catch {
    return 0;
  }
}

async function takeOutRow<Index>(
  recording: Recording<Index>,
  { site }: { site: string },
  { key }: HistoryEntry,
): Promise<void> {
  const { ledger, keeper } = recording;
  const name = historyKey(site, key);
  await ledger.loadMessages([name]);
  const row = ledger.message(name);
  if (!row) return;
  await ledger.loadNotices([row.verdict.notice].filter((id) => id !== null));
  await keeper.catchUp(ledger.before);
  takeOut(recording, row);
  ledger.deleteMessage(name);
}
