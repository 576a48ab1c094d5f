import type { Message } from '../detect/types.ts';
import type { ObservedMessage } from '../messages/protocol.ts';
import type { Contributions, Place } from './counts.ts';
import type { Engine } from './engine.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { senderNumber } from './history-batch.ts';
import { countEntry } from './history-counts.ts';
import { historyKey, isHistoryKey, isLongContent, numberOf, vaguelyTold } from './history-key.ts';
import { FILE_WITHIN, PAGE_WITHIN, PAGE_WITHIN_LONG } from './history-known.ts';
import type { HistoryEntry } from './history-rows.ts';
import { type Counted, findTwins, type Told } from './history-twins.ts';
import { dayOf } from './local-day.ts';
import { countedRow } from './record-backup-histories.ts';
import { takeOut } from './record-message.ts';
import type { Recording } from './recording.ts';
import type { MessageRow } from './rows.ts';

/** A message that is about to be counted, by what it may be known from files. `vague`: see `vaguelyTold`. */
export type LiveTold = Place & { key: string; told: Told; vague: Told | null };

/** What a page tells. */
export function twinsToldIn<Index>(
  { engine, dayStartHour }: Recording<Index>,
  messages: readonly ObservedMessage[],
): LiveTold[] {
  return messages.map((message) => {
    const { key, site, chat, time } = message;
    const bare = vaguelyTold(message);
    return {
      ...{ key, site, chat, day: dayOf(time, dayStartHour) },
      told: toldOf(message, message, engine),
      vague: bare && toldOf(message, bare, engine),
    };
  });
}

/** What a page told elsewhere, by the rows of a backup. */
export function twinsToldBy<Index>(
  { engine }: Recording<Index>,
  rows: readonly MessageRow[],
): LiveTold[] {
  return rows
    .filter(({ key }) => !isHistoryKey(key))
    .map((row) => {
      const { key, site, chat, day } = row;
      return { key, site, chat, day, told: countedRow(row, engine), vague: null };
    });
}

/**
 * A page tells messages that were imported before: from now on they are counted as the page tells them, and no longer as
 * the file did. Call before messages that are not known are recorded; their keys must be loaded.
 */
export async function takeOutTwins<Index>(
  recording: Recording<Index>,
  messages: readonly LiveTold[],
): Promise<void> {
  const { ledger, packs } = recording;
  const places = messages.filter(({ key }) => ledger.message(key) === undefined);
  if (places.length === 0 || !recording.hasHistories) return;
  await packs.read(places);
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
    for (const twin of twinsIn(list, counted)) {
      countEntry(change, twin.pack, twin.entry, -1);
      if (twin.entry.counted === 'row') await takeOutRow(recording, twin.pack, twin.entry);
      twin.entry.counted = 'twin';
      packs.touch(twin.pack);
    }
  }
  if (change.size > 0) ledger.addChange(change);
}

/** By what messages say; then, of files and pictures, by what a file may have told of them. */
function twinsIn<T extends Counted>(list: readonly LiveTold[], counted: readonly T[]): T[] {
  const found = findTwins(
    list.map(({ told }) => told),
    counted,
  );
  const twins = new Set(found.values());
  const left = counted.filter((_, at) => !twins.has(at));
  const vague = list.flatMap((each, at) => (found.has(at) ? [] : (each.vague ?? [])));
  const near = left.map((each) => ({ ...each, within: FILE_WITHIN }));
  const more = vague.length > 0 ? [...findTwins(vague, near).values()] : [];
  return [...[...twins].map((at) => counted[at]), ...more.map((at) => left[at])].filter(
    (twin) => twin !== undefined,
  );
}

function toldOf(message: ObservedMessage, said: Message, engine: Engine<unknown>): Told {
  return {
    content: contentOf(said, engine),
    time: message.time,
    sender: senderNumber(message, engine),
    isLong: isLongContent(said),
  };
}

function contentOf(message: Message, engine: Engine<unknown>): number {
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
