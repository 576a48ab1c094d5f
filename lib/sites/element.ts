import { closestTo } from './closest';
import { displayedText } from './displayed-text';
import { contentOf, isNamed, ownPart, pictureOf } from './element-content';
import { type ShownTime, shownTime } from './element-time';
import { placesBefore } from './places-before';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Element Web: its source of 2024-09 (RoomView, EventTile) and of 2026 (apps/web), read 2026-11. */
const HERE = '#matrixchat .mx_MatrixChat';
const ROOM = '.mx_RoomView';
const TITLE = '.mx_RoomHeader .mx_RoomHeader_truncated, .mx_RoomHeader .mx_RoomHeader_heading';
/** The header shows members' faces in a group only. */
const MEMBERS = '.mx_RoomHeader .mx_RoomHeader_members, .mx_RoomHeader .mx_FacePile';
/** The transcript; threads, pinned messages, files and results of a search have their lists elsewhere. */
const PANEL = '.mx_RoomView_timeline .mx_RoomView_messagePanel';
const ELSEWHERE =
  '.mx_RightPanel, .mx_ThreadView, .mx_ThreadPanel, .mx_RoomView_searchResultsPanel';
const SCROLLER = '[data-virtuoso-scroller]';
const ROW = '.mx_EventTile[data-event-id]';
const LINE = ':scope > .mx_EventTile_line';
const NAME = '.mx_DisambiguatedProfile_displayName';
const CLOCK = '.mx_MessageTimestamp';
const DAY = '.mx_TimelineSeparator, .mx_DateSeparator, [role="separator"]';
const HIDE =
  '.mx_DisambiguatedProfile, .mx_EventTile_avatar, .mx_EventTile_line, .mx_EventTile_footer, .mx_EventTile_msgOption, .mx_ThreadSummary, .mx_MessageTimestamp, [data-testid^="event-tile-slot-"]'
    .split(', ')
    .map((part) => `:scope > ${part}`)
    .join(', ');

/** Longest event id of the Matrix specification, bytes. */
const MAX_ID = 255;
/** How many places above a row its day is looked for: the client keeps about a thousand events. */
const MAX_BEFORE = 1_000;
/** How many permalinks are looked at for the room's id. */
const MAX_LINKS = 20;

export const element: Site = {
  id: 'element',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(HERE) !== null,
  // The list lies in normal flow and is measured anew with every update (ScrollPanel); the list in the making is
  // react-virtuoso, which observes the size of its rows.
  rememberedHeights: false,
  // The client makes its root anew when somebody signs in.
  stage: (document) => document.body,
  // The echo of an own message becomes the message in the same element.
  watchedAttributes: ['data-event-id', 'data-self'],
  openChat,
  scroller: (document) => {
    const panel = panelOf(document);
    return panel?.querySelector<HTMLElement>(SCROLLER) ?? panel;
  },
  rows: (document) =>
    [...(panelOf(document)?.querySelectorAll<HTMLElement>(ROW) ?? [])].filter(isOuter),
  rowOf,
  read,
  picture: (row) => {
    const line = row.querySelector(LINE);
    return line && !isInfo(row) && !isRecalled(row) ? pictureOf(line) : null;
  },
  isRecalled,
  recalledId,
  parts,
  ownNames: (document) => {
    const own = panelOf(document)?.querySelector(
      `${ROW}[data-self="true"] > ${NAME}, ${ROW}[data-self="true"] > * > ${NAME}`,
    );
    const name = own ? displayedText(own) : '';
    return name === '' ? [] : [name];
  },
};

function panelOf(document: Document): HTMLElement | null {
  const panels = [...document.querySelectorAll<HTMLElement>(PANEL)];
  return panels.find((panel) => !panel.closest(ELSEWHERE)) ?? null;
}

/** The room's id is in the page's address, and in the links to its messages. When they differ, one room gives way to another. */
function openChat(document: Document): OpenChat | null {
  const panel = panelOf(document);
  const room = panel?.closest(ROOM);
  const title = room?.querySelector(TITLE);
  if (!panel || !room || !title) return null;
  const named = roomIn(document.location?.hash ?? '');
  const linked = linkedRoom(panel);
  if (named.startsWith('!') && linked !== '' && named !== linked) return null;
  const sessionId = named || linked;
  if (sessionId === '') return null;
  return { sessionId, name: displayedText(title), isGroup: room.querySelector(MEMBERS) !== null };
}

