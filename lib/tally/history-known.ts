import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { type Read, senderNumber } from './history-batch.ts';
import { isHistoryKey, numberOf, vagueClass } from './history-key.ts';
import type { HistoryPacks } from './history-packs.ts';
import { type Counted, findTwins } from './history-twins.ts';
import { addDays } from './local-day.ts';
import type { MessageRow } from './rows.ts';

/**
 * How far the times of two readings of one message may lie apart, ms. A page may show the minute only, or a bar above
 * several messages; where it shows no time, a long message that is the same within a day is taken for one. Two files
 * show a minute or a second.
 */
export const PAGE_WITHIN = 10 * 60 * 1000;
export const PAGE_WITHIN_LONG = 24 * 60 * 60 * 1000;
export const FILE_WITHIN = 60 * 1000;

/** What is known of each message of a batch. `row`: the live message that it is, or its own row's key; null: neither. */
export type KnownAs = { as: 'key' | 'page' | 'file'; row: string | null };

/** Which messages of a batch are counted already. Call inside a transaction. */
export async function knownOf(
  batch: readonly Read[],
  packs: HistoryPacks,
  db: TallyDb,
  engine: Engine<unknown>,
): Promise<Map<Read, KnownAs>> {
  const found = new Map<Read, KnownAs>();
  const chats = grouped(batch, groupId);
  for (const list of chats.values()) findByKey(list, packs, found);
  const isAnyNew = batch.some((read) => !found.has(read));
  if (!isAnyNew) return found;
  const live = grouped(await liveRows(batch, db), groupId);
  for (const [chat, list] of chats) {
    const rows = live.get(chat) ?? [];
    if (rows.length > 0) findOnPages(list, rows, packs, engine, found);
    findInFiles(list, packs, found);
  }
  return found;
}

function findByKey(list: readonly Read[], packs: HistoryPacks, found: Map<Read, KnownAs>): void {
  const stored = new Map(
    entriesNear(list, packs).map(({ entry, pack }) => [entry.key, { entry, pack }]),
  );
  const seen = new Set<number>();
  for (const read of list) {
    const known = stored.get(read.key);
    if (known) found.set(read, { as: 'key', row: rowOf(read, known.entry.counted) });
    else if (seen.has(read.key)) found.set(read, { as: 'key', row: null });
    seen.add(read.key);
  }
}

function rowOf(read: Read, counted: string): string | null {
  return counted === 'row' ? read.message.key : null;
}

/** Messages that pages told. Those which are known to be such take part, so that no other takes their place. */
function findOnPages(
  list: readonly Read[],
  rows: readonly MessageRow[],
  packs: HistoryPacks,
  engine: Engine<unknown>,
  found: Map<Read, KnownAs>,
): void {
  const twinKeys = new Set(
    entriesNear(list, packs).flatMap(({ entry }) => (entry.counted === 'twin' ? entry.key : [])),
  );
  const told = list.filter((read) => !found.has(read) || twinKeys.has(read.key));
  const days = new Set(list.map(({ day }) => day));
  const counted = rows.map((row): Counted => {
    const isLong = told.some((read) => read.isLong && read.contentKey === row.contentKey);
    return {
      content: numberOf(row.contentKey, engine),
      time: row.time,
      sender: senderNumber(row, engine),
      isLong,
      // One of another day is for that day's own messages to find, unless it is at the border.
      within: isLong && days.has(row.day) ? PAGE_WITHIN_LONG : PAGE_WITHIN,
    };
  });
  const taken = new Set<MessageRow>();
  for (const [at, other] of findTwins(told, counted)) {
    const read = told[at];
    const row = rows[other];
    if (row) taken.add(row);
    if (read && row && !found.has(read)) found.set(read, { as: 'page', row: row.key });
  }
  const left = rows.filter((row) => !taken.has(row));
  findVague(
    told.filter((read) => !found.has(read)),
    left,
    engine,
    found,
  );
}

/** Files without their size, and pictures and the like: known by their kind, the moment and who posted them. */
function findVague(
  told: readonly Read[],
  rows: readonly MessageRow[],
  engine: Engine<unknown>,
  found: Map<Read, KnownAs>,
): void {
  const vague = told.flatMap((read) => {
    const like = vagueClass(read.message);
    return like ? { ...read, read, content: CLASSES.indexOf(like), isLong: false } : [];
  });
  if (vague.length === 0) return;
  const counted = rows.flatMap((row) => {
    const like = row.kind === 'file' ? 'file' : vagueClass(row);
    const sender = senderNumber(row, engine);
    return like
      ? {
          row,
          content: CLASSES.indexOf(like),
          time: row.time,
          sender,
          isLong: false,
          within: FILE_WITHIN,
        }
      : [];
  });
  for (const [at, other] of findTwins(vague, counted)) {
    const [told, twin] = [vague[at], counted[other]];
    if (told && twin) found.set(told.read, { as: 'page', row: twin.row.key });
  }
}

const CLASSES: readonly ReturnType<typeof vagueClass>[] = ['file', 'bare'];

/** Messages that came from another file: kept already, or read before in this batch. */
function findInFiles(list: readonly Read[], packs: HistoryPacks, found: Map<Read, KnownAs>): void {
  const keys = new Set(list.map(({ key }) => key));
  const stored = entriesNear(list, packs).map(({ entry }) => entry);
  const pool: Counted[] = stored
    .filter(({ key, counted }) => !keys.has(key) && counted !== 'twin')
    .map((entry) => ({ ...entry, within: FILE_WITHIN }));
  for (const from of [...new Set(list.map((read) => read.from))].sort((a, b) => a - b)) {
    const told = list.filter((read) => read.from === from && !found.has(read));
    const twins = pool.length > 0 ? findTwins(told, pool) : new Map<number, number>();
    const taken = new Set(twins.values());
    const left = pool.filter((_, at) => !taken.has(at));
    pool.splice(0, pool.length, ...left);
    for (const [at, read] of told.entries()) {
      if (twins.has(at)) found.set(read, { as: 'file', row: null });
      else pool.push({ ...read, within: FILE_WITHIN });
    }
  }
}

function entriesNear(list: readonly Read[], packs: HistoryPacks) {
  const near = new Map(list.map((read) => [read.day, read]));
  const found = [...near.values()].flatMap((place) => packs.near(place));
  return [...new Set(found)].flatMap((pack) => pack.entries.map((entry) => ({ pack, entry })));
}

/** Rows of messages that pages told, on these days and those beside them. */
async function liveRows(batch: readonly Read[], db: TallyDb): Promise<MessageRow[]> {
  const days = batch.map(({ day }) => day).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = db.messages.where('day').between(addDays(first, -1), addDays(last, 1), true, true);
  const rows = await range.toArray();
  return rows.filter(({ key }) => !isHistoryKey(key));
}
