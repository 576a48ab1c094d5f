import type { HashOf } from '../sites/content-hash';
import type { FeedEntry } from '../sites/feed';
import { HIDE } from '../sites/ours';
import type { FeedMessage, OpenChat, Site } from '../sites/site';
import type { Need } from './change-need';
import { createChatOrder } from './chat-order';
import { createChatTracker } from './chat-tracker';
import { withContentKeys } from './content-keys';
import { estimatedTime, feedMessage, type KnownRow, observedMessage } from './known-rows';
import type { Memory } from './memory';
import { nearView } from './near-view';
import type { Outbox } from './outbox';
import type { ReadRow, RowReader } from './row-reader';

/**
 * A pass reads for so long, ms: some 300 rows. What follows is done in the same task. Of 500 rows at once half are then judged
 * while the others are read: with 10 ms, 95 % were folded 30 to 50 ms later (`npm run bench:page`).
 */
const SLICE = 16;
/** Rows that a pass reads however long it takes: what a view holds is folded in the task that draws it, also on a busy machine. */
const AT_LEAST = 40;
/**
 * Rows that a page mounts for one view when all of them are folded, and some more: web WeChat draws 300 px beyond either
 * edge, and a bar is 28 px high, which makes 60 of them on a screen of 1,080 px.
 */
const VIEW = 100;

/** What is kept of the feed's word on a message: everything but its text. */
export type Told = Pick<FeedMessage, 'chat' | 'time' | 'sender' | 'file' | 'image' | 'ownName'> & {
  hash: string;
};

/** Undefined where nobody has said anything. */
const senderIn = (row?: ReadRow) => (row?.unnamed ?? row)?.read?.sender;

/** What the open transcript holds and what the feed has told; hands to the outbox what the background has not judged. */
export type Transcript = {
  /**
   * Reads rows that are new or touched, as many as a task may take.
   * `scanFeed` is called before an unknown row is booked without the feed's word.
   */
  refresh(touched: Iterable<HTMLElement>): void;
  /** Reads a touched row by itself, before the next `refresh`. */
  needOf(row: HTMLElement): Need;
  forget(): void;
  isOther(): boolean;
  holdsRows(element: Node): boolean;
  /** Forgets rows that are not in the page any more, and returns them. */
  dropGone(): readonly HTMLElement[];
  /** No more rows than one view may hold are touched or new; those that the page has taken out do not count. */
  isFew(touched: ReadonlySet<HTMLElement>): boolean;
  /** Rows are left to be read: another `refresh` goes on. */
  isBehind(): boolean;
  /** The chat holds more rows than are read; which, depends on the view. */
  isPart(): boolean;
  /** Rows of the open chat near the view, as they were read last. */
  mounted(): readonly ReadRow[];
  hear(entries: readonly FeedEntry[]): void;
  /** Messages (by the site's id) that were taken back. */
  recall(ids: readonly string[]): void;
  /** What a message's picture looks like is known now, and is told at once. */
  seeLook(key: string, look: string): void;
  /** Mounted rows that hold a message, in order. */
  rows(): KnownRow[];
  /** Rows that were mounted at the last refresh, whatever they hold. */
  elements(): HTMLElement[];
  openChat(): OpenChat | null;
  toldOf(key: string): Told | undefined;
  senderOf(key: string): string;
  /** What the message says, as it was read or told last, has this hash. */
  says(key: string, hash: string): boolean;
  runAround(key: string, belongs: (key: string) => boolean): string[];
  lastMessageAt(): number | null;
};

type Parts = {
  site: Site;
  memory: Memory;
  outbox: Outbox;
  reader: RowReader;
  scanFeed(): void;
  hashOf: HashOf;
};

