/** What a test may put into the simulated page. Names here are display names; session ids are the page's own affair. */

export type SimulatedChat = {
  name: string;
  /** Default true. */
  group?: boolean;
  /** Display names of the members. Without them the title shows no "(N)". */
  members?: readonly string[];
  muted?: boolean;
  /** Pinned to the top of the list. */
  top?: boolean;
};

export type SimulatedKind =
  | 'text'
  | 'image'
  | 'voice'
  | 'video'
  | 'location'
  | 'file'
  | 'link'
  | 'card'
  | 'red-packet'
  | 'sticker'
  | 'system'
  | 'unsupported';

export type Picture = {
  /** Pixels, default 200 × 150. */
  width?: number;
  height?: number;
  /** Milliseconds until the server answers; default 0. */
  delay?: number;
  /** Pictures of the same seed look the same. */
  seed?: string;
  /** A sheet of paper with these lines, as a PNG; the same lines are the same bytes. */
  sheet?: readonly string[];
  /** The server tells the page the MD5 of the bytes, as it does in life. Default true for a sheet. */
  md5?: boolean;
};

/** What the server says of a picture's bytes. */
export type PictureFile = { length: number; md5: string };

export type SimulatedMessage = {
  chat: string;
  /** Server id of 19 digits; made up when left out. */
  id?: string;
  /** Sender's display name; left out for own messages and system lines. */
  from?: string;
  own?: boolean;
  /** Unix time in milliseconds; default: now. */
  time?: number;
  /** Default "text". */
  kind?: SimulatedKind;
  /** Text, lines separated by "\n"; caption of a location, name on a name card, words of a system line. */
  text?: string;
  /** Puts the quote block of a reply before the text. */
  quote?: { from: string; text: string };
  /** `size` in bytes. */
  file?: { name: string; size: number };
  link?: { url: string; title: string; description?: string };
  picture?: Picture;
  /** Made by the server from `picture`. */
  pictureFile?: PictureFile;
  /** Voice length in seconds. */
  seconds?: number;
};

/** How the page behaves. */
export type PageOptions = {
  /** Name of the signed-in user. */
  me?: string;
  dark?: boolean;
  /** Chat to open at start. */
  open?: string;
  chats?: readonly SimulatedChat[];
  messages?: readonly SimulatedMessage[];
  /** Milliseconds until a sender's name is known; "manual": not before fillNames. Default 0: known at once. */
  nameDelay?: number | 'manual';
  /** Milliseconds that the old chat's rows stay under the new title; the page in life needs 9 to 61. Default 30. */
  switchDelay?: number;
  /** Milliseconds until an own message gets its server id. Default 50. */
  sendDelay?: number;
  /** Milliseconds of main-thread work burnt for every message; the page in life needs 6.5. Default 0. */
  cost?: number;
  /** Milliseconds between the page's load and the start of its application. Default 0. */
  bootDelay?: number;
  /** Leave the browser's scroll anchoring on. In life it does not help: folding a row above moves the reader. Default false. */
  anchoring?: boolean;
  /** Show "以下是新消息" where a chat has unread messages when it is opened. Default true. */
  unreadLine?: boolean;
};

export type SimulatorState = {
  chat: string | null;
  /** Messages of the open chat, system lines included. */
  messages: number;
  /** Ids of the mounted rows in order; "" for a system line. */
  mounted: string[];
  scroll: { top: number; height: number; visible: number };
  /** Heights of the two placeholder elements. */
  topPlaceholder: number;
  bottomPlaceholder: number;
  /** Sum of the remembered heights of the open chat. */
  rememberedHeight: number;
  /** Row elements ever made for the transcript, and measuring copies ever made. */
  rowsMade: number;
  copiesMade: number;
};

export type TabName = 'chat' | 'read' | 'contact';

/** Fields of the page's own message object, as far as a lie may touch them. */
export type FeedFields = { [field: string]: string | number | boolean };

/**
 * What a test can do to the page, the same in the page (`window.simulator`) and from Node.
 * Every promise resolves when the page has rendered what was asked.
 */
export type Simulator = {
  addChats(chats: readonly SimulatedChat[]): Promise<void>;
  /** Delivers messages to their chats, in order; resolves to their ids. */
  receive(messages: SimulatedMessage | readonly SimulatedMessage[]): Promise<string[]>;
  /** Sends an own text to the open chat from this page; resolves to the server's id, when that is there. */
  send(text: string): Promise<string>;
  switchChat(name: string): Promise<void>;
  switchTab(tab: TabName): Promise<void>;
  scrollBy(pixels: number): Promise<void>;
  scrollTo(top: number): Promise<void>;
  scrollToBottom(): Promise<void>;
  atBottom(): Promise<boolean>;
  recall(id: string): Promise<void>;
  /** Changes a text in place, in the page's object and in the mounted row. */
  edit(id: string, text: string): Promise<void>;
  /** Makes every sender's name known now. */
  fillNames(): Promise<void>;
  /** Changes fields of the page's object only; what is shown stays. */
  lie(id: string, fields: FeedFields): Promise<void>;
  state(): Promise<SimulatorState>;
};
