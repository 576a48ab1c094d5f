import { closestTo } from './closest';
import { timeOnDay } from './day-line';
import { TELEGRAM_PAGES } from './messenger-pages';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { contentOf, pictureOf } from './telegram-a-content';
import { telegramScope } from './telegram-account';
import { telegramText } from './telegram-text';

/** Selectors of Telegram Web A: Ajaxy/telegram-tt, newest stored source, 2026-11; the generation before `sender-group-container` (2023) too. */
const COLUMN = '#MiddleColumn';
const LIST = 'MessageList';
const LISTS = '#MiddleColumn .messages-layout *';
/** While one chat slides away under the next, both are there. */
const LEAVING = '.Transition_slide-from, .Transition_slide-inactive';
const INFO = 'chat-info-wrapper';
const INFOS = '#MiddleColumn .MiddleHeader *';
const ROW = '.message-list-item[data-message-id]';
const SERVICE = '.ActionMessage, .SponsoredMessage';
/** One sender's run. */
const RUN = '.sender-group-container';
/** The sender's name; that of a forwarded message names where it comes from, and stands elsewhere. */
const NAME = '.content-inner:not(.forwarded-message) > .message-title .message-title-name';
const AVATAR = '.Avatar[data-peer-id]';

/** Rows that are looked through for the head of a run, where runs have no element; the page mounts some sixty. */
const MAX_RUN = 60;

export const telegramA: Site = {
  id: 'telegram-a',
  // Both clients live on one host.
  matches: TELEGRAM_PAGES,
  isHere: (document) =>
    !/^\/k(?:\/|$)/.test(document.location.pathname) && document.querySelector(COLUMN) !== null,
  // The list lies in normal flow; its scroll position is kept by where one row stands, measured at each change.
  rememberedHeights: false,
  // Behind a lock screen the page is drawn anew.
  stage: (document) => document.body,
  watchedAttributes: ['id', 'class', 'data-message-id', 'data-peer-id', 'data-alt'],
  openChat,
  scroller: listOf,
  rows: (document) => [...(listOf(document)?.querySelectorAll<HTMLElement>(ROW) ?? [])],
  rowOf,
  read,
  picture: pictureOf,
  // A message that is taken back goes, and so does one that the reader erases for himself alone.
  isRecalled: () => false,
  parts,
  // The page names the signed-in user nowhere.
  ownNames: () => [],
};

/** The open chat's list; null while there is none, or none can be told from another. */
function listOf(document: Document): HTMLElement | null {
  const shown = only(document, LIST, LISTS);
  // Pinned messages, and what was kept of one chat, are other lists of the same rows.
  if (!shown || shown.matches('.type-pinned, .saved-dialog')) return null;
  return placeOf(document) ? shown : null;
}

/** The one element of a class that is not about to leave; browsers keep such lists, so that each row may ask. */
function only(document: Document, name: string, selector: string): HTMLElement | null {
  const found = [...document.getElementsByClassName(name)].filter(
    (element) => element.matches(selector) && !element.closest(LEAVING),
  );
  return found.length === 1 ? (found[0] as HTMLElement) : null;
}

function openChat(document: Document): OpenChat | null {
  const place = placeOf(document);
  if (!place || !listOf(document)) return null;
  const name = chatName(document);
  // Topics of many groups are called alike.
  return {
    sessionId: place.thread === '' ? place.peer : `${place.peer}_${place.thread}`,
    name: place.thread === '' || name === '' ? name : `${name} · ${place.peer}`,
    isGroup: place.peer.startsWith('-'),
  };
}

/**
 * Durable ids of the open chat and of its topic. Comments, pinned and scheduled messages have a heading in place of the
 * chat: then null. A topic's heading has no picture, so that the address tells its group.
 */
function placeOf(document: Document): { peer: string; thread: string } | null {
  const info = only(document, INFO, INFOS);
  const avatar = info?.querySelector(AVATAR);
  const peer = avatar?.getAttribute('data-peer-id') ?? '';
  if (!info || avatar?.classList.contains('saved-messages')) return null;
  if (/^-?\d{1,20}$/.test(peer)) return { peer, thread: '' };
  if (!info.querySelector('.topic-header-icon')) return null;
  const [, group = '', thread = ''] =
    /^#(-\d{1,20})_(\d{1,20})$/.exec(document.location.hash) ?? [];
  return group === '' ? null : { peer: group, thread };
}

