import type {
  Answer,
  ChatCalls,
  EraseRequest,
  GroupNotes,
  HistoryCounts,
  ImportResult,
  Report,
} from '../messages/protocol.ts';
import type { Restored } from './aggregates.ts';
import { answerFor } from './answer.ts';
import type { Backup } from './backup.ts';
import type { HistoryPart } from './history-import.ts';
import { recordLesson } from './record-lesson.ts';
import { recordReport } from './record-report.ts';
import { Writer } from './record-writer.ts';
import type { RecorderOptions, RecorderSettings } from './recorder-options.ts';
import type { Recording } from './recording.ts';

/** The only writer of the tally. Every call waits for the one before, and answers after its transaction is complete. */
export type Recorder = {
  /** Judges and records what a page reported, in one transaction. Rejects with nothing recorded. `tab`: who reported. */
  report(report: Report, tab?: number): Promise<Answer>;
  setDone(request: Parameters<ChatCalls['setDone']>[0], tab?: number): Promise<Answer>;
  teach(request: Parameters<ChatCalls['teach']>[0], tab?: number): Promise<Answer>;
  erase(request: EraseRequest): Promise<null>;
  /** Adds a checked backup (see import/backup) without counting anything twice. */
  importBackup(backup: Backup): Promise<ImportResult>;
  /** Adds a piece of a checked history (see import/histories) without counting anything twice. Rejects with nothing of it recorded. */
  importHistory(piece: HistoryPart): Promise<HistoryCounts>;
  /** Writes down what the user notes of groups, in one transaction. */
  setGroups(notes: readonly GroupNotes[]): Promise<null>;
  /** Judges from now on by these settings. Takes effect at once. */
  setSettings(settings: RecorderSettings): void;
  /** Looks whether the tally was lost, and restores the sums of its days if so. Every other call does that too. */
  check(): Promise<void>;
  /** Brings back days from the second copy into a tally that is not empty. Null when there is none. */
  restore(): Promise<Restored | null>;
  /** Keeps a second copy of the sums. Rejects when it cannot be kept. */
  takeSnapshot(): Promise<void>;
  /** Pares the details of messages older than the settings allow. */
  pare(): Promise<void>;
};

/** Opens the tally for writing. Rejects when the database cannot be opened; nothing is ever wiped for that. */
export async function openRecorder<Index>(options: RecorderOptions<Index>): Promise<Recorder> {
  const writer = await Writer.open(options);
  return {
    report: (report, tab) => writer.report((recording) => recordReport(recording, report), tab),
    setDone: (request, tab) => writer.decide((recording) => recordDone(recording, request), tab),
    teach: (request, tab) =>
      writer.decide((recording) => recordLesson(recording, options.db, request), tab),
    erase: (request) => writer.erase(request),
    importBackup: (backup) => writer.importBackup(backup),
    importHistory: (part) => writer.importHistory(part),
    setGroups: (notes) => writer.setGroups(notes),
    setSettings: (settings) => writer.setSettings(settings),
    check: () => writer.check(),
    restore: () => writer.restore(),
    takeSnapshot: () => writer.takeSnapshot(),
    pare: () => writer.pare(),
  };
}

async function recordDone<Index>(
  { ledger }: Recording<Index>,
  { key, done }: Parameters<ChatCalls['setDone']>[0],
): Promise<Answer> {
  await ledger.loadMessages([key]);
  if (ledger.message(key)?.done === !done) {
    const row = ledger.editMessage(key);
    if (row) row.done = done;
  }
  return answerFor(ledger, [key], []);
}
