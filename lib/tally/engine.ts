import type { JudgeOptions, Message, Verdict } from '../detect/types';

/**
 * What the tally needs of the judge; the background hands it in.
 * All functions are synchronous, so that judging and recording fit into one database transaction.
 */
export type Engine<Index> = {
  /** Says what a message is; changes nothing. A message without a like founds the version `message.key`. */
  judge(index: Index, message: Message, options: JudgeOptions): Verdict;
  createIndex(): Index;
  /** Puts a judged message into the index. */
  remember(index: Index, message: Message, verdict: Verdict): void;
  /** Takes a version out. */
  forget(index: Index, noticeId: string): void;
  /** Lets go of the texts of notices older than a Unix time in ms. */
  expire(index: Index, beforeMs: number): void;
  /** The index as data that can be cloned structurally. */
  snapshotOf(index: Index): unknown;
  /** The index again. Throws when the snapshot is damaged or of another make. */
  restoreIndex(snapshot: unknown): Index;
  /** Same content, same key. */
  contentKey(message: Message): string;
};
