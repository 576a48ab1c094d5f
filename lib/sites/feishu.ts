import { findBeside } from './beside';
import { displayedText } from './displayed-text';
import { pictureOf, readItem } from './feishu-content';
import { FEISHU_MATCHES, LARK_MATCHES } from './feishu-pages';
import { outerRowOf, outerRows, rowIn } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/**
 * Selectors of the web messenger of Feishu and Lark. Names with a meaning stand among drawn ones ("_1e0a457"): only the
 * former are used. Seen in browser extensions, user scripts and pollers of 2024-11 to 2026-09, in a message that was
 * pasted whole (2025-07), and in what the same client shows to screen readers (2026-09).
 */
const TITLE = '.chatWindow_chatName';
const TITLE_TAGS = '.ud__tag, .chatNewWindow_count, .chatWindow_botCount';
const MEMBERS = '.chatNewWindow_count';
const PRIVATE = '.p2pChat';
const MESSAGES = '.chatMessages';
const SCROLLER = '.messageContainer > .scroller, .scroller';
const ROW = '.messageItem-wrapper[data-id]';
const ITEM = '.js-message-item';
/** Lines of the chat have this instead of an owner. */
const LINE = '.system-text, .system-text-background';
const OWN = 'message-self';
const OTHERS = 'message-not-self';
const NAME = '.message-info-name';
const CLOCK = '.message-timestamp, .message-layout-time-tip';
/** Panels beside the chat that draw the same rows: threads, pinned messages, search, announcements. */
const PANELS =
  '[role="dialog"], [role="complementary"], aside, [class*="drawer" i], [class*="thread" i], [class*="sidePanel" i], [class*="search" i]';
const RECALL = /撤回了一条消息|recalled a message|unsent a message/i;

/** Rows that are looked through for the head of a run; a run of more is read without its sender. */
const LONGEST_RUN = 40;
/** Unix seconds of 2016, before which the client was not, and of 2100. */
const EARLIEST = 1_451_606_400;
const LATEST = 4_102_444_800;

export const feishu: Site = messenger('feishu', FEISHU_MATCHES);

/** The same client for the rest of the world, with servers and ids of its own. */
export const lark: Site = messenger('lark', LARK_MATCHES);

function messenger(id: string, matches: readonly string[]): Site {
  return {
    id,
    matches,
    // In doubt. That rows out of the view keep one pixel was told of the tree that Chromium hands to screen readers,
    // which shows so whatever is scrolled away; and class names say that contents are watched for their size. But nobody
    // has seen what the list does with heights: a fold that it does not know of could make it jump.
    rememberedHeights: true,
    // The chat is drawn into another place after each switch of the tab at the side.
    stage: (document) => document.body,
    watchedAttributes: ['data-id', 'class'],
    openChat,
    scroller: (document) => {
      const messages = messagesOf(document);
      const scrollers = [...(messages?.querySelectorAll<HTMLElement>(SCROLLER) ?? [])];
      return scrollers.find((each) => each.querySelector(ROW)) ?? messages;
    },
    rows: (document) => outerRows(messagesOf(document), ROW),
    rowOf,
    read,
    picture: pictureOf,
    isRecalled,
    recalledId: (row) => (isRecalled(row) ? idOf(row) : null),
    parts,
    // The page names its user nowhere that is known.
    ownNames: () => [],
  };
}

