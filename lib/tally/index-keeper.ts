import type { Message, Verdict } from '../detect/types';
import type { TallyDb } from './db';
import type { Engine } from './engine';
import type { LogEntry } from './rows';

/**
 * A snapshot is due after so many logged notices, or after this share of the index, whichever is more: it costs a
 * write of the whole index, while a start without it only replays the log (some 0.1 ms a notice). 500 are about a
 * day's notices; the share keeps the cost of snapshots in proportion however large the index is.
 */
const SNAPSHOT_EVERY = 500;
const SNAPSHOT_SHARE = 1 / 8;

/**
 * The index in memory and its two copies on disk: a log of every change inside the window, and a snapshot as of some
 * log row. A start reads the snapshot and replays what came after; a damaged snapshot, or one of another version, is rebuilt from the whole log.
 * Lives as long as the worker.
 */
export class IndexKeeper<Index> {
  index: Index;
  readonly #db: TallyDb;
  readonly #engine: Engine<Index>;
  readonly #version: string;
  #pending: LogEntry[] = [];
  #sinceSnapshot = 0;
  #inSnapshot = 0;

  private constructor(db: TallyDb, engine: Engine<Index>, version: string) {
    this.#db = db;
    this.#engine = engine;
    this.#version = version;
    this.index = engine.createIndex();
  }

  /** The index as recorded. `version`: of the extension. */
  static async open<Index>(
    db: TallyDb,
    engine: Engine<Index>,
    version: string,
  ): Promise<IndexKeeper<Index>> {
    const keeper = new IndexKeeper(db, engine, version);
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
    return this.#sinceSnapshot >= Math.max(SNAPSHOT_EVERY, SNAPSHOT_SHARE * this.#inSnapshot);
  }

  /** Call inside a read-write transaction. */
  async writeSnapshot(): Promise<void> {
    const last = await this.#db.indexLog.orderBy('id').last();
    const notices = this.#inSnapshot + this.#sinceSnapshot;
    const snapshot = this.#engine.snapshotOf(this.index);
    const upTo = last?.id ?? 0;
    const version = this.#version;
    await this.#db.indexSnapshots.put({ id: 'index', version, upTo, notices, snapshot });
    this.#sinceSnapshot = 0;
    this.#inSnapshot = notices;
  }

  /** Lets go of what is older than `before` (Unix ms), in memory and on disk. Call inside a read-write transaction. */
  async forgetBefore(before: number): Promise<void> {
    this.#engine.expire(this.index, before);
    const last = await this.#db.indexLog.orderBy('id').last();
    // The last row stays, whatever its age: ids must go on rising from it.
    const isOld = this.#db.indexLog.where('until').below(before);
    await isOld.and(({ id }) => id !== last?.id).delete();
    this.#inSnapshot = 0;
    for (const { entries } of await this.#db.indexLog.toArray())
      this.#inSnapshot += noticesIn(entries);
    this.#sinceSnapshot = 0;
    await this.writeSnapshot();
  }

  /** Takes the texts of these messages out of the log. Write a snapshot in the same transaction: the old one has them. */
  async eraseFromLog(keys: ReadonlySet<string>): Promise<void> {
    await this.#db.indexLog.toCollection().modify((row) => {
      row.entries = row.entries.filter((entry) => !isAbout(entry, keys));
    });
  }

  async #restoreSnapshot(): Promise<number> {
    const row = await this.#db.indexSnapshots.get('index');
    // Another version may normalise or hash otherwise, and its snapshot would match nothing.
    if (row?.version === this.#version) {
      try {
        this.index = this.#engine.restoreIndex(row.snapshot);
        this.#inSnapshot = row.notices;
        return row.upTo;
      } catch {
        // Damaged: the whole log tells the same.
      }
    }
    this.index = this.#engine.createIndex();
    this.#inSnapshot = 0;
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
