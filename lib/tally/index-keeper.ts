import type { PromiseExtended } from 'dexie';
import type { Message, Verdict } from '../detect/types.ts';
import type { TallyDb } from './db.ts';
import { messageKeyOf } from './edit-key.ts';
import type { Engine } from './engine.ts';
import { IndexDamaged, isUnreadable, readWords, writeWords } from './index-words.ts';
import { nameIn, timeOf } from './log-entry.ts';
import type { LogEntry } from './rows.ts';
import type { LogGrowth } from './snapshot-timing.ts';

/** An index with how much of the log it contains. */
type Known<Index> = {
  index: Index;
  /** The last log row in it. */
  upTo: number;
  inSnapshot: number;
  sinceSnapshot: number;
  /** Full pages of its words on the disk. */
  pages: number;
};

/**
 * The index in memory and its two copies on disk: a log of every change inside the window, and a snapshot as of some
 * log row. The index is read when it is first needed: the snapshot, then what the log says after it; a damaged
 * snapshot, or one of another version, is rebuilt from the whole log. Words of notices, which are most of it, stand in
 * rows of their own, and each is read when the judge first asks for it.
 * It is good for one revision number of the tally. When the tally has another, somebody else has written (for a
 * moment an old and a new worker can run side by side), and it is read again.
 * Lives as long as the worker. Everything asynchronous is called inside a transaction.
 */
export class IndexKeeper<Index> {
  readonly #db: TallyDb;
  readonly #engine: Engine<Index>;
  readonly #version: string;
  #known: Known<Index>;
  /** Revision number of the tally that the index belongs to; null: it has to be read. */
  #rev: number | null = null;
  #pending: LogEntry[] = [];
  /** Words were found damaged, or the snapshot unreadable: what is on the disk is not read before it is written anew. */
  #isDamaged = false;

  /** `version`: of the extension. */
  constructor(db: TallyDb, engine: Engine<Index>, version: string) {
    this.#db = db;
    this.#engine = engine;
    this.#version = version;
    this.#known = this.#nothing();
  }

  /** Call `catchUp` before. */
  get index(): Index {
    return this.#known.index;
  }

