import type { Message } from '../detect/types.ts';
import type { ObservedMessage } from '../messages/protocol.ts';
import type { Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { senderNumber } from './history-batch.ts';
import { countEntry } from './history-counts.ts';
import { historyKey, isLongContent, numberOf, vaguelyTold } from './history-key.ts';
import { FILE_WITHIN, PAGE_WITHIN, PAGE_WITHIN_LONG } from './history-known.ts';
import { HistoryPacks } from './history-packs.ts';
import type { HistoryEntry } from './history-rows.ts';
import { type Counted, findTwins, type Told } from './history-twins.ts';
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
    for (const twin of twinsIn(list, counted, engine)) {
      countEntry(change, twin.pack, twin.entry, -1);
      if (twin.entry.counted === 'row') await takeOutRow(recording, twin.pack, twin.entry);
      twin.entry.counted = 'twin';
      packs.touch(twin.pack);
    }
  }
  if (change.size > 0) ledger.addChange(change);
  await packs.write();
}

/** By what messages say; then, of files and pictures, by what a file may have told of them. */
function twinsIn<T extends Counted>(
  list: readonly ObservedMessage[],
  counted: readonly T[],
  engine: Engine<unknown>,
): T[] {
  const told = list.map((message) => toldOf(message, message, engine));
  const found = findTwins(told, counted);
  const twins = [...found.values()];
  const left = counted.filter((_, at) => !twins.includes(at));
  const vague = list.flatMap((message, at) => {
    const bare = found.has(at) ? null : vaguelyTold(message);
    return bare ? toldOf(message, bare, engine) : [];
  });
  const near = left.map((each) => ({ ...each, within: FILE_WITHIN }));
  const more = vague.length > 0 ? [...findTwins(vague, near).values()] : [];
  return [...twins.map((at) => counted[at]), ...more.map((at) => left[at])].filter(
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
