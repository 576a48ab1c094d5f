import type { Message } from '../detect/types';
import type { Feed, FeedListener } from './feed';
import type { Sketch } from './page-sketch';

/** The chat that the page shows now. */
export type OpenChat = {
  /** The page's own id of the chat; good for this session only. */
  sessionId: string;
  /** Display name; the chat's durable identity. "" while the page does not know it yet. */
  name: string;
  isGroup: boolean;
};

/** What one row of the page says, before it is known when and where it was said. */
export type ReadMessage = Pick<
  Message,
  'own' | 'sender' | 'kind' | 'text' | 'file' | 'link' | 'image' | 'mentionsMe' | 'oversize'
> & {
  /** The server's id; null while an own message is still being sent. */
  id: string | null;
  /** "H:mm" shown in this very row, or null. */
  clock: string | null;
  /** Unix ms, where the row tells day and time. */
  time?: number;
  /**
   * Where the page has no ids: what else the row shows of its message that reads the same tomorrow (sender, hour).
   * With the chat and the content it makes the key. Absent: the message cannot be known again, and is not counted.
   */
  knownBy?: string;
};

/** A message as the page world tells it: with its chat and its true time (Unix ms). */
export type FeedMessage = ReadMessage & {
  id: string;
  chat: OpenChat;
  time: number;
  /** The signed-in user's name in this chat, "" when it is the usual one. */
  ownName: string;
};

/**
 * Where our own elements go in a row: `hide` are the pieces that a fold hides, `host` takes the bar as its last
 * child, `aside` the chip, which lies over its upper right corner and adds no height.
 */
export type RowParts = { host: HTMLElement; hide: HTMLElement[]; aside: HTMLElement };

/**
 * One chat client. A plain object without state that only reads the page.
 * A module of this kind touches no DOM when it is imported: it is also imported at build time.
 */
export type Site = {
  /** Name of the file, of the fixtures' folder and of the tally's column. */
  id: string;
  /** Match patterns of the content script; none for a client that is installed on any host. */
  matches: readonly string[];
  /** For a client that is installed on any host: the page is one of it, by its own marks. */
  isHere?(document: Document): boolean;
  /** The page remembers row heights: a fold needs the page-world feed, else rows are only marked. */
  rememberedHeights: boolean;
  /** A long-lived ancestor of the transcript and of the chat's title: what the observer watches. */
  stage(document: Document): Element | null;
  /** Shadow trees in which rows lie: what changes there the stage does not show. */
  shadowRoots?(document: Document): ShadowRoot[];
  /** The style sheet of what we add, for those trees: the page's own does not reach into them. */
  shadowStyle?: string;
  /** Attributes whose change means that a row or the title must be read again; where links lead is watched everywhere. */
  watchedAttributes: readonly string[];
  /** The open chat, or null when none is open. */
  openChat(document: Document): OpenChat | null;
  /** The element that scrolls the transcript. */
  scroller(document: Document): HTMLElement | null;
  /** Every mounted message row of the open chat, in order; never a measuring copy. */
  rows(document: Document): HTMLElement[];
  /** The row that this node is or lies in, or null. */
  rowOf(node: Node): HTMLElement | null;
  /** Reads a row. Null: not a message (a system line). Throws on markup it does not know. */
  read(row: HTMLElement): ReadMessage | null;
  /** The picture that a row shows when its message is one. */
  picture?(row: HTMLElement): HTMLImageElement | null;
  /**
   * A hash of what is told of a message without an id: what it says, and `knownBy`. Comes with every adapter: see
   * `offerSites`.
   */
  likenessOf?(chat: string, message: ReadMessage): string;
  /** What a picture looks like (see `Message.image`); null where it cannot be told. Comes with every adapter, too. */
  lookOf?(picture: HTMLImageElement): string | null;
  /** The structure of a page. Comes with every adapter, too. */
  sketch?(root: Element): Sketch;
  /** "9:02" on the page → Unix ms: the last time that the clock showed it; null when it is no time. Comes with every adapter, too. */
  timeOfClock?(clock: string, now: number): number | null;
  /** A transcript plainly holds messages, whatever its markup. Comes with every adapter, too. */
  holdsMuchText?(transcript: Element): boolean;
  /** The row says that its message was taken back. */
  isRecalled(row: HTMLElement): boolean;
  /** The id of a message that was taken back, where its row still tells it: the row may be another element than before. Never throws. */
  recalledId?(row: HTMLElement): string | null;
  /** Where a fold goes; null when the row cannot be folded. */
  parts(row: HTMLElement): RowParts | null;
  /** Names of the signed-in user that the page shows. */
  ownNames(document: Document): string[];
  /** Opens the feed of a page whose own records are read: it tells messages of every chat, also of those that are not open. */
  openFeed?(listener: FeedListener, signal: AbortSignal): Feed;
};
