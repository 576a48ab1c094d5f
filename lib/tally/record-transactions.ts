import type { Settings } from '../default-settings.ts';
import type { Answer } from '../messages/protocol.ts';
import type { Snapshots } from './aggregates.ts';
import type { ClosedDays } from './contributions.ts';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';
import { IndexKeeper } from './index-keeper.ts';
import { Ledger } from './ledger.ts';
import { dayOf } from './local-day.ts';
import { freeSpace } from './record-free.ts';
import { type Lessons, lessonsIn } from './record-lesson.ts';
import { recordRestore } from './record-restore.ts';
import type { Recording } from './recording.ts';
import type { Day } from './rows.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The settings that recording depends on. */
export type RecorderSettings = Pick<
  Settings,
  'windowDays' | 'myNames' | 'neverFold' | 'excerptLength' | 'retentionDays' | 'dayStartHour'
>;

export type RecorderOptions<Index> = {
  db: TallyDb;
  engine: Engine<Index>;
  settings: RecorderSettings;
  /** Of the extension. */
  version: string;
  /** The clock, Unix ms. */
  now: () => number;
  /** Told of everything that a call changed, after its transaction: for the other tabs. `tab`: whose call it was. */
  onChange?: (changed: Answer, tab: number | undefined) => void;
  /** Told when the judge fails on a message; the error may hold its text. */
  onFailure?: (error: unknown) => void;
  /** The second copy of the sums. Without it none is kept, and a lost tally begins anew. */
  snapshots?: Snapshots;
  /** Told when nothing can be written; null when something was. */
  onTrouble?: (trouble: Trouble | null) => void;
  /** Told when details before this day had to go because the disk was full. */
  onFreed?: (before: Day) => void;
};

export type Body<Index, T> = (recording: Recording<Index>) => Promise<T>;

/** The tally is empty, and nobody emptied it: it is new, or it was lost. */
class EmptyTally extends Error {
  override readonly name = 'EmptyTally';
}

/**
 * One queue of transactions over the database and the index in memory, which it keeps alike. Lives with the worker.
 * Two things it mends by itself before a transaction is tried again, once: a tally that was lost, from its snapshot;
 * a full disk, by letting the oldest details go.
 */
export class Transactions<Index> {
  readonly options: RecorderOptions<Index>;
  readonly keeper: IndexKeeper<Index>;
  settings: RecorderSettings;
  /** Last revision number that an earlier worker gave out. */
  inherited: number | null = null;
  #taught: { lessons: Lessons; closed: ClosedDays } | null = null;
  /** Last revision number as of which lessons and closed days are in memory; null: not read yet. */
  #rev: number | null = null;
  #isEmptinessKnown = false;
  #last: Promise<unknown> = Promise.resolve();

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

  queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Call inside the queue. `teaches`: lessons or closed days may be others afterwards. */
  async transact<T>(body: Body<Index, T>, teaches = true): Promise<T> {
    const { onTrouble } = this.options;
    try {
      const value = await this.#attempt(body, teaches).catch(async (error: unknown) => {
        if (!(await this.#mend(error))) throw error;
        return this.#attempt(body, teaches);
      });
      onTrouble?.(null);
      return value;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== null) onTrouble?.(trouble);
      throw error;
    }
  }

  /** Call inside the queue. `work` gets the last revision number of the tally. */
  async onIndex(work: (rev: number) => Promise<void>): Promise<void> {
    const { db } = this.options;
    try {
      await db.transaction('rw', db.meta, db.indexLog, db.indexSnapshots, async () => {
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
        await Promise.all([recording.ledger.close(), this.keeper.writeLog(recording.now)]);
        return [result, recording.ledger] as const;
      });
      this.keeper.committed(before, after);
      this.#rev = teaches ? null : after;
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
      this.#isEmptinessKnown = true;
      await this.#restore();
      return true;
    }
    if (troubleOf(error) !== 'disk-full') return false;
    const { db, onFreed } = this.options;
    // What cannot be written cannot be pared either; the first error says enough.
    const before = await freeSpace(db, this.today).catch(() => null);
    if (before !== null) onFreed?.(before);
    return before !== null;
  }

  async #restore(): Promise<void> {
    const { db, snapshots } = this.options;
    const aggregates = await snapshots?.load();
    if (!snapshots || !aggregates) return;
    const body = (recording: Recording<Index>) => recordRestore(recording, db, aggregates);
    snapshots.onRestored(await this.#attempt(body, true));
  }

  async #recording(): Promise<Recording<Index>> {
    const { db, engine, now, onFailure = () => undefined } = this.options;
    const { windowDays, myNames, neverFold, excerptLength, dayStartHour } = this.settings;
    const ledger = await Ledger.open(db);
    await this.#checkEmptiness(ledger);
    this.inherited ??= ledger.before;
    const { lessons, closed } = await this.#taughtAsOf(ledger.before);
    ledger.closeDays(closed);
    return {
      ledger,
      keeper: this.keeper,
      engine,
      options: { windowMs: windowDays * DAY_MS, myNames, neverFold, ...lessons },
      excerptLength,
      neverFoldSenders: neverFold.senders,
      onFailure,
      settled: new Map(),
      amended: [],
      now: now(),
      dayStartHour,
    };
  }

  /** An erased tally keeps its revision number; only a new or a lost one has none. */
  async #checkEmptiness({ before }: Ledger): Promise<void> {
    const { db, snapshots } = this.options;
    if (before > 0) this.#isEmptinessKnown = false;
    if (before > 0 || !snapshots || this.#isEmptinessKnown) return;
    if ((await db.days.count()) === 0) throw new EmptyTally();
  }

  /** Another worker may have been taught since. */
  async #taughtAsOf(rev: number): Promise<{ lessons: Lessons; closed: ClosedDays }> {
    const { db } = this.options;
    if (this.#taught === null || this.#rev !== rev) {
      const lessons = await lessonsIn(db);
      const closed = new Set(await db.closedDays.toCollection().primaryKeys());
      this.#taught = { lessons, closed };
    }
    this.#rev = rev;
    return this.#taught;
  }
}
