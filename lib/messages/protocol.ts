import type { Change, Message, Verdict } from '../detect/types';
import type { Sketch } from '../sites/page-sketch';

/** A message on its way to the judge. */
export type ObservedMessage = Message & {
  /** Hash of what the page shows of it (see sites/content-hash). */
  hash: string;
  /** `feed`: told by the page world, not yet seen in the DOM. A DOM reading replaces a feed reading, never the other way. */
  via: 'page' | 'feed';
  /** Posted in a chat of two people: no group. */
  isPrivate?: true;
};

/** Where and when one copy was posted. */
export type Sighting = { key: string; site: string; chat: string; sender: string; time: number };

/** The copy that the reader has had before their eyes; it stays open. */
export type Claim = Sighting & { hash: string; partial: boolean };

/** What is known of a version of a notice as a whole. Changes over time; a page ignores a lower `rev`. */
export type NoticeState = {
  /** Version id: `Verdict.notice`. */
  notice: string;
  rev: number;
  title: string;
  claims: Claim[];
  /** Every copy, oldest first, at most 60; `chats` counts all distinct chats. */
  copies: Sighting[];
  chats: number;
  /** The newest revision of this version, if any. */
  supersededBy: (Sighting & { notice: string; changed: Change[] }) | null;
};

/** A message with its verdict. `hash` says which content was judged. A page ignores a lower `rev`. */
export type JudgedMessage = {
  key: string;
  hash: string;
  rev: number;
  verdict: Verdict;
  /** The user ticked the demand off. */
  done: boolean;
};

/** Everything a page has to tell, in one call; every part is idempotent, so a report may be sent again. */
export type Report = {
  messages: ObservedMessage[];
  /** Copies that were shown open while nobody had claimed their notice. */
  claims: { key: string; hash: string }[];
  /** Keys of messages that were taken back. */
  recalls: string[];
  /** Keys of messages that were folded in the page for the first time. */
  folded: string[];
};

/** Verdicts and notice states that are new or changed. */
export type Answer = { verdicts: JudgedMessage[]; notices: NoticeState[] };

export type EraseRequest =
  | { what: 'everything' }
  | { what: 'days'; from: string; to: string }
  | { what: 'chat'; site: string; chat: string };

/** What the user notes of a group. `disposal`: 保留, 整合, 解散, 规范, or not decided. */
export type GroupNotes = {
  site: string;
  chat: string;
  purpose: string;
  owner: string;
  unit: string;
  note: string;
  disposal: 'keep' | 'merge' | 'dissolve' | 'regulate' | null;
};

/** A part of a backup's text: browsers bound the length of a call. `transfer`: made anew for each backup; `at`: from 0. */
export type BackupPiece = { transfer: string; at: number; isLast: boolean; text: string };

export type ImportResult = { messages: number; added: number; known: number };

/** A message of a history. `nth`: how many alike its file told before it, at the same time; `from`: which file told it. */
export type HistoryMessage = Omit<Message, 'key'> & {
  nth: number;
  from: number;
  /** Of a chat of two people. */
  isPrivate?: true;
};

/**
 * A part of a history: all that there is of some days, in order of time. `transfer`: made anew for each import; `at`: from
 * 0. What many messages have in common stands there once, and messages name it by its place.
 */
export type HistoryPiece = {
  transfer: string;
  at: number;
  isLast: boolean;
  chats: { site: string; chat: string; isPrivate: boolean }[];
  senders: string[];
  messages: (Omit<HistoryMessage, 'site' | 'chat' | 'sender' | 'isPrivate'> & {
    /** Places in `chats` and `senders`. */
    inChat: number;
    by: number;
  })[];
};

/**
 * What became of the messages of a piece. `known`: imported before, or twice in these files; `onPage`: read live as well;
 * `closed`: of days of which only sums are left, so they cannot be counted.
 */
export type HistoryCounts = { added: number; known: number; onPage: number; closed: number };

/** Content script → background. */
export type ChatCalls = {
  report(report: Report): Answer;
  setDone(request: { key: string; done: boolean }): Answer;
  /** `not-copy`: never treat this content as a copy. `always-fold`: fold this content from now on. `forget`: take either back. */
  teach(request: { key: string; lesson: 'not-copy' | 'always-fold' | 'forget' }): Answer;
  /** This tab's page is no longer understood, or is again: the badge of the tab says so. */
  lost(request: { isLost: boolean }): null;
};

/** Extension pages → background; refused when the sender is a web page. */
export type PageCalls = {
  /** Takes a backup piece by piece, one after the other. With the last piece it is read in; null before. */
  importBackup(request: BackupPiece): ImportResult | null;
  /** Adds a piece of a history, one after the other. A failure leaves the pieces before it counted; begin again then. */
  importHistory(request: HistoryPiece): HistoryCounts;
  erase(request: EraseRequest): null;
  /** Writes down what the user notes of groups in the check-up: of all of them or, when it fails, of none. */
  setGroups(request: GroupNotes[]): null;
  /** Looks whether the tally was lost, restores its sums if so, and keeps a second copy when one is due. */
  lookAfter(request: null): null;
  /** Brings back days from the second copy into a tally that has begun anew. False when no copy can be read. */
  restore(request: null): boolean;
  /** Gives up a database that does not open. Its details are lost; the sums come back from the second copy. */
  rebuild(request: null): null;
};

/**
 * What of its page an adapter no longer understands.
 * `rows`: most are in a markup that it does not know. `transcript`: a chat is open, its transcript is not found.
 * `chat`: rows are read, the open chat is not found. `messages`: the transcript holds much text, and no row is found.
 * `texts`, `senders`: found empty in most rows. `ids`: rows share them. `page`: a row holds other rows.
 * `other-copy`: another installation of this extension is at work in the page, and this one stands back.
 */
export type LostReason =
  | 'rows'
  | 'transcript'
  | 'chat'
  | 'messages'
  | 'texts'
  | 'senders'
  | 'ids'
  | 'page'
  | 'other-copy';

/** State of the page's adapter, for the popup. Holds no chat text. */
export type Health = {
  site: string;
  chat: string | null;
  /** `off`: the office has switched this site off. */
  status: 'ok' | 'waiting' | 'stopped' | 'off';
  /** Why it is stopped; null while it is not. */
  reason: LostReason | null;
  /** Messages read since the page was opened. */
  read: number;
  errors: number;
  feed: boolean;
  /** The page keeps row heights that nobody here may correct: rows are marked, never folded. */
  marksOnly: boolean;
  folded: number;
  lastMessageAt: number | null;
};

/** Background or popup → content script. */
export type TabCalls = {
  changed(answer: Answer): null;
  toggleFolds(request: null): null;
  /** The tally was lost: everything that the page holds is to be told again. */
  retell(request: null): null;
  health(request: null): Health;
  /** The user took these addresses back, as match patterns: a page of one of them is left as the site made it. */
  leave(origins: string[]): null;
  /** The structure of the page, for a report that the user asks for; null where there is none. */
  sketch(request: null): Sketch | null;
};
