import type { Answer, EraseRequest, ImportResult } from '../messages/protocol';
import type { Settings } from '../settings';
import { answerFor } from './answer';
import type { Backup } from './backup';
import type { TallyDb } from './db';
import type { Engine } from './engine';
import { IndexKeeper } from './index-keeper';
import { Ledger } from './ledger';
import { addDays, dayOf } from './local-day';
import { recordBackup } from './record-backup';
import { eraseEverything, recordErase } from './record-erase';
import { type Lessons, lessonsIn } from './record-lesson';
import type { Recording } from './recording';
import { pareBatch } from './retention';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The index remembers so many windows back. Within one, copies fold; before it they are told ("seen on …"), which
 * takes the memory of them. Eight weeks by default, some ten thousand notices.
 */
const REMEMBERED_WINDOWS = 4;

/** The settings that recording depends on. */
export type RecorderSettings = Pick<
  Settings,
  'windowDays' | 'myNames' | 'neverFold' | 'excerptLength' | 'retentionDays'
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
};

type Body<Index, T> = (recording: Recording<Index>) => Promise<T>;

/** One queue of transactions over the database and the index in memory, which it keeps alike. Lives with the worker. */
export class Writer<Index> {
  readonly #options: RecorderOptions<Index>;
  readonly #keeper: IndexKeeper<Index>;
  #settings: RecorderSettings;
  #lessons: Lessons = { notCopies: new Set(), alwaysFold: new Set() };
  #isStale = false;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: RecorderOptions<Index>, keeper: IndexKeeper<Index>) {
    this.#options = options;
    this.#settings = options.settings;
    this.#keeper = keeper;
  }

  static async open<Index>(options: RecorderOptions<Index>): Promise<Writer<Index>> {
    const keeper = await IndexKeeper.open(options.db, options.engine, options.version);
    const writer = new Writer(options, keeper);
    writer.#lessons = await lessonsIn(options.db);
    return writer;
  }

  setSettings(settings: RecorderSettings): void {
    this.#settings = settings;
  }

  /** Runs what a page reported. Others are told of the notices that it changed. */
  report(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#queue(async () => {
      const [answer, notices] = await this.#transact(withChanges(body));
      this.#tell({ verdicts: [], notices }, tab);
      if (this.#keeper.isSnapshotDue) this.#snapshotLater();
      return answer;
    });
  }

  /** Runs what the user decided. Others are told of the verdicts and notices that it changed. */
  decide(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#queue(async () => {
      const [answer, notices] = await this.#transact(withChanges(body));
      this.#lessons = await lessonsIn(this.#options.db);
      this.#tell({ verdicts: answer.verdicts, notices }, tab);
      return answer;
    });
  }

  erase(request: EraseRequest): Promise<null> {
    const { db } = this.#options;
    return this.#queue(async () => {
      const changed = await this.#transact(async (recording) => {
        if (request.what === 'everything') return eraseEverything(recording, db);
        const answer = await recordErase(recording, db, request);
        await this.#keeper.writeSnapshot();
        return answer;
      });
      this.#lessons = await lessonsIn(db);
      this.#tell(changed, undefined);
      return null;
    });
  }

  importBackup(backup: Backup): Promise<ImportResult> {
    const { db } = this.#options;
    return this.#queue(async () => {
      const [result, notices] = await this.#transact(
        withChanges((recording) => recordBackup(recording, db, backup)),
      );
      this.#lessons = await lessonsIn(db);
      this.#tell({ verdicts: [], notices }, undefined);
      return result;
    });
  }

  /** Batch by batch, so that reports go in between. */
  async pare(): Promise<void> {
    const { db, now } = this.#options;
    const before = addDays(dayOf(now()), -this.#settings.retentionDays);
    const batch = () => db.transaction('rw', db.messages, db.notices, () => pareBatch(db, before));
    while (await this.#queue(batch)) {
      // Goes on until a batch says that nothing is left.
    }
    await this.#queue(() => this.#onIndex(() => this.#keeper.forgetBefore(this.#memoryStart())));
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #transact<T>(body: Body<Index, T>): Promise<T> {
    const { db } = this.#options;
    if (this.#isStale) await this.#reload();
    // Until the transaction is complete the index may be ahead of the database.
    this.#isStale = true;
    try {
      const result = await db.transaction('rw', db.tables, async () => {
        const recording = await this.#recording();
        const value = await body(recording);
        await recording.ledger.close();
        await this.#keeper.writeLog(recording.now);
        return value;
      });
      this.#isStale = false;
      return result;
    } catch (error) {
      await this.#reload();
      throw error;
    }
  }

  async #recording(): Promise<Recording<Index>> {
    const { db, engine, now } = this.#options;
    const { windowDays, myNames, neverFold, excerptLength } = this.#settings;
    return {
      ledger: await Ledger.open(db),
      keeper: this.#keeper,
      engine,
      options: { windowMs: windowDays * DAY_MS, myNames, neverFold, ...this.#lessons },
      excerptLength,
      neverFoldSenders: neverFold.senders,
      now: now(),
    };
  }

  async #reload(): Promise<void> {
    await this.#keeper.reload();
    this.#isStale = false;
  }

  #snapshotLater(): void {
    // Not worth failing a report for: the log says the same, and the next report tries again.
    const write = () => this.#onIndex(() => this.#keeper.writeSnapshot());
    void this.#queue(write).catch(() => undefined);
  }

  #onIndex(work: () => Promise<void>): Promise<void> {
    const { db } = this.#options;
    return db.transaction('rw', db.indexLog, db.indexSnapshots, work);
  }

  /** Unix ms before which the index knows nothing. */
  #memoryStart(): number {
    return this.#options.now() - REMEMBERED_WINDOWS * this.#settings.windowDays * DAY_MS;
  }

  #tell(changed: Answer, tab: number | undefined): void {
    if (changed.notices.length + changed.verdicts.length === 0) return;
    this.#options.onChange?.(changed, tab);
  }
}

/** Runs the body, then says which notices it changed. */
function withChanges<Index, T>(body: Body<Index, T>): Body<Index, [T, Answer['notices']]> {
  return async (recording) => {
    const value = await body(recording);
    const changed = answerFor(recording.ledger, [], recording.ledger.changedNotices);
    return [value, changed.notices];
  };
}
