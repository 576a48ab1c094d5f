import { blockText } from './block-text';
import { WHATSAPP_PAGES } from './messenger-pages';
import { outerRowOf, outerRows } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { contentOf, pictureOf } from './whatsapp-content';
import { AUTHOR, PRE_PLAIN, preOf, QUOTE, undirected } from './whatsapp-parts';
import { isOwn, isPending, LONGEST_RUN, rowAbove } from './whatsapp-side';
import { shownTime } from './whatsapp-time';

/**
 * Selectors of WhatsApp Web: its own script of 2026 (WAWebConversationMsgs, WAWebMessageList, WAWebMessageWrapper,
 * WAWebName), which six readers of live pages of 2026-07 to 2026-09 bear out. Nothing in the page says which chat is open but its name.
 */
const LIST =
  '#main [data-testid="conversation-panel-messages"], #main [data-scrolltracepolicy="wa.web.conversation.messages"]';
const ROW = '[data-id]';
const BOX = '[data-testid="msg-container"]';
/** Lines of the chat, calls. */
const NOTICE = '[data-testid="msg-notification-container"]';
/** Several pictures of pages until 2026: one row, whose id names the first and the last of them. */
const ALBUM = '[data-testid="image-album"]';
const HEADER = '#main header';
const TITLE = '[data-testid="conversation-info-header-chat-title"]';
const SUBTITLE = '[data-testid="chat-subtitle"]';
/** In a group only. */
const OF_GROUP = '[data-testid="group-chat-profile-picture"], [data-id*="@g.us"]';
const GROUP_ICON =
  '[data-icon^="default-group"], [data-testid^="default-group"], [data-testid="subgroup-switcher-button"]';
const RECALLED = '[data-icon="recalled"], [data-testid="recalled"]';
const ID = /^[0-9A-Za-z]{12,64}$/;
/** Until the spring of 2026 an id had the side before it and the chat, and in groups the sender behind it. */
const LONG_ID = /^(?:true|false)_[^_\s]+@[^_\s]+_([0-9A-Za-z]{12,64})(?:_\S+)?$/;
const ALBUM_ID = /^(?:album|grouped-sticker)-([0-9A-Za-z]{12,64})-/;

/** Rows that are looked through for the name of the signed-in user. */
const MAX_NEWEST = 30;

export const whatsapp: Site = {
  id: 'whatsapp',
  matches: WHATSAPP_PAGES,
  isHere: (document) => document.querySelector('#pane-side, #side') !== null,
  // Rows lie in normal flow. One that is 4,000 px out of sight loses its content and keeps the height that it was just
  // measured with, until it comes near again; one of no height keeps its content (CometVirtualization).
  rememberedHeights: false,
  // The app is drawn some time after the page, and anew when another account signs in.
  stage: (document) => document.body,
  watchedAttributes: ['id', 'data-id', 'data-virtualized', 'data-pre-plain-text'],
  openChat,
  scroller: listOf,
  rows: (document) => outerRows(listOf(document), ROW),
  rowOf,
  read,
  picture: (row) => {
    const box = isRecalled(row) ? null : row.querySelector(BOX);
    return box && pictureOf(box);
  },
  isRecalled,
  recalledId: (row) => (isRecalled(row) ? idIn(row) : null),
  parts,
  ownNames,
};

/** Of two none is the one. */
function listOf(document: Document): HTMLElement | null {
  const [list, ...more] = document.querySelectorAll<HTMLElement>(LIST);
  return list && more.length === 0 ? list : null;
}

function openChat(document: Document): OpenChat | null {
  const header = document.querySelector(HEADER);
  const list = listOf(document);
  if (!header || !list) return null;
  const name = nameIn(header);
  return name === '' ? null : { sessionId: name, name, isGroup: isGroup(header, list, name) };
}

/** The first words of the button that opens what is known of the chat; below stand its members, or when somebody was there. */
function nameIn(header: Element): string {
  const named =
    header.querySelector(TITLE) ??
    [...header.querySelectorAll('[role="button"] span[dir="auto"]')].find(
      (each) => !each.closest(SUBTITLE),
    );
  return named ? undirected(blockText(named, 'svg')) : '';
}

/** Rows with their senders, or members in the head. */
function isGroup(header: Element, list: Element, name: string): boolean {
  return (
    list.querySelector(OF_GROUP) !== null ||
    header.querySelector(GROUP_ICON) !== null ||
    [...list.querySelectorAll(AUTHOR)].some((each) => !each.closest(QUOTE)) ||
    [...header.querySelectorAll('[title]')].some((each) => isMembers(each, name))
  );
}

