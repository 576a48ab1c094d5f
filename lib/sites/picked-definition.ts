/**
 * How a chat page that no adapter knows is read: plain data that a user made by pointing, that can be handed on as a
 * file, and that holds no code and no selector. `checkDefinition` says what is allowed.
 */
export type PickedDefinition = {
  format: typeof FORMAT;
  version: 1;
  /** "picked-" and some letters: the tally's column. */
  id: string;
  /** What the user sees. */
  name: string;
  /** Hosts (with a port where there is one) on which it may be used. */
  hosts: string[];
  /** From the document to the element whose rows are messages. */
  transcript: Place;
  /** From the document to the name of the open chat; absent where the page shows none. */
  title?: Place;
  kinds: RowKind[];
  /** Rows with one of these are lines that nobody said, though they are built like messages. */
  system?: Mark[];
  /** The attribute that holds a message's id of the server's; absent where there is none that can be relied on. */
  messageId?: Part & { attribute: string };
  /** What tells messages apart where there is no id: what every row shows, and shows the same tomorrow. */
  knownBy: { sender: boolean; clock: boolean };
  /**
   * The level below the transcript (0: its children) at which the newest stands first in the tree and is drawn lowest.
   * Absent where the tree is in the order in which one reads.
   */
  upwards?: number;
  /** Of a run of messages by one person the last bears the name, not the first. */
  namesBelow?: true;
  /** The page remembers row heights: its rows are marked, never folded. */
  rememberedHeights: boolean;
};

/** One way in which messages are built. A row is of the first kind whose text is there. */
export type RowKind = {
  /** From the transcript down to the row, one step for each level; every element that fits is a row. */
  row: Place;
  text: Part;
  sender?: Part;
  time?: Part;
  avatar?: Part;
  /** What is answered, shown among the words: none of them. */
  answered?: Part;
  own?: OwnMark;
};

/** Steps from one element down to another. */
export type Place = Step[];

/** One element among the children of the one before, or, with `far`, among all that lie below. */
export type Step = {
  tag: string;
  /** Attributes with their values; null where the attribute need only be there. */
  attributes?: Record<string, string | null>;
  classes?: string[];
  /** Which of those that fit, from 1; from the end when negative. The first unless given. */
  nth?: number;
  far?: true;
};

/** A part of a message: `up` levels above the row, then down. Its words, or those of an attribute. */
export type Part = { up?: number; place: Place; attribute?: string };

/** An element of a row, or around it, bears an attribute with this value (null: with any) or a class. */
export type Mark =
  | (Part & { attribute: string; value: string | null })
  | (Part & { className: string });

/** How the user's own messages are known: all of a kind, by the side on which they stand, or by a mark in the page. */
export type OwnMark = 'always' | 'side' | Mark;

export const FORMAT = 'fingerlight-site';
