import { displayedText } from './displayed-text';
import { outerRowOf, outerRows } from './outer-row';
import type { OpenChat } from './site';

/** Selectors of Slack's web client around its messages: read by tools for agents and mods, checked by them on the live page in 2026-08 and 2026-09. */
const PANE = '[data-qa="message_pane"], .p-message_pane';
/** Columns and views that draw messages, too: of a thread, of a search, of many channels. */
const ELSEWHERE = [
  '[data-qa="threads_flexpane"], .p-threads_flexpane, .p-flexpane, .p-view_contents--secondary',
  '[data-qa="search_view"], [data-qa="threads_view"], .p-threads_view, .p-unreads_view',
  '[data-qa="channel-sidebar"], .p-channel_sidebar, .p-view_contents--sidebar',
].join(', ');
const VIEW = '.p-view_contents, .p-workspace__primary_view';
const SCROLLBAR = '[data-qa="slack_kit_scrollbar"], .c-scrollbar__hider';
const LIST = '.c-message_list';
/** In a talk of few the title is a name. */
const TITLE =
  '[data-qa="channel_name"], .p-view_header__channel_title, .p-view_header__member_name';
const COMPOSER = '[data-qa="message_input"][data-channel-id]';
/** One message. What is quoted in it is none. */
export const ROW = '[data-qa="message_container"][data-msg-ts]';
const OF_CHANNEL = 'data-msg-channel-id';
/** Views of many channels are called by a word in small letters: "threads", "dms", "activity-inbox". */
const ADDRESS = /^\/client\/[TE][A-Z0-9]{5,20}\/([CDG][A-Z0-9]{5,20})(?:\/|$)/;

/** The channel that the address names; null in a view of many. */
function channelOf(document: Document): string | null {
  return ADDRESS.exec(document.location.pathname)?.[1] ?? null;
}

/** The column of the open channel; null where it is not the one. */
function paneOf(document: Document): HTMLElement | null {
  const [pane, ...more] = outerRows(document, PANE).filter((each) => !each.closest(ELSEWHERE));
  return pane && more.length === 0 ? pane : null;
}

/** The element that scrolls the open channel's messages. */
export function scrollerOf(document: Document): HTMLElement | null {
  const pane = paneOf(document);
  const list = pane?.querySelector(LIST) ?? pane;
  return list?.querySelector<HTMLElement>(SCROLLBAR) ?? null;
}

/** Messages of the channel that the address names; while those of the last one are still there, none. */
export function rowsOf(document: Document): HTMLElement[] {
  const channel = channelOf(document);
  if (channel === null) return [];
  const rows = outerRows(scrollerOf(document), ROW);
  return rows.filter((row) => row.getAttribute(OF_CHANNEL) === channel);
}

/** The message that a node is or lies in; null where it is none of the open channel's. */
export function rowAround(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  const document = row?.ownerDocument;
  if (!row || !document || row.getAttribute(OF_CHANNEL) !== channelOf(document)) return null;
  return scrollerOf(document)?.contains(row) ? row : null;
}

/**
 * The address is of a channel at once, the title and the messages follow some 50 to 300 ms later, and after a start it may
 * name another workspace's channel for good. The box to write in and each message bear their channel's number: while
 * one of them is another, none is open.
 */
export function openChannel(document: Document): OpenChat | null {
  const channel = channelOf(document);
  const pane = paneOf(document);
  if (channel === null || !pane) return null;
  const last = outerRows(scrollerOf(document), ROW).at(-1)?.getAttribute(OF_CHANNEL) ?? channel;
  const boxes = [...(pane.closest(VIEW) ?? pane).querySelectorAll(COMPOSER)].filter(
    (box) => !box.getAttribute('data-thread-ts') && !box.closest(ELSEWHERE),
  );
  const isAnother = boxes.some((box) => box.getAttribute('data-channel-id') !== channel);
  if (last !== channel || isAnother) return null;
  // A talk of two; one of few people has a channel's number.
  return { sessionId: channel, name: titleOf(pane), isGroup: !channel.startsWith('D') };
}

/** The title over the messages; where it lies in no column with them, the only one there is. */
function titleOf(pane: Element): string {
  const view = pane.closest(VIEW);
  const [title, ...more] = titlesIn(view ?? pane.ownerDocument);
  if (title !== undefined && (view || more.length === 0)) return title;
  const [only, ...others] = view ? titlesIn(pane.ownerDocument) : [];
  return only !== undefined && others.length === 0 ? only : '';
}

function titlesIn(place: ParentNode): string[] {
  return outerRows(place, TITLE)
    .filter((title) => !title.closest(ELSEWHERE))
    .map((title) => displayedText(title).replace(/\s+/g, ' '))
    .filter((name) => name !== '');
}
