/** Chat clients other than web WeChat, as small simulated pages: markup of one client each, and one list that draws it. */

/** What a test says of a message. */
export type Said = {
  /** Name of its chat. */
  chat: string;
  /** Sender's display name; left out for own messages. */
  from?: string;
  own?: boolean;
  /** Unix ms; default: now. */
  time?: number;
  /** Default "text". A system line is no message: "李四 joined". */
  kind?: 'text' | 'file' | 'image' | 'link' | 'system';
  text?: string;
  /** `size` in bytes. */
  file?: { name: string; size: number };
  link?: { url: string; title: string; description?: string };
  quote?: { from: string; text: string };
  /** Made by the client's `newId` unless given. */
  id?: string;
};

/** A message in the page. */
export type Shown = Required<Pick<Said, 'chat' | 'own' | 'time' | 'kind' | 'text' | 'id'>> &
  Pick<Said, 'file' | 'link' | 'quote'> & {
    from: string;
    isEdited: boolean;
    isRecalled: boolean;
  };

export type SimulatedChat = { name: string; id: string; isGroup: boolean };

/** A message with its neighbours: clients draw a name only on the first of a run, a line between days. */
export type Placed = {
  message: Shown;
  before: Shown | null;
  after: Shown | null;
  chat: SimulatedChat;
};

/**
 * One client's markup and how its list behaves. HTML is made with `html` (`page/markup.ts`), which escapes what is put in;
 * written by hand after the structure of the real page.
 */
export type Client = {
  /** The adapter's id. */
  id: string;
  /** Address that it is served at. */
  url: string;
  /** Inside of `<body>`: side list, header, scroller and an empty list. `open` is null before a chat is chosen. */
  shell(me: string, chats: readonly SimulatedChat[], open: SimulatedChat | null): string;
  /** The parts of the shell that follow the open chat, each drawn again (its inside and its attributes) when it changes. */
  following: readonly string[];
  /** Selector of the element that scrolls. */
  scroller: string;
  /** Selector of the element that takes rows or groups of rows. */
  list: string;
  /** One row, a single element; whatever it depends on is in `placed`. */
  row(placed: Placed, me: string): string;
  /** The row's element, from a mounted message: for tests that look at what was done to it. */
  rowSelector(id: string): string;
  /** A wrapper around neighbouring rows of one key, such as a day; a single element, rows go inside. */
  group?(placed: Placed): { key: string; html: string };
  /** A second wrapper inside that one, such as a run of one sender; keys differ between chats. */
  run?(placed: Placed): { key: string; html: string };
  /** Which rows are in the page: all; those near the view, between two spacers; or all, those far from the view as empty stand-ins. */
  mounts: 'all' | 'window' | 'stand-ins';
  /** A row far from the view, with `mounts: 'stand-ins'`; same element name as its row. `height`: as it was last measured, px. */
  standIn?(placed: Placed, height: number): string;
  /** The list's heights are kept and trusted until a row is changed by the client itself: folding a row would make it jump. */
  trustsHeights?: boolean;
  /** The list is drawn from its end: first child newest, `flex-direction: column-reverse`, scrollTop ≤ 0. */
  isReversed?: boolean;
  /** What a change does to a row that is there: its inside is drawn again, or it becomes a new element. */
  changes: 'patch' | 'replace';
  /** What is drawn first when another chat is opened; `switchDelay` ms lie between. */
  opens: 'together' | 'title first' | 'rows first';
  switchDelay?: number;
  /** A message that was taken back: its row goes, or stays with other words (drawn by `row`). */
  recalls: 'remove' | 'words';
  /** What the adapter calls a chat of this name, where it is not just that. */
  nameOf?(chat: string): string;
  newId(number: number, time: number): string;
  /** Rules that a layout needs (heights, the scroller's `overflow`); class names of the client only. */
  style: string;
};

/** What a test can do to a simulated client; every promise resolves when the page has drawn what was asked. */
export type ClientControl = {
  receive(messages: readonly Said[]): Promise<string[]>;
  /** History that is loaded above what is there. */
  older(messages: readonly Said[]): Promise<string[]>;
  open(chat: string): Promise<void>;
  edit(id: string, text: string): Promise<void>;
  recall(id: string): Promise<void>;
  scrollTo(top: number): Promise<void>;
  /** Draws every row anew, as a client does that is careless. */
  redraw(): Promise<void>;
};