export function createTranscript(parts: Parts): Transcript {
  const { site, memory, outbox, reader, scanFeed, hashOf } = parts;
  const order = createChatOrder();
  const tracker = createChatTracker();
  const told = new Map<string, Told>();
  /** Content as the DOM showed it last; the feed's word counts for nothing where this is known. */
  const shownHashes = new Map<string, string>();
  const senders = new Map<string, string>();
  /** What pictures look like, and whether that has been told. */
  const looks = new Map<string, { look: string; isTold: boolean }>();
  /** Rows as they were read, and with the keys of those that the page gives no id. */
  let mounted: ReadRow[] = [];
  let known = new Map<HTMLElement, ReadRow>();
  /** Rows that are touched or new and not yet read. */
  let unread = new Set<HTMLElement>();
  /** Rows that were read since, one by one. */
  const fresh = new Map<HTMLElement, ReadRow>();
  /** New rows whose message nobody has judged: however the page draws on in them, nothing is known of it. */
  const waiting = new Set<HTMLElement>();
  /** What each row said when it was read. */
  const said = new WeakMap<HTMLElement, string | null>();
  let ownNames: string[] = [];
  let isPart = false;
  let keyed: readonly ReadRow[] = [];
  let messages = new Map<HTMLElement, KnownRow>();
  let lastMessageAt: number | null = null;

  function refresh(touched: Iterable<HTMLElement>): void {
    for (const row of touched) unread.add(row);
    const all = site.rows(document);
    tracker.update(site.openChat(document), all);
    ownNames = site.ownNames(document);
    const left = new Set<HTMLElement>();
    const near = nearView(all, site.scroller(document));
    const end = performance.now() + SLICE;
    let count = 0;
    // A row of a run rests on the one above: where that is another's now, it is read again.
    let isBelowOther = false;
    mounted = near.map((element) => {
      const before = known.get(element);
      let row = fresh.get(element);
      if (row) unread.delete(element);
      else if (before && !unread.has(element) && !isBelowOther) row = before;
      else if (count++ < AT_LEAST || performance.now() < end) row = readRow(element, before);
      else {
        left.add(element);
        row = before ?? { element, key: null };
      }
      isBelowOther = senderIn(before) !== senderIn(row);
      return row;
    });
    unread = left;
    fresh.clear();
    waiting.clear();
    isPart = mounted.length < all.length;
    const isNew = (row: ReadRow) =>
      row.key !== null && !known.get(row.element)?.key && !told.has(row.key);
    keyed = withContentKeys(site, tracker.settled(), mounted);
    if (mounted.some(isNew)) scanFeed();
    known = new Map(mounted.map((row) => [row.element, row]));
    bookMounted();
  }

  function readRow(element: HTMLElement, before?: ReadRow): ReadRow {
    const row = reader.read(element, before);
    said.set(element, element.textContent);
    if (row.key === null && site.isRecalled(element)) recallRow(element, before);
    return row;
  }

  function needOf(element: HTMLElement): Need {
    const was = messages.get(element);
    // A row may be made of what lies around others.
    const isKnown = was ?? element.querySelector(`[${HIDE}]`);
    // A message that waits is drawn on in many steps. It is read again with the others.
    if (!isKnown && (waiting.has(element) || said.get(element) === element.textContent)) {
      fresh.delete(element);
      return 'later';
    }
    const row = readRow(element, known.get(element));
    fresh.set(element, row);
    if (row.key === null) return isKnown || row.unnamed ? 'now' : 'later';
    if (was?.key === row.key && was.hash === row.hash && was.read.sender === row.read.sender)
      return 'later';
    const judged = memory.verdictOf(row.key);
    if (!judged) waiting.add(element);
    return isKnown || judged?.hash === row.hash ? 'now' : 'news';
  }

  function bookMounted(): void {
    const before = messages;
    messages = new Map();
    // Only a feed tells what is not mounted. Without one a run is what stands together now: what comes above is no end of it.
    if (!site.openFeed) order.clear();
    for (const [index, row] of keyed.entries()) {
      const isKnown = row.key !== null && !isStale(row.element);
      if (!site.openFeed) order.append('', isKnown ? row.key : null);
      if (!isKnown) continue;
      const old = before.get(row.element);
      const isSame =
        old?.message &&
        old.key === row.key &&
        old.hash === row.hash &&
        old.read.sender === row.read.sender &&
        looks.get(row.key)?.isTold !== false;
      messages.set(row.element, isSame ? old : { ...row, message: book(row, index, old) });
    }
  }

  /** It says something else than when it was read: nothing is known of it until it is read again. */
  function isStale(element: HTMLElement): boolean {
    return unread.has(element) && said.get(element) !== element.textContent;
  }

  /** Null while it is uncertain which chat the row belongs to: nothing is booked under the wrong chat. */
  function book(row: Extract<ReadRow, { key: string }>, index: number, old?: KnownRow) {
    const chat = tracker.settled();
    const word = told.get(row.key);
    if (!chat || chat.name === '' || (word && word.chat.sessionId !== chat.sessionId)) return null;
    const now = Date.now();
    const time =
      word?.time ?? old?.message?.time ?? estimatedTime(site, row, keyed.slice(0, index), now);
    const seen = looks.get(row.key);
    const message = observedMessage(site, row, chat, word, time, seen?.look, ownNames);
    shownHashes.set(row.key, row.hash);
    const gainsSender = message.sender !== '' && senders.get(row.key) !== message.sender;
    senders.set(row.key, message.sender);
    lastMessageAt = now;
    const isJudged = memory.verdictOf(row.key)?.hash === row.hash;
    const isKnown = isJudged || outbox.holds(row.key, row.hash);
    if (!isKnown || gainsSender || seen?.isTold === false) outbox.addMessage(message);
    if (seen) seen.isTold = true;
    return message;
  }

  function hear(entries: readonly FeedEntry[]): void {
    ownNames = site.ownNames(document);
    for (const entry of entries) {
      if ('line' in entry) {
        order.append(entry.sessionId, null);
        continue;
      }
      const key = `${site.id}:${entry.id}`;
      const { chat, time, sender, file, image, ownName } = entry;
      const hash = hashOf(entry);
      const content = { ...(file && { file }), ...(image && { image }) };
      told.set(key, { chat, time, sender, ownName, hash, ...content });
      order.append(entry.chat.sessionId, key);
      if (!senders.get(key)) senders.set(key, entry.sender);
      if (shownHashes.has(key)) continue;
      lastMessageAt = Date.now();
      if (memory.verdictOf(key)?.hash === hash || outbox.holds(key, hash)) continue;
      outbox.addMessage(feedMessage(site, entry, ownNames, hashOf));
    }
  }

  function recallRow(element: HTMLElement, before: ReadRow | undefined): void {
    const id = site.recalledId?.(element) ?? null;
    const key = before?.key ?? (id === null ? null : `${site.id}:${id}`);
    if (key !== null) recallKey(key);
  }

  function recallKey(key: string): void {
    order.drop(key);
    memory.dropClaim(key);
    outbox.addRecall(key);
  }

  function dropGone(): HTMLElement[] {
    const gone = [...known.keys()].filter((element) => !element.isConnected);
    for (const element of gone) for (const kept of [known, messages, said]) kept.delete(element);
    return gone;
  }

  return {
    refresh,
    needOf,
    forget() {
      // Under the chat that was open when they were read.
      tracker.update(tracker.named(), [...known.keys(), ...fresh.keys()]);
      for (const element of fresh.keys()) said.delete(element);
      fresh.clear();
    },
    dropGone,
    isOther: () => site.openChat(document)?.sessionId !== tracker.named()?.sessionId,
    holdsRows: (place) => mounted.some((row) => place.contains(row.element)),
    isFew(touched) {
      const toRead = site.rows(document).filter((row) => !known.has(row) || touched.has(row));
      return toRead.length <= VIEW;
    },
    isBehind: () => unread.size > 0,
    isPart: () => isPart,
    mounted: () => mounted,
    hear,
    recall(ids) {
      for (const id of ids) recallKey(`${site.id}:${id}`);
    },
    seeLook(key, look) {
      looks.set(key, { look, isTold: false });
      bookMounted();
      outbox.flush();
    },
    // What the page has taken out has no height, also before that is read.
    rows: () => [...messages.values()].filter(({ element }) => element.isConnected),
    elements: () => mounted.map(({ element }) => element),
    openChat: tracker.named,
    toldOf: (key) => told.get(key),
    senderOf: (key) => senders.get(key) ?? '',
    says: (key, hash) => (shownHashes.get(key) ?? told.get(key)?.hash) === hash,
    runAround: order.runAround,
    lastMessageAt: () => lastMessageAt,
  };
}
