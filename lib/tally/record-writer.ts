import type {
  Answer,
  EraseRequest,
  GroupNotes,
  HistoryCounts,
  ImportResult,
  NoticeState,
} from '../messages/protocol.ts';
import { isNothing, type Restored, readAggregates } from './aggregates.ts';
import type { Backup } from './backup.ts';
import { recordGroup } from './group-notes.ts';
import { HistoryImport, type HistoryPart } from './history-import.ts';
import { addDays } from './local-day.ts';
import { recordBackup } from './record-backup.ts';
import { eraseEverything, recordErase } from './record-erase.ts';
import { recordRestore } from './record-restore.ts';
import { type Body, Transactions } from './record-transactions.ts';
import type { RecorderOptions, RecorderSettings } from './recorder-options.ts';
import { pareBatch } from './retention.ts';
import { SnapshotTiming } from './snapshot-timing.ts';
import { troubleOf } from './trouble.ts';
import { withChanges } from './with-changes.ts';

/**
 * A worker that is stopped between a transaction and the word to the other tabs leaves them untold, and the report,
 * sent again, changes nothing any more. So what it asks for is told again if it was among the last so many revisions
 * before this worker began: more than ever wait to be told at once.
 */
const RETOLD_REVISIONS = 50;

/**
 * Reports that fail one after the other without a known cause before the user is told that nothing is written: a page sends
 * again after 50, 200 and 1,000 ms, and what is over by then was no trouble.
 */
const VAIN_REPORTS = 3;

/** Everything that is written, one after the other; tells the other tabs and keeps the second copy. */
export class Writer<Index> {
  readonly #options: RecorderOptions<Index>;
  readonly #work: Transactions<Index>;
  /** Reports in a row that failed. */
  #failed = 0;
  readonly #histories: HistoryImport<Index>;
  readonly #snapshots: SnapshotTiming;

  private constructor(options: RecorderOptions<Index>) {
    this.#options = options;
    this.#work = new Transactions(options);
    this.#histories = new HistoryImport(this.#work, {
      tell: (changed) => this.#tell(changed, undefined),
      keepCopy: () => this.#keepCopy(),
    });
    const { keeper } = this.#work;
    this.#snapshots = new SnapshotTiming(
      () => keeper.growth,
      () => this.#work.queue(() => this.#work.onIndex((rev) => keeper.writeSnapshot(rev))),
    );
  }

  static async open<Index>(options: RecorderOptions<Index>): Promise<Writer<Index>> {
    await options.db.open();
    return new Writer(options);
  }

  setSettings(settings: RecorderSettings): void {
    this.#work.settings = settings;
  }

  /** Runs what a page reported. Others are told of the notices and of the earlier verdicts that it changed. */
  report(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#work.queue(async () => {
      const work = this.#work.transact(withChanges(body), false);
      const [answer, { verdicts, notices }] = await this.#watched(work);
      const untold = answer.notices.filter((state) => this.#isUntold(state));
      this.#tell({ verdicts, notices: [...notices, ...untold] }, tab);
      this.#snapshots.afterReport();
      return answer;
    });
  }

  /** Says that nothing is written when report after report fails and the browser gives no reason. */
  async #watched<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work;
      this.#failed = 0;
      return value;
    } catch (error) {
      this.#failed += 1;
      const isUntold = troubleOf(error) === null && this.#failed >= VAIN_REPORTS;
      if (isUntold) this.#options.onTrouble?.('cannot-write');
      throw error;
    }
  }

  /** Runs what the user decided. Others are told of the verdicts and notices that it changed. */
  decide(body: Body<Index, Answer>, tab: number | undefined): Promise<Answer> {
    return this.#work.queue(async () => {
      const [answer, { notices }] = await this.#work.transact(withChanges(body));
      this.#tell({ verdicts: answer.verdicts, notices }, tab);
      return answer;
    });
  }

  /** The second copy goes first: what is erased must not come back, and not even a worker killed in between changes that. */
  erase(request: EraseRequest): Promise<null> {
    const { db, snapshots } = this.#options;
    return this.#work.queue(async () => {
      await snapshots?.drop();
      try {
        const changed = await this.#work.transact(async (recording) => {
          if (request.what === 'everything') return eraseEverything(recording, db);
          return recordErase(recording, db, request);
        });
        this.#tell(changed, undefined);
      } finally {
        await this.#keepCopy().catch(() => undefined);
      }
      return null;
    });
  }

  importBackup(backup: Backup): Promise<ImportResult> {
    const { db } = this.#options;
    return this.#work.queue(async () => {
      const [result, { notices }] = await this.#work.transact(
        withChanges((recording) => recordBackup(recording, db, backup)),
      );
      this.#tell({ verdicts: [], notices }, undefined);
      await this.#keepCopy().catch(() => undefined);
      return result;
    });
  }

  importHistory(part: HistoryPart): Promise<HistoryCounts> {
    return this.#work.queue(() => this.#histories.take(part));
  }

  setGroups(notes: readonly GroupNotes[]): Promise<null> {
    const { db } = this.#options;
    return this.#work.queue(async () => {
      await this.#work.transact(async ({ ledger }) => {
        ledger.spend();
        for (const each of notes) await recordGroup(db, each);
      });
      return null;
    });
  }

  /** Looks whether the tally was lost, and restores it if so. */
  check(): Promise<void> {
    return this.#work.queue(() => this.#work.transact(async () => undefined));
  }

  /** Brings back the days of the second copy; see `recordRestore`. Null when there is none that can be read. */
  restore(): Promise<Restored | null> {
    const { db, snapshots } = this.#options;
    return this.#work.queue(async () => {
      const aggregates = (await snapshots?.load()) ?? null;
      if (!snapshots || !aggregates) return null;
      const restored = await this.#work.transact((recording) =>
        recordRestore(recording, db, aggregates),
      );
      // An empty tally was already filled on the way, and told.
      if (restored.days > 0) snapshots.onRestored(restored);
      return restored;
    });
  }

  /** Keeps a second copy of the sums. Rejects when it cannot be kept. */
  takeSnapshot(): Promise<void> {
    return this.#work.queue(() => this.#keepCopy());
  }

  /** Batch by batch, so that reports go in between. */
  async pare(): Promise<void> {
    const { db } = this.#options;
    const before = addDays(this.#work.today, -this.#work.settings.retentionDays);
    const batch = () => db.transaction('rw', db.messages, db.notices, () => pareBatch(db, before));
    while (await this.#work.queue(batch)) {
      // Goes on until a batch says that nothing is left.
    }
    await this.#work.queue(() => this.#work.forgetOld());
  }

  /** Of an empty tally none is kept: if it was lost, the copy of before is all there is. */
  async #keepCopy(): Promise<void> {
    const { db, snapshots } = this.#options;
    if (!snapshots) return;
    const aggregates = await readAggregates(db, this.#work.today);
    if (!isNothing(aggregates)) await snapshots.keep(aggregates);
  }

  #isUntold({ rev }: NoticeState): boolean {
    const last = this.#work.inherited ?? 0;
    return rev <= last && rev > last - RETOLD_REVISIONS;
  }

  #tell(changed: Answer, tab: number | undefined): void {
    if (changed.notices.length + changed.verdicts.length === 0) return;
    this.#options.onChange?.(changed, tab);
  }
}
