import type { ClosedDays } from './contributions.ts';
import { HistoryPacks } from './history-packs.ts';
import { IndexKeeper } from './index-keeper.ts';
import { IndexDamaged } from './index-words.ts';
import { Ledger } from './ledger.ts';
import { dayOf } from './local-day.ts';
import { freeSpace } from './record-free.ts';
import { type Lessons, lessonsIn } from './record-lesson.ts';
import { recordRestore } from './record-restore.ts';
import type { RecorderOptions, RecorderSettings } from './recorder-options.ts';
import type { Recording } from './recording.ts';
import { rememberedDays } from './remembered-windows.ts';
import type { Day } from './rows.ts';
import { troubleOf } from './trouble.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** A page tries again within seconds; a disk that others fill must not cost all details within a minute. */
const VAIN_MS = 60 * 60 * 1000;

/**
 * Most calls that wait at one time. Each tab waits for its answer before it asks again, so in order there are hardly more
 * than tabs; where the disk stands still, pages that ask again must not fill the memory: 64 reports of 500 messages are
 * some 20 MB. Whoever is turned away asks again.
 */
const MOST_WAITING = 64;

/** Too many calls wait already; nothing was recorded. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
}

export type Body<Index, T> = (recording: Recording<Index>) => Promise<T>;

/** What changes seldom and is kept in mind. */
type Taught = { lessons: Lessons; closed: ClosedDays; hasHistories: boolean };

/** The tally is empty, and nobody emptied it: it is new, or it was lost. */
class EmptyTally extends Error {
  override readonly name = 'EmptyTally';
}

/**
 * One queue of transactions over the database and the index in memory, which it keeps alike. Lives with the worker.
 * Three things it mends by itself before a transaction is tried again, once: a tally that was lost, from its snapshot;
 * a full disk, by letting the oldest details go; damaged words of the index, which is then read from its log.
 */
