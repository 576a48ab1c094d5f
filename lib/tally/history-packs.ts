import { dayRowId, type Place } from './counts.ts';
import type { TallyDb } from './db.ts';
import { type HistoryEntry, historyEntries, packedHistory } from './history-rows.ts';
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
  readonly #packs = new Map<string, HistoryPack>();
  readonly #changed = new Set<string>();

  private constructor(db: TallyDb) {
    this.#db = db;
  }

  /** Reads what is kept of these chats on these days and the days beside them. Call inside a transaction. */
  static async load(db: TallyDb, places: Iterable<Place>): Promise<HistoryPacks> {
    const packs = new HistoryPacks(db);
    const ids = new Map<string, Place>();
    for (const place of places) {
      for (const day of around(place.day)) {
        const near = { ...place, day };
        ids.set(dayRowId(near), near);
      }
    }
    const rows = await db.histories.bulkGet([...ids.keys()]);
    for (const row of rows) {
      if (!row) continue;
      const { id, day, site, chat } = row;
      packs.#packs.set(id, { id, day, site, chat, entries: historyEntries(row) });
    }
    return packs;
  }

  /** What is kept of a chat on a day and on the days beside it. */
  near(place: Place): HistoryPack[] {
    return around(place.day).flatMap((day) => this.#packs.get(dayRowId({ ...place, day })) ?? []);
  }

  all(): Iterable<HistoryPack> {
    return this.#packs.values();
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

  /** Writes every changed row. Call once, at the end. */
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

function around(day: Day): Day[] {
  return [addDays(day, -1), day, addDays(day, 1)];
}
