import type { HistoryFormat, HistoryProblem, Skipped } from '../../lib/import/histories/history';
import type { TableChoice, TableLook } from '../../lib/import/histories/table';
import type { HistoryCounts } from '../../lib/messages/protocol';
import type { Reading } from '../merge/FileDrop';

export type FoundFile = {
  path: string;
  format: HistoryFormat;
  messages: number;
};

/** A chat of the files. `first` and `last`: days; "" where it has no message. */
export type FoundChat = {
  name: string;
  site: string;
  messages: number;
  first: string;
  last: string;
};

/** What files hold, before it is counted. */
export type FoundView = {
  files: readonly FoundFile[];
  chats: readonly FoundChat[];
  /** Messages that would be counted now. */
  messages: number;
  first: string;
  last: string;
  skipped: Skipped;
  /** Names that wrote most, where files do not say which messages are the user's; else null. */
  writers: readonly string[] | null;
  ownNames: readonly string[];
  /** Names that the tally has for chats. */
  knownChats: readonly string[];
};

export type FoundTable = { path: string; look: TableLook; choice: TableChoice };

export type BrokenHistory = { name: string; problem: HistoryProblem; line: number | null };

/** What an import came to. `skipped`: in the files, before anything was handed over. */
export type HistoryOutcome =
  | { kind: 'done' | 'stopped'; counts: HistoryCounts; skipped: Skipped }
  | { kind: 'reading-stopped' }
  | { kind: 'failed'; reason: string };

export type HistoriesProps = {
  /** Bytes while files are read. */
  reading: Reading | null;
  /** Messages while they are counted. */
  importing: Reading | null;
  found: FoundView | null;
  tables: readonly FoundTable[];
  broken: readonly BrokenHistory[];
  outcome: HistoryOutcome | null;
  onFiles(files: readonly File[]): void;
  onStop(): void;
  onImport(): void;
  onClear(): void;
  onFormat(path: string, format: HistoryFormat): void;
  onTable(path: string, choice: TableChoice): void;
  onChat(at: number, change: { name?: string; site?: string }): void;
  onOwnNames(names: string[]): void;
};