/** The room of the newest link to a message; "" where no row shows one. */
function linkedRoom(panel: Element): string {
  const links = [...panel.querySelectorAll(`a${CLOCK}[href]`)].slice(-MAX_LINKS).reverse();
  for (const link of links) {
    const room = roomIn(link.getAttribute('href') ?? '');
    if (room.startsWith('!')) return room;
  }
  return '';
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

function rowOf(node: Node): HTMLElement | null {
  let row = closestTo(node, ROW);
  while (row && !isOuter(row)) row = row.parentElement?.closest<HTMLElement>(ROW) ?? null;
  return row?.closest(PANEL) && !row.closest(ELSEWHERE) ? row : null;
}

/** No row lies in another; what looks so is part of a message. */
function isOuter(row: Element): boolean {
  return !row.parentElement?.closest(ROW);
}

function isInfo(row: Element): boolean {
  return row.classList.contains('mx_EventTile_info');
}

function isRecalled(row: HTMLElement): boolean {
  return !isInfo(row) && ownPart(row, '.mx_EventTile_line .mx_RedactedBody') !== null;
}

function recalledId(row: HTMLElement): string | null {
  try {
    return isRecalled(row) ? idOf(row) : null;
  } catch {
    return null;
  }
}

function read(row: HTMLElement): ReadMessage | null {
  if (isInfo(row) || isRecalled(row)) return null;
  if (row.classList.contains('mx_EventTile_isEditing')) return null;
  const line = row.querySelector(LINE);
  if (!line) throw new Error('no line');
  const content = contentOf(line);
  if (!content) return null;
  const own = row.getAttribute('data-self');
  if (own !== 'true' && own !== 'false') throw new Error('unknown owner');
  return {
    id: idOf(row),
    own: own === 'true',
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

/** Of a run by one sender only the first row names them. */
function senderOf(row: HTMLElement): string {
  const name = nameIn(row);
  if (name !== '' || !isContinued(row)) return name;
  for (const place of placesBefore(row, listOf(row), MAX_BEFORE)) {
    const other = rowIn(place);
    if (!other) {
      // The mark of what was read may lie within a run; a day, or what is summed up, ends it.
      if (place.matches(DAY) || place.querySelector(`${DAY}, .mx_EventTile_info`)) return '';
      continue;
    }
    const theirs = nameIn(other);
    if (theirs !== '') return theirs;
    if (!isContinued(other)) return '';
  }
  return '';
}

function isContinued(row: Element): boolean {
  return row.classList.contains('mx_EventTile_continuation');
}

function nameIn(row: Element): string {
  for (const part of row.querySelectorAll(NAME)) {
    if (!part.closest('.mx_EventTile_line, .mx_ThreadSummary')) return displayedText(part);
  }
  return '';
}

/** A list is long and asked for each of its rows: a row is known by its attribute before anything is searched. */
function rowIn(place: Element): Element | null {
  if (place.hasAttribute('data-event-id')) return place;
  const inner = place.firstElementChild;
  return inner?.hasAttribute('data-event-id') ? inner : null;
}

function listOf(row: Element): Element {
  return row.closest(PANEL) ?? row;
}

function timeOf(row: HTMLElement): ShownTime {
  const shown = [...row.querySelectorAll(CLOCK)].find((part) => !part.closest('.mx_ReplyChain'));
  return shownTime(shown?.textContent ?? '', dayAbove(row), Date.now());
}

/** What the nearest line with a day says; "" where none is mounted. */
function dayAbove(row: HTMLElement): string {
  for (const place of placesBefore(row, listOf(row), MAX_BEFORE)) {
    if (rowIn(place)) continue;
    const line = place.matches(DAY) ? place : place.querySelector(DAY);
    const label = line?.getAttribute('aria-label') || line?.textContent?.trim() || '';
    // A line that says how late messages came in has digits of hours only.
    if (label !== '' && !/\d:\d/.test(label)) return label;
  }
  return '';
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(LINE);
  if (!aside || row.classList.contains('mx_EventTile_isEditing')) return null;
  return { host: row, aside, hide: [...row.querySelectorAll<HTMLElement>(HIDE)] };
}