/** "李四, 王五, 您": several names, and no hour at which somebody was there ("9:02", "9.02"). */
function isMembers(element: Element, name: string): boolean {
  const title = undirected(element.getAttribute('title') ?? '');
  return title !== name && /[,，、]/.test(title) && !/\d[:.]\d\d/.test(title);
}

function rowOf(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  const list = row?.closest(LIST);
  return row && list && list === listOf(row.ownerDocument) ? row : null;
}

/** A row out of sight. */
function isStandIn(row: HTMLElement): boolean {
  const [first] = row.children;
  return !first || first.getAttribute('data-virtualized') === 'true';
}

/** Its bubble; null where the row is none of a message. */
function boxOf(row: HTMLElement): Element | null {
  if (row.matches(ALBUM)) return row;
  const box = row.querySelector(BOX);
  if (box) return box;
  if (row.querySelector(NOTICE)) return null;
  throw new Error('no bubble');
}

function read(row: HTMLElement): ReadMessage | null {
  if (isStandIn(row) || isRecalled(row)) return null;
  const box = boxOf(row);
  if (!box) return null;
  const id = idIn(row);
  if (id === null) throw new Error('unknown id');
  const own = isOwn(row, box);
  return {
    id: own && isPending(box) ? null : id,
    own,
    sender: own ? '' : senderOf(row),
    ...shownTime(row, box, listOf(row.ownerDocument)),
    ...contentOf(box),
  };
}

function idIn(row: HTMLElement): string | null {
  const shown = row.getAttribute('data-id') ?? '';
  if (ID.test(shown)) return shown;
  return LONG_ID.exec(shown)?.[1] ?? ALBUM_ID.exec(shown)?.[1] ?? null;
}

/** Said on the first of a run, and in the stamp of each text; a chat of two is called after the other. */
function senderOf(row: HTMLElement): string {
  const named = senderIn(row.querySelector(BOX) ?? row);
  if (named !== '') return named;
  // Looked for only here: it takes a look at every row.
  const chat = openChat(row.ownerDocument);
  if (chat && !chat.isGroup) return chat.name;
  let at = rowAbove(row);
  for (let count = 1; at && count < LONGEST_RUN; count++) {
    const name = senderIn(at.querySelector(BOX) ?? at);
    if (name !== '') return name;
    at = rowAbove(at);
  }
  return '';
}

/** Whoever is not in the address book has a number and a name of his own choice: the stamp has the number. */
function senderIn(box: Element): string {
  const stamped = PRE_PLAIN.exec(preOf(box)?.getAttribute('data-pre-plain-text') ?? '')?.[2] ?? '';
  if (stamped !== '') return undirected(stamped);
  const names = [...box.querySelectorAll(AUTHOR)]
    .filter((each) => !each.closest(QUOTE))
    .map((each) => undirected(blockText(each, 'svg')));
  return names.find((each) => /^\+[\d\s()-]{6,}$/.test(each)) ?? names[0] ?? '';
}

/** One sentence in place of the words, behind a sign of its own. */
function isRecalled(row: HTMLElement): boolean {
  if (isStandIn(row)) return false;
  return [...row.querySelectorAll(RECALLED)].some((each) => !each.closest(QUOTE));
}

function parts(row: HTMLElement): RowParts | null {
  const aside = isStandIn(row) ? null : row.querySelector<HTMLElement>(BOX);
  const inside = [...row.children].find((each) => each.contains(aside));
  return aside && inside ? { host: row, hide: [inside as HTMLElement], aside } : null;
}

/** An own text is stamped with the name that others see. */
function ownNames(document: Document): string[] {
  for (const row of outerRows(listOf(document), ROW).slice(-MAX_NEWEST).reverse()) {
    const box = isStandIn(row) ? null : row.querySelector(BOX);
    const name = PRE_PLAIN.exec(
      (box && preOf(box)?.getAttribute('data-pre-plain-text')) ?? '',
    )?.[2];
    if (box && name && isOwnSurely(row, box)) return [undirected(name)];
  }
  return [];
}

function isOwnSurely(row: HTMLElement, box: Element): boolean {
  try {
    return isOwn(row, box);
  } catch {
    return false;
  }
}