function chatName(document: Document): string {
  const title = only(document, INFO, INFOS)?.querySelector('.fullName');
  return title ? telegramText(title, '.custom-emoji') : '';
}

function rowOf(node: Node): HTMLElement | null {
  const row = closestTo(node, ROW);
  return row && listOf(row.ownerDocument)?.contains(row) ? row : null;
}

function read(row: HTMLElement): ReadMessage | null {
  if (row.matches(SERVICE)) return null;
  const own = row.classList.contains('own');
  const clock = clockOf(row);
  const day = row.closest('.message-date-group')?.querySelector('.sticky-date')?.textContent ?? '';
  const time = clock === null ? null : timeOnDay(day, clock, Date.now());
  return {
    id: idOf(row),
    own,
    sender: own ? '' : senderOf(row),
    clock,
    ...(time === null ? {} : { time }),
    ...contentOf(row),
    ...(row.classList.contains('has-unread-mention') ? { mentionsMe: true } : {}),
  };
}

/** A message that is being sent has a number with a fraction. */
function idOf(row: HTMLElement): string | null {
  const { ownerDocument: document } = row;
  const place = placeOf(document);
  const id = row.getAttribute('data-message-id') ?? '';
  if (!place || !/^\d{1,16}(?:\.\d{1,20})?$/.test(id)) throw new Error('unknown id');
  if (id.includes('.')) return null;
  // Numbers of large groups and channels are the same for every account.
  const isShared = place.peer.startsWith('-100');
  return `${isShared ? place.peer : telegramScope(document, place.peer)} ${id}`;
}

/** "09:02", "edited 09:02", "02:05 PM"; of files that were sent together only the last shows it. */
function clockOf(row: HTMLElement): string | null {
  let shown = row.querySelector('.MessageMeta .message-time');
  let next = row;
  for (let turn = 0; !shown && turn < 10; turn++) {
    if (!next.matches('.is-in-document-group:not(.last-in-document-group)')) return null;
    const after = next.nextElementSibling as HTMLElement | null;
    if (!after) return null;
    next = after;
    shown = next.querySelector('.MessageMeta .message-time');
  }
  const clock = /(?:^|\D)([01]?\d|2[0-3]):([0-5]\d)\s*([AP]M)?\s*$/.exec(shown?.textContent ?? '');
  if (!clock) return null;
  const hours = Number(clock[1]);
  const half = clock[3] === 'PM' ? 12 : 0;
  return `${clock[3] ? (hours % 12) + half : hours}:${clock[2]}`;
}

/** In a group the first of a run names its sender; elsewhere there is one sender, after whom the chat is called. */
function senderOf(row: HTMLElement): string {
  const run = row.closest(RUN);
  if (run) return nameOf(run.querySelector(NAME)) || calledOn(run);
  if (row.closest('.MessageList')?.classList.contains('no-avatars'))
    return chatName(row.ownerDocument);
  return senderOfRows(row);
}

/** Runs without an element of their own (until 2023). */
function senderOfRows(row: HTMLElement): string {
  let head: Element | null = row;
  for (let turn = 0; head && turn < MAX_RUN; turn++) {
    const name: string = head.matches(ROW) ? nameOf(head.querySelector(NAME)) : '';
    if (name !== '' || head.matches('.first-in-group')) return name;
    head = head.previousElementSibling;
  }
  return '';
}

function nameOf(title: Element | null): string {
  const name = title?.querySelector('.sender-title') ?? title;
  return name ? telegramText(name, '.custom-emoji') : '';
}

/** The name that a run's picture is described with: a run may begin with what shows no name. */
function calledOn(run: Element): string {
  const avatar = run.querySelector(`:scope > :not(${ROW}) ${AVATAR}, :scope > ${AVATAR}`);
  const picture = avatar?.querySelector('img[alt]')?.getAttribute('alt');
  return (picture ?? avatar?.getAttribute('aria-label') ?? '').trim();
}

/** The line that marks a message as read when it comes into view stays. */
function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(':scope > .message-content-wrapper');
  if (!aside || row.matches(SERVICE)) return null;
  const hide = row.querySelectorAll<HTMLElement>(
    ':scope > .message-content-wrapper, :scope > .Avatar',
  );
  return { host: row, aside, hide: [...hide] };
}
