import type { Settings } from '../default-settings.ts';
import type { Answer } from '../messages/protocol.ts';
import type { Snapshots } from './aggregates.ts';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';
import type { Day } from './rows.ts';
import type { Trouble } from './trouble.ts';

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
  /** Told when the tally could be read and nothing was to be written: whether it could have been is not known. */
  onRead?: () => void;
  /** Told when a tally that had been written in was found empty; after what could be restored was. */
  onLost?: () => void;
  /** Told when details before this day had to go because the disk was full. */
  onFreed?: (before: Day) => void;
};
