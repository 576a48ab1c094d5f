import { dayRowId, type Place } from './counts.ts';
import type { TallyDb } from './db.ts';
import {
  type HistoryEntry,
  type HistoryRow,
  historyEntries,
  packedHistory,
} from './history-rows.ts';
import { addDays } from './local-day.ts';
import type { Day } from './rows.ts';

/** The messages of one chat on one day. */
export type HistoryPack = Place & { id: string; entries: HistoryEntry[] };

/**
 * The packed rows that one transaction reads and changes. A day is read with its neighbours: another start of the day or
 * another time zone moves a message by one day, and it must be known again.
 */
export class HistoryPacks {
  readonly #db: TallyDb;
  /** Undefined where it was read and nothing is kept. */
  readonly #packs = new Map<string, HistoryPack | undefined>();
  readonly #changed = new Set<string>();

  constructor(db: TallyDb) {
    this.#db = db;
  }

  /** Reads what is kept of these chats on these days and the days beside them. Call inside the transaction. */
  async read(places: Iterable<Place>): Promise<void> {
    const ids = new Set<string>();
    for (const place of places) {
      for (const day of around(place.day)) ids.add(dayRowId({ ...place, day }));
    }
    const missing = [...ids].filter((id) => !this.#packs.has(id));
    const rows = await this.#db.histories.bulkGet(missing);
    for (const [at, id] of missing.entries()) {
      const row = rows[at];
      this.#packs.set(id, row && packOf(row));
    }
  }

  /** What is kept of a chat on a day and on the days beside it. */
  near(place: Place): HistoryPack[] {
    return around(place.day).flatMap((day) => this.#packs.get(dayRowId({ ...place, day })) ?? []);
  }

  add({ day, site, chat }: Place, entry: HistoryEntry): void {
    const id = dayRowId({ day, site, chat });
    const pack = this.#packs.get(id) ?? { id, day, site, chat, entries: [] };
    pack.entries.push(entry);
    this.#packs.set(id, pack);
    this.#changed.add(id);
  }

  /** An entry of it is about to be changed in place. */
  touch({ id }: HistoryPack): void {
    this.#changed.add(id);
  }

  /** Writes every changed row, all at once. Call once, at the end. */
  async write(): Promise<void> {
    const packs = [...this.#changed].flatMap((id) => this.#packs.get(id) ?? []);
    if (packs.length === 0) return;
    const days = new Set(packs.map(({ day }) => day));
    await Promise.all([
      this.#db.histories.bulkPut(packs.map((pack) => packedHistory(pack, pack.entries))),
      this.#db.historyDays.bulkPut([...days].map((day) => ({ day }))),
    ]);
  }
}

function packOf(row: HistoryRow): HistoryPack {
  const { id, day, site, chat } = row;
  return { id, day, site, chat, entries: historyEntries(row) };
}

function around(day: Day): Day[] {
  return [addDays(day, -1), day, addDays(day, 1)];
}
