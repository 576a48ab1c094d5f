import type { DemandObject } from '../detect/demand-object.ts';
import type { JudgeOptions } from '../detect/types.ts';
import type { Engine } from './engine.ts';
import type { HistoryPacks } from './history-packs.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { Ledger } from './ledger.ts';
import type { Evidence } from './rows.ts';

/** What one transaction works with. */
export type Recording<Index> = {
  ledger: Ledger;
  keeper: IndexKeeper<Index>;
  engine: Engine<Index>;
  options: JudgeOptions;
  /** Characters of text kept with a message. */
  excerptLength: number;
  neverFoldSenders: readonly string[];
  /** Told when the judge fails on a message; the error may hold its text. */
  onFailure: (error: unknown) => void;
  /** Messages came from histories, so one that a page tells may be counted already. */
  hasHistories: boolean;
  /** What is kept of histories; its changes are written with everything else. */
  packs: HistoryPacks;
  /** What the messages of this report told of the attachments of others. */
  settled: Map<string, boolean>;
  /** Messages of which that changed the verdict. */
  amended: string[];
  /** What the versions that this transaction may found ask for, by their ids. */
  asks: Map<string, DemandObject[]>;
  /** The evidence numbers of the messages that found them, by the same ids. */
  evidence: Map<string, Evidence>;
  /** Unix ms. */
  now: number;
  /** Hour at which a day starts. */
  dayStartHour: number;
};
