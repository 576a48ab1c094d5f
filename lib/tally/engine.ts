import type { DemandObject } from '../detect/demand-object.ts';
import type { KnownPicture } from '../detect/picture-memory.ts';
import type { DemandKind, JudgeOptions, Message, Verdict } from '../detect/types.ts';

/** As much of a judged message as the index needs to remember it again. */
export type Memo = { message: Message; verdict: Verdict };

/**
 * What the tally needs of the judge; the background hands it in.
 * All functions are synchronous, so that judging and recording fit into one database transaction.
 */
export type Engine<Index> = {
  /**
   * Says what a message is; changes nothing. A message without a like founds the version `message.key`. Throws, as
   * `remember` and `expire` do before they change anything, where the index lacks words (see `wordsLackedBy`).
   */
  judge(index: Index, message: Message, options: JudgeOptions): Verdict;
  /** What a message asks for by name, given what kinds of work it asks for. Slower than judging: only for first messages. */
  objectsOf(message: Message, demands: readonly DemandKind[]): DemandObject[];
  /** The number by which the words of a message can be proved (docs/export.md); null where it has none. Only for first messages. */
  evidenceNumber(message: Message): string | null;
  createIndex(): Index;
  /** Puts a judged message into the index. Returns what does the same when told again; null when nothing was to be kept. */
  remember(index: Index, message: Message, verdict: Verdict): Memo | null;
  /**
   * Of which messages a message tells, before it is remembered, whether what was attached to them is what was attached
   * to the notice that they repeat.
   */
  settled(index: Index, message: Message): { id: string; sameAttachments: boolean }[];
  /** The verdict of such a message by now; the same object when nothing changes. */
  withAttachments(verdict: Verdict, isSame: boolean): Verdict;
  /** What a message's look adds to its verdict, once it is known; the same object when that is nothing. */
  withLook(index: Index, message: Message, verdict: Verdict): Verdict;
  /** Keeps what the picture of a remembered message looks like. Returns what does the same by `keepLook`; null when that was known. */
  noteLook(index: Index, message: Message): KnownPicture | null;
  keepLook(index: Index, picture: KnownPicture): void;
  /** Takes a version out, and whatever else is kept under this name. */
  forget(index: Index, name: string): void;
  /** Lets go of the texts of notices older than a Unix time in ms. */
  expire(index: Index, beforeMs: number): void;
  /** The index as data that can be cloned structurally, without the pages of words that are full. */
  snapshotOf(index: Index): unknown;
  /** The index again, without any full page of words. Throws when the snapshot is damaged or of another make. */
  restoreIndex(snapshot: unknown): Index;
  /** Full pages of words from the one of this number on. A full page never changes, but `expire` makes all anew. */
  wordsFrom(index: Index, first: number): unknown[];
  /** Numbers of the full pages that the index lacks. */
  lackedWords(index: Index): number[];
  /** The number of the page that a call lacked, by what it threw; null where that was something else. */
  wordsLackedBy(error: unknown): number | null;
  /** Gives the index a page that it lacks. Throws when it is damaged or another. */
  putWords(index: Index, page: number, words: unknown): void;
  /** 53 bits of a text as 14 hexadecimal digits. */
  hash(text: string): string;
  /** Same content, same key. */
  contentKey(message: Message): string;
};
