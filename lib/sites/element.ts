import { displayedText } from './displayed-text';
import { contentOf, isNamed, ownPart, pictureOf } from './element-content';
import { dayAbove, findInNewest, nameIn, panelOf, rowOf, rowsOf, senderOf } from './element-rows';
import { isEditing, isInfo, isOwn } from './element-state';
import { type ShownTime, shownTime } from './element-time';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Element Web: its source of 2024-09 (RoomView, EventTile) and of 2026 (apps/web, shared components), read 2026-11. */
const HERE = '#matrixchat .mx_MatrixChat';
const ROOM = '.mx_RoomView';
const HEADER = '.mx_RoomHeader';
const TITLE = '.mx_RoomHeader_truncated, .mx_RoomHeader_heading';
/** The header shows members' faces in a group only. */
const MEMBERS = '.mx_RoomHeader_members, .mx_FacePile';
const SCROLLER = '[data-virtuoso-scroller]';
const LINE = ':scope > .mx_EventTile_line, :scope > [data-testid="event-tile-line"]';
const CLOCK = '.mx_MessageTimestamp, [data-testid="event-tile-slot-timestamp"] > *';
const LINKS = 'a.mx_MessageTimestamp[href], [data-testid="event-tile-slot-timestamp"] a[href]';
const HIDE =
  '.mx_DisambiguatedProfile, .mx_EventTile_avatar, .mx_EventTile_line, .mx_EventTile_footer, .mx_EventTile_msgOption, .mx_ThreadSummary, .mx_MessageTimestamp, .mx_EventTile_e2eIcon, [data-testid="event-tile-line"], [data-testid^="event-tile-slot-"]'
    .split(', ')
    .map((part) => `:scope > ${part}`)
    .join(', ');

/** Longest event id of the Matrix specification, bytes. */
const MAX_ID = 255;

export const element: Site = {
  id: 'element',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(HERE) !== null,
  // The list lies in normal flow; its own height is taken from what is in it with every update (ScrollPanel.updateHeight).
  // The list in the making is react-virtuoso, which observes the size of its rows.
  rememberedHeights: false,
  // The client makes its root anew when somebody signs in.
  stage: (document) => document.body,
  // The echo of an own message becomes the message in the same element.
  watchedAttributes: ['data-event-id', 'data-self', 'data-testid'],
  openChat,
  scroller: (document) => {
    const panel = panelOf(document);
    return panel?.querySelector<HTMLElement>(SCROLLER) ?? panel;
  },
  rows: rowsOf,
  rowOf,
  read,
  picture: (row) => {
    const line = row.querySelector(LINE);
    return line && !isInfo(row) && !isRecalled(row) ? pictureOf(line) : null;
  },
  isRecalled,
  recalledId,
  parts,
  ownNames,
};

/** The room's id is in the page's address, and in the links to its messages. When they differ, one room gives way to another. */
function openChat(document: Document): OpenChat | null {
  const panel = panelOf(document);
  const header = panel?.closest(ROOM)?.querySelector(HEADER);
  const title = header?.querySelector(TITLE);
  if (!header || !title) return null;
  const named = roomIn(document.location?.hash ?? '');
  const linked = linkedRoom(document);
  if (named.startsWith('!') && linked !== '' && named !== linked) return null;
  const sessionId = named || linked;
  if (sessionId === '') return null;
  return { sessionId, name: displayedText(title), isGroup: header.querySelector(MEMBERS) !== null };
}

/** The room that a link to a message names: the newest row of a room shows its hour. "" where none of the newest does. */
function linkedRoom(document: Document): string {
  const linked = findInNewest(document, (row) => {
    const room = roomIn(row.querySelector(LINKS)?.getAttribute('href') ?? '');
    return room.startsWith('!') ? room : null;
  });
  return linked ?? '';
}

/** "#/room/!id:server/$event", "#/room/#name:server", "https://matrix.to/#/!id:server/$event?via=server". */
function roomIn(address: string): string {
  const room = /#\/(?:room\/)?((?:[!#]|%21|%23)[^/?]{1,255})/i.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(room);
  } catch {
    return '';
  }
}

function isRecalled(row: HTMLElement): boolean {
  if (isInfo(row)) return false;
  const line = row.querySelector(LINE);
  return line !== null && ownPart(line, '.mx_RedactedBody') !== null;
}

function recalledId(row: HTMLElement): string | null {
  try {
    return isRecalled(row) ? idOf(row) : null;
  } catch {
    return null;
  }
}

function read(row: HTMLElement): ReadMessage | null {
  if (isInfo(row) || isRecalled(row) || isEditing(row)) return null;
  const line = row.querySelector(LINE);
  if (!line) throw new Error('no line');
  const content = contentOf(line);
  if (!content) return null;
  return {
    id: idOf(row),
    own: isOwn(row),
    sender: senderOf(row),
    ...timeOf(row),
    ...content,
    ...(isNamed(line) ? { mentionsMe: true } : {}),
  };
}

/** An id is the server's and says nothing of the room; the echo of a message being sent has one of its own. */
function idOf(row: Element): string | null {
  const id = row.getAttribute('data-event-id') ?? '';
  if (id.startsWith('~')) return null;
  if (!/^\$\S+$/.test(id) || id.length > MAX_ID) throw new Error('unknown id');
  return id;
}

/** Most rows show their hour only while the pointer is over them. */
function timeOf(row: HTMLElement): ShownTime {
  const shown = ownPart(row, CLOCK)?.textContent ?? '';
  return shownTime(shown, dayAbove(row), Date.now());
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(LINE);
  if (!aside || isEditing(row)) return null;
  return { host: row, aside, hide: [...row.querySelectorAll<HTMLElement>(HIDE)] };
}

/** One name, from the newest own row that shows it. */
function ownNames(document: Document): string[] {
  const name = findInNewest(document, (row) => (isSurelyOwn(row) && nameIn(row)) || null);
  return name === null ? [] : [name];
}

function isSurelyOwn(row: Element): boolean {
  try {
    return isOwn(row);
  } catch {
    return false;
  }
}
