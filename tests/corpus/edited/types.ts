import type { FactKind, Message, Relation } from '../../../lib/detect/types.ts';

/** What a forwarder did to a text without changing what it says. */
export type EditName =
  | 'forward-tag'
  | 'at-all'
  | 'greeting'
  | 'signature'
  | 'whitespace'
  | 'width'
  | 'punctuation'
  | 'traditional'
  | 'emoji'
  | 'quotation'
  | 'truncation'
  | 'synonyms'
  | 'merged'
  | 'lead-in';

/** What a careful reader would say of one message of the stream. */
export type EditedTruth = {
  /** `merged`: one message that holds two notices, at least one of them known. */
  relation: Relation | 'merged';
  /** Id of the notice's family: a notice, its copies and its revisions. "" for chatter. */
  group: string;
  /** Id of the version within the family: only messages of one version are copies of each other. */
  version: string;
  edits: EditName[];
  /** What a revision changed against the version before it. */
  change: FactKind | null;
  /** The second notice of a merged message, and whether the reader has met it before. */
  second?: { group: string; version: string; known: boolean };
};

/** One thing a notice states. */
export type Fact = {
  /** Name of the place in the frame; the same name twice is the same fact said twice. */
  slot: string;
  kind: FactKind;
  /** The fact itself, whatever its spelling: two facts differ when this differs. */
  value: string;
  text: string;
  /** From this time on the words would mean another day. */
  until: number;
  /** Draws another value for the same slot, spelt in the same manner. */
  redraw: (now: number) => Fact;
};

/** A part of a notice: plain words or a fact. */
export type Piece = string | Fact;

/** What is posted. */
export type Content =
  | { kind: 'text'; pieces: Piece[] }
  | { kind: 'file'; name: string; size: number }
  | { kind: 'link'; url: string; title: string };

/** Where a notice of some kind is held and whom it speaks to. */
export type Theme =
  | 'village'
  | 'street'
  | 'school'
  | 'clinic'
  | 'firm'
  | 'party'
  | 'department'
  | 'student';

/** A hand-written notice with open places; the notation is described in `template.ts`. */
export type Frame = { id: string; theme: Theme; titles: readonly string[]; text: string };

export type StreamEntry = { message: Message; truth: EditedTruth };
