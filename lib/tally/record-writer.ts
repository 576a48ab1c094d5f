import type { Settings } from '../default-settings.ts';
import type {
  Answer,
  EraseRequest,
  GroupNotes,
  ImportResult,
  NoticeState,
} from '../messages/protocol.ts';
import { answerFor } from './answer.ts';
import type { Backup } from './backup.ts';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';
import { recordGroup } from './group-notes.ts';
import { IndexKeeper } from './index-keeper.ts';
import { Ledger } from './ledger.ts';
import { addDays, dayOf } from './local-day.ts';
import { recordBackup } from './record-backup.ts';
import { eraseEverything, recordErase } from './record-erase.ts';
import { type Lessons, lessonsIn } from './record-lesson.ts';
import type { Recording } from './recording.ts';
import { REMEMBERED_WINDOWS } from './remembered-windows.ts';
import { pareBatch } from './retention.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A worker that is stopped between a transaction and the word to the other tabs leaves them untold, and the report,
 * sent again, changes nothing any more. So what it asks for is told again if it was among the last so many revisions
 * before this worker began: more than ever wait to be told at once.
 */
const RETOLD_REVISIONS = 50;

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
  /** Told when the judge fails on a message; the error may hold its text. */
  onFailure?: (error: unknown) => void;
};

type Body<Index, T> = (recording: Recording<Index>) => Promise<T>;

/** One queue of transactions over the database and the index in memory, which it keeps alike. Lives with the worker. */
export class Writer<Index> {
  readonly #options: RecorderOptions<Index>;
  readonly #keeper: IndexKeeper<Index>;
  #settings: RecorderSettings;
  #lessons: Lessons = { notCopies: new Set(), alwaysFold: new Set() };
  /** Last revision number as of which the lessons are in memory; null: not read yet. */
  #rev: number | null = null;
  /** Last revision number that an earlier worker gave out. */
  #inherited: number | null = null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: RecorderOptions<Index>) {
    const { db, engine, version, settings } = options;
    this.#options = options;
    this.#settings = settings;
    this.#keeper = new IndexKeeper(db, engine, version);
  }

  static async open<Index>(options: RecorderOptions<Index>): Promise<Writer<Index>> {
    await options.db.open();
    return new Writer(options);
  }

  setSettings(settings: RecorderSettings): void {
    this.#settings = settings;
  }

  /** Runs what a page reported. Others are told of the notices and of the earlier verdicts that it changed. */
  report(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#queue(async () => {
      const [answer, { verdicts, notices }] = await this.#transact(withChanges(body), false);
      const untold = answer.notices.filter((state) => this.#isUntold(state));
      this.#tell({ verdicts, notices: [...notices, ...untold] }, tab);
      if (this.#keeper.isSnapshotDue) this.#snapshotLater();
      return answer;
    });
  }

  /** Runs what the user decided. Others are told of the verdicts and notices that it changed. */
  decide(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#queue(async () => {
      const [answer, { notices }] = await this.#transact(withChanges(body));
      this.#tell({ verdicts: answer.verdicts, notices }, tab);
      return answer;
    });
  }

  erase(request: EraseRequest): Promise<null> {
    const { db } = this.#options;
    return this.#queue(async () => {
      const changed = await this.#transact(async (recording) => {
        if (request.what === 'everything') return eraseEverything(recording, db);
        return recordErase(recording, db, request);
      });
      this.#tell(changed, undefined);
      return null;
    });
  }

  importBackup(backup: Backup): Promise<ImportResult> {
    const { db } = this.#options;
    return this.#queue(async () => {
      const [result, { notices }] = await this.#transact(
        withChanges((recording) => recordBackup(recording, db, backup)),
      );
      this.#tell({ verdicts: [], notices }, undefined);
      return result;
    });
  }

  setGroup(notes: GroupNotes): Promise<null> {
    const { db } = this.#options;
    return this.#queue(async () => {
      await recordGroup(db, notes);
      return null;
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
    await this.#queue(() =>
      this.#onIndex((rev) => this.#keeper.forgetBefore(this.#memoryStart(), rev)),
    );
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #transact<T>(body: Body<Index, T>, teaches = true): Promise<T> {
    const { db } = this.#options;
    try {
      const [value, { before, after }] = await db.transaction('rw', db.tables, async () => {
        const recording = await this.#recording();
        const result = await body(recording);
        await Promise.all([recording.ledger.close(), this.#keeper.writeLog(recording.now)]);
        return [result, recording.ledger] as const;
      });
      this.#keeper.committed(before, after);
      this.#rev = teaches ? null : after;
      return value;
    } catch (error) {
      this.#keeper.drop();
      this.#rev = null;
      throw error;
    }
  }

  async #recording(): Promise<Recording<Index>> {
    const { db, engine, now, onFailure = () => undefined } = this.#options;
    const { windowDays, myNames, neverFold, excerptLength } = this.#settings;
    const ledger = await Ledger.open(db);
    this.#inherited ??= ledger.before;
    // Another worker may have been taught since.
    if (this.#rev !== ledger.before) this.#lessons = await lessonsIn(db);
    this.#rev = ledger.before;
    return {
      ledger,
      keeper: this.#keeper,
      engine,
      options: { windowMs: windowDays * DAY_MS, myNames, neverFold, ...this.#lessons },
      excerptLength,
      neverFoldSenders: neverFold.senders,
      onFailure,
      settled: new Map(),
      amended: [],
      asks: new Map(),
      now: now(),
    };
  }

  #snapshotLater(): void {
    // Not worth failing a report for: the log says the same, and the next report tries again.
    const write = () => this.#onIndex((rev) => this.#keeper.writeSnapshot(rev));
    void this.#queue(write).catch(() => undefined);
  }

  /** `work` gets the last revision number of the tally. */
  async #onIndex(work: (rev: number) => Promise<void>): Promise<void> {
    const { db } = this.#options;
    try {
      await db.transaction('rw', db.meta, db.indexLog, db.indexSnapshots, async () => {
        await work((await Ledger.open(db)).before);
      });
    } catch (error) {
      this.#keeper.drop();
      throw error;
    }
  }

  #isUntold({ rev }: NoticeState): boolean {
    const last = this.#inherited ?? 0;
    return rev <= last && rev > last - RETOLD_REVISIONS;
  }

  /** Unix ms before which the index knows nothing. */
  #memoryStart(): number {
    const { windowDays, retentionDays } = this.#settings;
    const days = Math.min(REMEMBERED_WINDOWS * windowDays, Math.max(windowDays, retentionDays));
    return this.#options.now() - days * DAY_MS;
  }

  #tell(changed: Answer, tab: number | undefined): void {
    if (changed.notices.length + changed.verdicts.length === 0) return;
    this.#options.onChange?.(changed, tab);
  }
}

/** Runs the body, then says which notices it changed, and which verdicts of earlier messages. */
function withChanges<Index, T>(body: Body<Index, T>): Body<Index, [T, Answer]> {
  return async (recording) => {
    const value = await body(recording);
    const { ledger, amended } = recording;
    return [value, answerFor(ledger, amended, ledger.changedNotices)];
  };
}