  /** Reads the index unless it is in memory as of this revision number, the last one in the tally. Rejects with `IndexDamaged`. */
  async catchUp(rev: number): Promise<void> {
    if (this.#rev === rev) return;
    const known = (await this.#restored()) ?? this.#nothing();
    for (const { id, entries } of await this.#db.indexLog.where('id').above(known.upTo).toArray()) {
      for (const entry of entries) {
        const replayed = this.withWords(() => this.#replay(known.index, entry), known.index);
        // Dexie keeps a transaction over a hundred awaits without a question to the database, and no more.
        if (replayed) await replayed;
      }
      known.upTo = id;
      known.sinceSnapshot += entries.length;
    }
    this.#known = known;
    this.#rev = rev;
  }

  /**
   * What `act` makes, which must change nothing before it has read all it reads in the index. Where words are lacking, they
   * are read from the disk, and it is done again: then a promise of Dexie's own, as its transaction would not outlast so many
   * of the language's. Rejects with `IndexDamaged`.
   */
  withWords<T>(act: () => T, index = this.index): T | PromiseExtended<T> {
    try {
      return act();
    } catch (error) {
      const page = this.#engine.wordsLackedBy(error);
      if (page === null) throw error;
      return this.#read(index, page).then(() => this.withWords(act, index));
    }
  }

  /** Reads all words that are not in memory. Call `catchUp` before. Rejects with `IndexDamaged`. */
  async readAllWords(): Promise<void> {
    for (const page of this.#engine.lackedWords(this.index)) await this.#read(this.index, page);
  }

  #read(index: Index, page: number): PromiseExtended<void> {
    return readWords(this.#db, this.#engine, index, page).catch((error: unknown) => {
      this.#isDamaged ||= error instanceof IndexDamaged;
      throw error;
    });
  }

  /** The transaction over `before` is complete, and `after` is now the last revision number. */
  committed(before: number, after: number): void {
    if (this.#rev === before) this.#rev = after;
  }

  /** The transaction was taken back: the index may be ahead of the database. */
  drop(): void {
    this.#rev = null;
    this.#pending = [];
  }

  remember(message: Message, verdict: Verdict): void {
    const memo = this.#engine.remember(this.index, message, verdict);
    if (memo) this.#pending.push({ op: 'remember', ...memo });
  }

  /** What the picture of a remembered message looks like. */
  noteLook(message: Message): void {
    const picture = this.#engine.noteLook(this.index, message);
    if (picture) this.#pending.push({ op: 'look', picture });
  }

  /** Takes a version out, and whatever else the index knows by this name. */
  forget(notice: string): void {
    this.#engine.forget(this.index, notice);
    this.#pending.push({ op: 'forget', notice });
  }

  /** There are changes that `writeLog` would write. */
  get isToLog(): boolean {
    return this.#pending.length > 0;
  }

  /** Writes the changes made since the last call. Call inside the transaction that recorded them. */
  async writeLog(now: number): Promise<void> {
    const entries = this.#pending;
    if (entries.length === 0) return;
    this.#pending = [];
    const until = Math.max(...entries.map((entry) => timeOf(entry) ?? now));
    this.#known.upTo = await this.#db.indexLog.add({ until, entries });
    this.#known.sinceSnapshot += entries.length;
  }

  /** Starts again with an empty index; the caller empties log and snapshot. `rev`: the last one in the tally. */
  clear(rev: number): void {
    this.#known = this.#nothing();
    this.#pending = [];
    this.#rev = rev;
  }

  /** How much of the log the snapshot lacks; what that is worth, others decide. */
  get growth(): LogGrowth {
    return this.#known;
  }

  /** Writes the index, unless the tally has gone on without it. `rev`: the last one in the tally. */
  async writeSnapshot(rev: number): Promise<void> {
    if (this.#rev !== rev) return;
    const { index, upTo, inSnapshot, sinceSnapshot } = this.#known;
    const notices = inSnapshot + sinceSnapshot;
    const snapshot = this.#engine.snapshotOf(index);
    const version = this.#version;
    this.#known.pages = await writeWords(this.#db, this.#engine, index, this.#known.pages);
    await this.#db.indexSnapshots.put({ id: 'index', version, upTo, notices, snapshot });
    this.#isDamaged = false;
    this.#known.inSnapshot = notices;
    this.#known.sinceSnapshot = 0;
  }

  /** Lets go of what is older than `before` (Unix ms), in memory and on disk. `rev`: the last one in the tally. */
  async forgetBefore(before: number, rev: number): Promise<void> {
    await this.catchUp(rev);
    await this.readAllWords();
    this.#expire(before);
    const log = this.#db.indexLog;
    await log.where('until').below(before).delete();
    const isYoung = (entry: LogEntry) => (timeOf(entry) ?? before) >= before;
    let left = 0;
    await log.toCollection().modify((row) => {
      row.entries = row.entries.filter(isYoung);
      left += row.entries.length;
    });
    this.#known.inSnapshot = left;
    this.#known.sinceSnapshot = 0;
    await this.writeSnapshot(rev);
  }

  /**
   * Takes these messages out of index and log, by whatever names they are known; of these, `stated` says which are
   * versions that others state: they stay in the index. Write a snapshot in the same transaction: the old one has all.
   */
  async erase(
    keys: ReadonlySet<string>,
    stated: (names: ReadonlySet<string>) => Promise<ReadonlySet<string>>,
  ): Promise<void> {
    await this.readAllWords();
    const names = new Set<string>();
    const isLeft = (entry: LogEntry) => {
      const name = nameIn(entry);
      if (!keys.has(messageKeyOf(name))) return true;
      names.add(name);
      return false;
    };
    await this.#db.indexLog.toCollection().modify((row) => {
      row.entries = row.entries.filter(isLeft);
    });
    this.#pending = this.#pending.filter(isLeft);
    const kept = await stated(names);
    for (const name of names) if (!kept.has(name)) this.#engine.forget(this.index, name);
    // What is forgotten leaves names and gaps behind; an expiry of nothing clears them away.
    this.#expire(Number.NEGATIVE_INFINITY);
  }

  /** All words must be in memory. */
  #expire(before: number): void {
    this.#engine.expire(this.index, before);
    this.#known.pages = 0;
  }

  async #restored(): Promise<Known<Index> | null> {
    if (this.#isDamaged) return null;
    const row = await this.#db.indexSnapshots.get('index').catch((error: unknown) => {
      if (!isUnreadable(error)) throw error;
      this.#isDamaged = true;
      throw new IndexDamaged('snapshot');
    });
    // Another version may normalise or hash otherwise, and its snapshot would match nothing.
    if (row?.version !== this.#version) return null;
    const { upTo, notices: inSnapshot } = row;
    try {
      const index = this.#engine.restoreIndex(row.snapshot);
      const pages = this.#engine.lackedWords(index).length;
      return { index, upTo, inSnapshot, sinceSnapshot: 0, pages };
    } catch {
      // Damaged: the whole log tells the same.
      return null;
    }
  }

  #nothing(): Known<Index> {
    return {
      index: this.#engine.createIndex(),
      upTo: 0,
      inSnapshot: 0,
      sinceSnapshot: 0,
      pages: 0,
    };
  }

  #replay(index: Index, entry: LogEntry): void {
    try {
      if (entry.op === 'forget') this.#engine.forget(index, entry.notice);
      else if (entry.op === 'look') this.#engine.keepLook(index, entry.picture);
      else this.#engine.remember(index, entry.message, entry.verdict);
    } catch (error) {
      if (this.#engine.wordsLackedBy(error) !== null) throw error;
      // One damaged entry costs the memory of one notice, which then shows; it must not cost the others.
    }
  }
}
