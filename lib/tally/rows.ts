import type { DemandObject } from '../detect/demand-object.ts';
import type { KnownPicture } from '../detect/picture-memory.ts';
import type { Change, DemandKind, Message, MessageKind, Verdict } from '../detect/types.ts';
import type { Claim, Sighting } from '../messages/protocol.ts';

/**
 * A day "YYYY-MM-DD" by the local time of the browser and the start of the day (see local-day.ts) when the message was
 * recorded. It is never computed again.
 */
export type Day = string;

/** What is kept of one message, by key. The key outlives the details, so that nothing is ever counted twice. */
export type MessageRow = {
  key: string;
  site: string;
  chat: string;
  /** "" while unknown and after paring. */
  sender: string;
  own: boolean;
  /** Unix ms, as first told; a later reading never changes it. */
  time: number;
  day: Day;
  /** Posted before or after office hours by the local clock. Kept, because a change of time zone must not move counts. */
  late: boolean;
  /** Hour of the local clock, 0 to 23, kept as `late` is; absent on rows of the first schema, which did not keep it. */
  hour?: number;
  kind: MessageKind;
  /** Hash of the content that was judged. */
  hash: string;
  via: 'page' | 'feed';
  /** The engine's key of the content: same content, same key. */
  contentKey: string;
  /** Characters of text without white space; 0 for anything but text. */
  chars: number;
  /** First characters of the text, as many as the settings allow. "" after paring. */
  excerpt: string;
  verdict: Verdict;
  /** The judge's own verdict, where the user taught another. */
  untaught?: Verdict;
  rev: number;
  done: boolean;
  recalled: boolean;
  /** The day on which the page folded it first. */
  foldedDay: Day | null;
  /** Equals `day` while details are kept; absent after paring. */
  detailDay?: Day;
};

/** One message that states a version: as much as counting needs. */
export type Member = {
  key: string;
  site: string;
  chat: string;
  sender: string;
  own: boolean;
  time: number;
  day: Day;
  chars: number;
  /** A file, link or image. */
  media: boolean;
  /** A picture by itself: no notice, though its copies cost a glance. */
  picture?: boolean;
  demands: DemandKind[];
  recalled: boolean;
};

/** A revision of this version, seen at its earliest copy that was not taken back. */
export type Superseding = Sighting & { notice: string; changed: Change[] };

/** The evidence number of a version: SHA-256 of the words of the message `key`, which founded it (docs/export.md). */
export type Evidence = { key: string; number: string };

/** One version of a notice. */
export type NoticeRow = {
  /** Version id. */
  notice: string;
  rev: number;
  title: string;
  /** Every message that states this version, by (time, key). */
  members: Member[];
  claims: Claim[];
  /** The version that this one changes, and how. */
  revises: string | null;
  changed: Change[];
  /** Demands that earlier versions of the chain had asked when this one was recorded. */
  askedBefore: DemandKind[];
  /** Every revision of this version. */
  revisedBy: Superseding[];
  /**
   * What it asks for, as its first message named it; absent where it names nothing, and on rows of the first schema.
   * After paring the names are "", while the ids stay.
   */
  asks?: DemandObject[];
  /** Absent where no number could be made, after paring, and on rows from before there were such numbers. */
  evidence?: Evidence;
  /** Day of the newest member of a version that is stated in several chats; absent on all others. */
  spreadDay?: Day;
  /** Day of the newest member while details are kept; absent after paring. */
  detailDay?: Day;
};

/**
 * "day|id|period|notice" of one thing that a notice asks for, by the day on which another than the user asked first:
 * keys alone are read a hundred times as fast as rows. Follows from the notices.
 */
export type AskRow = { entry: string };

/** Names of the plain counts, each additive over days and chats. */
export const COUNT_NAMES = [
  'messages',
  'own',
  'late',
  'notices',
  'revisions',
  'copies',
  'copyChars',
  'copyMedia',
  'replies',
  'folded',
  'foldedChars',
  'foldedMedia',
] as const;

/**
 * What is counted. `messages` are all, `own` the user's among them, `late` those of others outside office hours;
 * `notices` are versions, counted where their first is; `copyMedia` are copied files, links and images;
 * `folded…` is what the page folded on this day.
 */
export type Counts = Record<(typeof COUNT_NAMES)[number], number> & {
  demands: Partial<Record<DemandKind, number>>;
  /** Messages of others by the hour of the local clock, 0 to 23; hours without any are left out. */
  hours: Partial<Record<number, number>>;
};

/** The sums of one chat on one day. `id` is `day|site|chat`. */
export type DayRow = Counts & { id: string; day: Day; site: string; chat: string };

/** What the user taught about one content. */
export type ExceptionRow = {
  contentKey: string;
  lesson: 'not-copy' | 'always-fold';
  /** Unix ms. */
  time: number;
};

/** A chat of two people, `site|chat`: no group, so it is in no check-up and is never handed over. */
export type PrivateChatRow = { id: string };

/** What is to become of a group: 保留, 整合, 解散, 规范. */
export type Disposal = 'keep' | 'merge' | 'dissolve' | 'regulate';

/** What the user notes of a group in the check-up. `id` is `site|chat`. */
export type GroupRow = {
  id: string;
  site: string;
  chat: string;
  purpose: string;
  /** Who runs it. */
  owner: string;
  unit: string;
  note: string;
  disposal: Disposal | null;
};

/**
 * A day whose sums came back from a snapshot, without the keys of its messages. Its sums stay as they are, and messages
 * of it that are told again are judged but counted nowhere: nobody can say whether they are in the sums already.
 */
export type ClosedRow = {
  day: Day;
  /** Unix ms of the restoring. */
  since: number;
};

/** `rev`: the last revision number given out. */
export type MetaRow = { name: 'rev'; value: number };

/** One change of the index, in the order made. */
export type LogEntry =
  | { op: 'remember'; message: Message; verdict: Verdict }
  | { op: 'look'; picture: KnownPicture }
  | { op: 'forget'; notice: string };

/** The changes that one transaction made to the index. `until`: time of the newest message in it, Unix ms. */
export type LogRow = { id: number; until: number; entries: LogEntry[] };

/** The index as it was after the log row `upTo`, without the pages of words that were full. */
export type SnapshotRow = {
  id: 'index';
  /** The version of the extension that wrote it; no other reads it. */
  version: string;
  upTo: number;
  /** About how many notices it holds. */
  notices: number;
  snapshot: unknown;
};

/** A full page of words of the index, by its number; read when the judge asks for it. */
export type WordsRow = { page: number; words: unknown };