/** The transcript below the title: of two, as with a thread beside the chat, none is taken. */
function messagesOf(document: Document): HTMLElement | null {
  const found = [...document.querySelectorAll<HTMLElement>(MESSAGES)].filter(
    (each) => !each.parentElement?.closest(PANELS),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function titleOf(document: Document): Element | null {
  const found = [...document.querySelectorAll(TITLE)].filter((each) => !each.closest(PANELS));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The name is all that the page tells of the open chat in the place where the chat is drawn; the list changes before. */
function openChat(document: Document): OpenChat | null {
  const title = titleOf(document);
  const messages = messagesOf(document);
  if (!title || !messages) return null;
  const name = nameIn(title);
  if (name === '') return null;
  const isPrivate =
    messages.closest(PRIVATE) !== null ||
    messages.querySelector(PRIVATE) !== null ||
    isAmongTwo(messages);
  const isGroup = document.querySelector(MEMBERS) !== null || !isPrivate;
  return { sessionId: name, name, isGroup };
}

function isAmongTwo(messages: Element): boolean {
  return messages.querySelector(`${ITEM}.message-is-p2p`) !== null;
}

/** Without the tags behind it: 外部, 机器人, the number of members. */
function nameIn(title: Element): string {
  if (!title.querySelector(TITLE_TAGS)) return displayedText(title);
  const copy = title.cloneNode(true) as Element;
  for (const tag of copy.querySelectorAll(TITLE_TAGS)) tag.remove();
  return displayedText(copy);
}

function rowOf(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  const messages = row?.closest(MESSAGES);
  return row && messages && messagesOf(row.ownerDocument) === messages ? row : null;
}

function isRecalled(row: HTMLElement): boolean {
  const line = row.querySelector(LINE) ?? (row.matches(LINE) ? row : null);
  return line !== null && RECALL.test(line.textContent ?? '');
}

function read(row: HTMLElement): ReadMessage | null {
  const item = row.querySelector<HTMLElement>(ITEM);
  // A stand-in, or a line of the chat.
  if (!item || item.matches(LINE) || item.querySelector(LINE)) return null;
  const own = item.classList.contains(OWN);
  if (!own && !item.classList.contains(OTHERS)) throw new Error('neither own nor of others');
  const content = readItem(item);
  if (content === null) return null;
  const id = idOf(row);
  if (id === null && !own) throw new Error('unknown id');
  const time = id === null ? null : timeOf(id);
  return {
    id,
    own,
    sender: own ? '' : senderOf(row, item),
    clock: clockOf(row),
    ...(time === null ? {} : { time }),
    ...content,
  };
}

/** The server's id, a long number. A message that is being sent has another, and none of ours until it is there. */
function idOf(row: HTMLElement): string | null {
  const id = row.getAttribute('data-id') ?? '';
  return /^\d{16,20}$/.test(id) ? id : null;
}

/** The upper half of an id is the Unix second at which it was given (checked on two: 2024-11-04, 2025-07-10). */
function timeOf(id: string): number | null {
  const seconds = Number(BigInt(id) >> 32n);
  return seconds >= EARLIEST && seconds < LATEST ? seconds * 1000 : null;
}

function clockOf(row: HTMLElement): string | null {
  const shown = row.querySelector(CLOCK)?.textContent?.trim() ?? '';
  return /^\d{1,2}:\d{2}$/.test(shown) ? shown : null;
}

/** Only the head of a run names its sender. "" where the head is a stand-in, or too far above. */
function senderOf(row: HTMLElement, item: HTMLElement): string {
  const name = nameOf(row);
  if (name !== null) return name;
  if (item.classList.contains('message-item-first')) return '';
  const list = row.closest(MESSAGES);
  if (!list) return '';
  const found = findBeside(row, list, 'previousElementSibling', LONGEST_RUN, (place) => {
    const above = rowIn(place, ROW);
    const aboveItem = above?.querySelector(ITEM);
    // What stands between, a day, a line, an own message, a stand-in, ends the run.
    if (!above || !aboveItem?.classList.contains(OTHERS)) return { name: '' };
    const aboveName = nameOf(above);
    return aboveName === null ? null : { name: aboveName };
  });
  return found?.name ?? '';
}

function nameOf(row: Element): string | null {
  const name = row.querySelector(NAME);
  return name ? displayedText(name) : null;
}

function parts(row: HTMLElement): RowParts | null {
  const host = row.querySelector<HTMLElement>('.message-container');
  const item = host?.querySelector<HTMLElement>(`:scope > ${ITEM}`);
  return host && item ? { host, hide: [item], aside: item } : null;
}
