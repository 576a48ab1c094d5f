import { displayedText } from './displayed-text';
import { outerRowOf, outerRows } from './outer-row';
import { contentOf, isNamed, pictureOf } from './rocket-chat-content';
import { CONTAINER } from './rocket-chat-pieces';
import { headOf, LIST, nameIn, ROW, tellsOf } from './rocket-chat-rows';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Rocket.Chat's web client: its source of 2023 to 2026 (RoomBody, RoomLayout, RoomTitle), read 2026-11. */
const ROOM = 'section.messages-container[id^="chat-window-"]';
const HIDDEN = '[hidden], [style*="display: none"], [style*="display:none"]';
const SCROLLER = '[data-overlayscrollbars-viewport], .rc-scrollbars-view';
/** "Only you can see this message": an answer to a command, gone with the next load (MessageStatusPrivateIndicator). */
const PRIVATE = '[class*="status-indicator__item--private"]';
const TITLE = '.rcx-room-header h1';
/** What stands before the title of a room of many: of a channel, a team, a discussion ("baloons"), several people ("balloon"). */
const GROUP_ICON =
  '[class*="icon--name-hash"], [class*="icon--name-team"], [class*="icon--name-bal"], [class*="icon--name-discussion"]';
/** Before a person's name stands a dot. */
const PERSON_ICON = '[class*="rcx-status-bullet"]';
/** Which kind of room is open, where no icon tells. */
const ADDRESS = /(?:^|\/)(channel|group|direct|live)\//;

/** Ids are 17 letters and digits; what was imported, or comes from another server, has others. */
const ID = /^\S{5,128}$/;
/** How many of the newest rows are looked at for the user's name. */
const MAX_NEWEST = 30;

export const rocketChat: Site = {
  id: 'rocket-chat',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(ROOM) !== null,
  // The newest list gives each row a place by heights that it keeps (MessageList of 2026: virtua, or react-virtual).
  rememberedHeights: true,
  stage: (document) => document.body,
  watchedAttributes: ['id', 'data-mid', 'data-own', 'aria-busy'],
  openChat,
  scroller: (document) => {
    const list = listOf(document);
    // A list that is no <ul> scrolls itself (virtua's VList).
    const itself = list?.localName === 'ul' ? list.parentElement : list;
    return list?.closest<HTMLElement>(SCROLLER) ?? itself ?? null;
  },
  rows: (document) => outerRows(listOf(document), ROW),
  rowOf: (node) => {
    const row = outerRowOf(node, ROW);
    return row && listOf(row.ownerDocument)?.contains(row) ? row : null;
  },
  read,
  picture: (row) => (kindOf(row) === 'image' ? pictureOf(row, midOf(row)) : null),
  // A message that is taken back leaves the page, or a line of the room takes its place.
  isRecalled: () => false,
  parts,
  ownNames,
};

/** None while two are drawn. Threads, results of a search and pinned messages stand beside it, in lists of other names. */
function roomOf(document: Document): Element | null {
  const rooms = [...document.querySelectorAll(ROOM)].filter((room) => !room.closest(HIDDEN));
  return rooms.length === 1 ? (rooms[0] ?? null) : null;
}

function listOf(document: Document): HTMLElement | null {
  return roomOf(document)?.querySelector<HTMLElement>(LIST) ?? null;
}

function openChat(document: Document): OpenChat | null {
  const room = roomOf(document);
  const sessionId = room?.id.slice('chat-window-'.length) ?? '';
  if (!room || sessionId === '') return null;
  const title = titleOf(room);
  const isGroup = isOfMany(title, document.location.pathname);
  return { sessionId, name: title ? displayedText(title) : '', isGroup };
}

/** The title stands above the room, in what both lie in. */
function titleOf(room: Element): Element | null {
  for (let place = room.parentElement; place; place = place.parentElement) {
    const titles = [...place.querySelectorAll(TITLE)].filter((title) => !title.closest(HIDDEN));
    if (titles.length > 0) return titles.length === 1 ? (titles[0] ?? null) : null;
  }
  return null;
}

function isOfMany(title: Element | null, address: string): boolean {
  const beside = title?.parentElement;
  if (beside?.querySelector(GROUP_ICON)) return true;
  if (beside?.querySelector(PERSON_ICON)) return false;
  const kind = ADDRESS.exec(address)?.[1] ?? '';
  return kind !== 'direct' && kind !== 'live';
}

function midOf(row: Element): string {
  return row.getAttribute('data-mid') ?? '';
}

function read(row: HTMLElement): ReadMessage | null {
  const mid = midOf(row);
  const owner = row.getAttribute('data-own');
  if (!ID.test(mid)) throw new Error('unknown id');
  if (owner !== 'true' && owner !== 'false') throw new Error('unknown owner');
  const head = headOf(row);
  if (head?.querySelector(PRIVATE)) return null;
  const content = contentOf(row, mid);
  if (content === null) return null;
  const isSending = row.matches('[aria-busy="true"], .rcx-message--pending');
  return {
    id: isSending ? null : mid,
    own: owner === 'true',
    ...tellsOf(head, row),
    ...content,
    ...(isNamed(row) ? { mentionsMe: true } : {}),
  };
}

function kindOf(row: HTMLElement): ReadMessage['kind'] | null {
  try {
    return read(row)?.kind ?? null;
  } catch {
    return null;
  }
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(CONTAINER);
  if (!aside) return null;
  const hide = [...row.querySelectorAll<HTMLElement>(':scope > .rcx-message-container')];
  return { host: row, aside, hide };
}

/** One name, from the newest own row that shows it. */
function ownNames(document: Document): string[] {
  const newest = outerRows(listOf(document), ROW).slice(-MAX_NEWEST).reverse();
  const own = newest.find((row) => row.getAttribute('data-own') === 'true' && nameIn(row) !== '');
  return own ? [nameIn(own)] : [];
}
