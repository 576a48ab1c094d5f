import type { Message, Verdict } from '../detect/types';
import type { TallyDb } from './db';
import type { Engine } from './engine';
import type { LogEntry } from './rows';

/**
 * Logged notices after which a snapshot is due. A snapshot costs a write of the whole index, a start without one
 * replays the log: 500 notices replay in a few hundredths of a second and are about a day's.
 */
const SNAPSHOT_EVERY = 500;

/**
 * The index in memory and its two copies on disk: a log of every change inside the window, and a snapshot as of some
 * log row. A start reads the snapshot and replays what came after; a damaged snapshot is rebuilt from the whole log.
 * Lives as long as the worker.
 */
export class IndexKeeper<Index> {
  index: Index;
  readonly #db: TallyDb;
  readonly #engine: Engine<Index>;
  #pending: LogEntry[] = [];
  #sinceSnapshot = 0;

  private constructor(db: TallyDb, engine: Engine<Index>) {
    this.#db = db;
    this.#engine = engine;
    this.index = engine.createIndex();
  }

  /** The index as recorded. */
  static async open<Index>(db: TallyDb, engine: Engine<Index>): Promise<IndexKeeper<Index>> {
    const keeper = new IndexKeeper(db, engine);
    await keeper.reload();
    return keeper;
  }

  /** Throws away what is in memory and reads it again: after a transaction that was taken back. */
  async reload(): Promise<void> {
    this.#pending = [];
    this.#sinceSnapshot = 0;
    const upTo = await this.#restoreSnapshot();
    for (const { entries } of await this.#db.indexLog.where('id').above(upTo).toArray()) {
      this.#replay(entries);
      this.#sinceSnapshot += noticesIn(entries);
    }
  }

  remember(message: Message, verdict: Verdict): void {
    this.#engine.remember(this.index, message, verdict);
    this.#pending.push({ op: 'remember', message, verdict });
  }

  forget(notice: string): void {
    this.#engine.forget(this.index, notice);
    this.#pending.push({ op: 'forget', notice });
  }

  /** Writes the changes made since the last call. Call inside the transaction that recorded them. */
  async writeLog(now: number): Promise<void> {
    const entries = this.#pending;
    if (entries.length === 0) return;
    this.#pending = [];
    this.#sinceSnapshot += noticesIn(entries);
    const times = entries.map((entry) => (entry.op === 'remember' ? entry.message.time : now));
    await this.#db.indexLog.add({ until: Math.max(...times), entries });
  }

  /** Starts again with an empty index; the caller empties log and snapshot. */
  clear(): void {
    this.index = this.#engine.createIndex();
    this.#pending = [];
    this.#sinceSnapshot = 0;
  }

  get isSnapshotDue(): boolean {
    return this.#sinceSnapshot >= SNAPSHOT_EVERY;
  }

  /** Lets go of what is older than `before` (Unix ms) and writes a snapshot. Call inside a read-write transaction. */
  async writeSnapshot(before: number): Promise<void> {
    this.#engine.expire(this.index, before);
    const last = await this.#db.indexLog.orderBy('id').last();
    const snapshot = this.#engine.snapshotOf(this.index);
    await this.#db.indexSnapshots.put({ id: 'index', upTo: last?.id ?? 0, snapshot });
    // The last row stays, whatever its age: ids must go on rising from it.
    await this.#db.indexLog
      .where('until')
      .below(before)
      .and(({ id }) => id !== last?.id)
      .delete();
    this.#sinceSnapshot = 0;
  }

  /** Takes the texts of these messages out of the log. Write a snapshot in the same transaction: the old one has them. */
  async eraseFromLog(keys: ReadonlySet<string>): Promise<void> {
    await this.#db.indexLog.toCollection().modify((row) => {
      row.entries = row.entries.filter((entry) => !isAbout(entry, keys));
    });
  }

  async #restoreSnapshot(): Promise<number> {
    const row = await this.#db.indexSnapshots.get('index');
    if (row) {
      try {
        this.index = this.#engine.restoreIndex(row.snapshot);
        return row.upTo;
      } catch {
        // Damaged, or written by another make of the engine: the whole log tells the same.
      }
    }
    this.index = this.#engine.createIndex();
    return 0;
  }

  #replay(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      try {
        if (entry.op === 'forget') this.#engine.forget(this.index, entry.notice);
        else this.#engine.remember(this.index, entry.message, entry.verdict);
      } catch {
        // One damaged entry costs the memory of one notice, which then shows; it must not cost the others.
      }
    }
  }
}

function noticesIn(entries: readonly LogEntry[]): number {
  return entries.filter((entry) => entry?.op !== 'remember' || entry.verdict.notice !== null)
    .length;
}

function isAbout(entry: LogEntry, keys: ReadonlySet<string>): boolean {
  return entry.op === 'remember' && keys.has(entry.message.key);
}
