import type { Answer, HistoryCounts, HistoryMessage } from '../messages/protocol.ts';
import { isHistoryKey } from './history-key.ts';
import { HistoryBroken, HistoryMemory } from './history-memory.ts';
import { keptFrom, recordHistory } from './record-history.ts';
import type { Transactions } from './record-transactions.ts';
import type { Recording } from './recording.ts';
import type { NoticeRow } from './rows.ts';
import { withChanges } from './with-changes.ts';

/** A piece of a history; see `HistoryPiece`. */
export type HistoryPart = {
  transfer: string;
  at: number;
  isLast: boolean;
  messages: readonly HistoryMessage[];
};

/** What the writer does around the pieces. */
type Around = {
  tell(changed: Answer): void;
  /** Keeps a second copy of the sums. */
  keepCopy(): Promise<void>;
};

/** Records histories piece by piece, one import at a time: a new one takes the place of what was begun. */
export class HistoryImport<Index> {
  readonly #work: Transactions<Index>;
  readonly #around: Around;
  /** The import that goes on. */
  #current: { transfer: string; memory: HistoryMemory<Index> } | null = null;

  constructor(work: Transactions<Index>, around: Around) {
    this.#work = work;
    this.#around = around;
  }

  /** Call inside the queue. Rejects with `HistoryBroken` when the piece is not the next one; then the import begins again. */
  async take({ transfer, at, isLast, messages }: HistoryPart): Promise<HistoryCounts> {
    const { engine, now } = this.#work.options;
    if (at === 0) {
      const memory = new HistoryMemory(engine, now(), this.#work.memoryLasts);
      this.#current = { transfer, memory };
    }
    const memory = this.#current?.transfer === transfer ? this.#current.memory : null;
    if (!memory) throw new HistoryBroken('another import was begun');
    try {
      const [counts, { notices }] = await this.#record(memory, at, messages);
      this.#around.tell({ verdicts: [], notices });
      if (isLast) await this.#end(memory.hasTouchedRecent);
      return counts;
    } catch (error) {
      this.#current = null;
      throw error;
    }
  }

  #record(memory: HistoryMemory<Index>, at: number, messages: readonly HistoryMessage[]) {
    const { options, settings } = this.#work;
    return this.#work.transact(
      withChanges((recording: Recording<Index>) => {
        memory.begin(at);
        const from = keptFrom(recording, settings.retentionDays);
        return recordHistory({ recording, db: options.db, memory, keptFrom: from }, messages);
      }, isStatedByPage),
    );
  }

  /** `isRecent`: the tally's own memory was told of messages, of which some are older than it lasts. */
  async #end(isRecent: boolean): Promise<void> {
    this.#current = null;
    await this.#around.keepCopy().catch(() => undefined);
    if (!isRecent) return;
    // The next day would do the same.
    await this.#work.forgetOld().catch(() => undefined);
  }
}

/** No page shows a version that only files told. */
function isStatedByPage(notice: NoticeRow | undefined): boolean {
  return notice?.members.some(({ key }) => !isHistoryKey(key)) ?? true;
}