export class Transactions<Index> {
  readonly options: RecorderOptions<Index>;
  readonly keeper: IndexKeeper<Index>;
  settings: RecorderSettings;
  /** Last revision number that an earlier worker gave out. */
  inherited: number | null = null;
  #taught: Taught | null = null;
  /** Last revision number as of which lessons and closed days are in memory; null: not read yet. */
  #rev: number | null = null;
  #isEmptinessKnown = false;
  /** A tally that this worker knows was written in. */
  #wasUsed = false;
  /** The last transaction that was completed had something to write. */
  #hasWritten = false;
  /** Unix ms until which no more details are given up: the last time it did not help. */
  #freesAgainAt = 0;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: RecorderOptions<Index>) {
    const { db, engine, version, settings } = options;
    this.options = options;
    this.settings = settings;
    this.keeper = new IndexKeeper(db, engine, version);
  }

  /** The day that it is by the clock and the settings. */
  get today(): Day {
    return dayOf(this.options.now(), this.settings.dayStartHour);
  }

  /** How long the index remembers, ms. */
  get memoryLasts(): number {
    return rememberedDays(this.settings) * DAY_MS;
  }

  /** Lets the index forget what is older than it remembers. Call inside the queue. */
  forgetOld(): Promise<void> {
    const before = this.options.now() - this.memoryLasts;
    return this.onIndex((rev) => this.keeper.forgetBefore(before, rev));
  }

  /** Rejects with `TooMany` where the queue is full. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= MOST_WAITING) return Promise.reject(new TooMany('too many calls wait'));
    this.#waiting += 1;
    const result = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Call inside the queue. `teaches`: lessons or closed days may be others afterwards. */
  async transact<T>(body: Body<Index, T>, teaches = true): Promise<T> {
    const { onTrouble, onRead } = this.options;
    try {
      const value = await this.#attempt(body, teaches).catch(async (error: unknown) => {
        if (!(await this.#mend(error))) throw error;
        const again = await this.#attempt(body, teaches);
        this.#freesAgainAt = 0;
        return again;
      });
      if (this.#hasWritten) onTrouble?.(null);
      else onRead?.();
      return value;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== null) onTrouble?.(trouble);
      throw error;
    }
  }

  /** Call inside the queue. `work` gets the last revision number of the tally. */
  async onIndex(work: (rev: number) => Promise<void>): Promise<void> {
    await this.#attemptOnIndex(work).catch((error: unknown) => {
      if (!(error instanceof IndexDamaged)) throw error;
      return this.#attemptOnIndex(work);
    });
  }

  async #attemptOnIndex(work: (rev: number) => Promise<void>): Promise<void> {
    const { db } = this.options;
    try {
      const tables = [db.meta, db.indexLog, db.indexSnapshots, db.indexWords];
      await db.transaction('rw', tables, async () => {
        await work((await Ledger.open(db)).before);
      });
    } catch (error) {
      this.keeper.drop();
      throw error;
    }
  }

  async #attempt<T>(body: Body<Index, T>, teaches: boolean): Promise<T> {
    const { db } = this.options;
    try {
      const [value, { before, after }] = await db.transaction('rw', db.tables, async () => {
        const recording = await this.#recording();
        const result = await body(recording);
        // Another worker reads the log again where the number has changed, and only there.
        if (this.keeper.isToLog) recording.ledger.spend();
        await recording.ledger.close(() => this.keeper.writeLog(recording.now));
        return [result, recording.ledger] as const;
      });
      this.keeper.committed(before, after);
      this.#rev = teaches ? null : after;
      this.#hasWritten = after > before;
      // Something is written now: the next empty tally is another one.
      if (after > 0) this.#isEmptinessKnown = false;
      this.#wasUsed ||= after > 0;
      return value;
    } catch (error) {
      this.keeper.drop();
      this.#rev = null;
      throw error;
    }
  }

  /** True when it is worth another try. */
  async #mend(error: unknown): Promise<boolean> {
    if (error instanceof EmptyTally) {
      await this.#fill();
      return true;
    }
    // The index is made of the log now.
    if (error instanceof IndexDamaged) return true;
    if (troubleOf(error) !== 'disk-full') return false;
    const { db, now, onFreed } = this.options;
    if (now() < this.#freesAgainAt) return false;
    this.#freesAgainAt = now() + VAIN_MS;
    // What cannot be written cannot be pared either; the first error says enough.
    const before = await freeSpace(db, this.today).catch(() => null);
    if (before !== null) onFreed?.(before);
    return before !== null;
  }

  /** Rejects when it cannot be told whether there is a snapshot: nothing is counted before. */
  async #fill(): Promise<void> {
    this.#isEmptinessKnown = true;
    try {
      if ((await this.#restore()) || this.#wasUsed) this.options.onLost?.();
      this.#wasUsed = false;
    } catch (error) {
      this.#isEmptinessKnown = false;
      throw error;
    }
  }

  /** True when there was something to restore. */
  async #restore(): Promise<boolean> {
    const { db, snapshots } = this.options;
    const aggregates = await snapshots?.load();
    if (!snapshots || !aggregates) return false;
    const body = (recording: Recording<Index>) => recordRestore(recording, db, aggregates);
    snapshots.onRestored(await this.#attempt(body, true));
    return true;
  }

  async #recording(): Promise<Recording<Index>> {
    const { db, engine, now, onFailure = () => undefined } = this.options;
    const { windowDays, myNames, neverFold, excerptLength, dayStartHour } = this.settings;
    const ledger = await Ledger.open(db);
    await this.#checkEmptiness(ledger);
    this.inherited ??= ledger.before;
    const { lessons, closed, hasHistories } = await this.#taughtAsOf(ledger.before);
    ledger.closeDays(closed);
    const packs = new HistoryPacks(db);
    ledger.atClose(() => packs.write());
    return {
      ledger,
      keeper: this.keeper,
      engine,
      options: { windowMs: windowDays * DAY_MS, myNames, neverFold, ...lessons },
      excerptLength,
      neverFoldSenders: neverFold.senders,
      onFailure,
      hasHistories,
      packs,
      settled: new Map(),
      amended: [],
      asks: new Map(),
      evidence: new Map(),
      now: now(),
      dayStartHour,
    };
  }

  /** An erased tally keeps its revision number; only a new or a lost one has none. */
  async #checkEmptiness({ before }: Ledger): Promise<void> {
    const { db, snapshots } = this.options;
    if (before > 0 || !snapshots || this.#isEmptinessKnown) return;
    if ((await db.days.count()) === 0) throw new EmptyTally();
  }

  /** Another worker may have been taught since. */
  async #taughtAsOf(rev: number): Promise<Taught> {
    const { db } = this.options;
    if (this.#taught === null || this.#rev !== rev) {
      const lessons = await lessonsIn(db);
      const closed = new Set(await db.closedDays.toCollection().primaryKeys());
      const hasHistories = (await db.historyDays.count()) > 0;
      this.#taught = { lessons, closed, hasHistories };
    }
    this.#rev = rev;
    return this.#taught;
  }
}
