import { findBeside, findLast } from './beside';
import { displayedText } from './displayed-text';
import { TEAMS_PAGES } from './messenger-pages';
import { isOurs } from './ours';
import { outerRowOf, outerRows, rowIn } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { openPane, paneOf, personOf, threadOf, titleOf } from './teams-chat';
import { contentOf, type Held, isNamed, pictureOf } from './teams-content';

/**
 * Selectors of Teams' web client of 2026 ("v2", in the top document): captures of its pages of 2026-08 (chats and channels)
 * and 2026-09 (chats), and the exporters and extensions of 2026 that read it.
 */
const HERE = '[data-tid="app-layout-area--main"]';
/** In a chat the item around a message, its name and its hour; its picture has the same mark, inside. In a channel a post or an answer. */
const ROW =
  '[data-tid="chat-pane-item"], [data-tid="channel-replies-pane-message"], [role="group"][id^="message-body-"]';
const CHAT_MESSAGE = '[data-tid="chat-pane-message"]';
const CHANNEL_MESSAGE = '[data-testid="message-body-flex-wrapper"]';
const MESSAGE = `${CHAT_MESSAGE}, ${CHANNEL_MESSAGE}`;
const WORDS = '[data-message-content]';
const SIDE = '.fui-ChatMyMessage, .fui-ChatMessage';
const OWN = '.fui-ChatMyMessage';
const CHAT_NAME = '[data-tid="message-author-name"]';
const NAME = `${CHAT_NAME}, [id^="author-"]`;
/** Who wrote a post: the picture beside it. */
const FACE = '[data-tid$="message-header-avatar"][data-person-mri]';
const ANSWERS = '[data-tid="response-surface"]';
const TOMBSTONE = '[data-tid="message-tombstone"], [id^="tombstone-"]';
const EDITOR = '[data-tid="ckeditor"], [contenteditable="true"]';
const STATUS = '[id^="read-status-icon-"], [class*="__statusIcon"]';
const FAILED = '[id^="failure-status-"]';
/** What the mark below the newest own message says when the server has it; any other word may mean that it has not. */
const SENT =
  /^(?:sent|delivered|seen|read|已发送|已送达|已查看|已读|所有人|已傳送|已送達|已檢視|已讀)/i;
/** Unix ms at which the server took the message in: its number in the chat. */
const NUMBER = /^1[4-9]\d{11}$/;
/** Rows that are looked through for the head of a run, and for the newest own one. */
const LONGEST_RUN = 40;
const MAX_NEWEST = 30;

export const teams: Site = {
  id: 'teams',
  matches: TEAMS_PAGES,
  isHere: (document) => document.querySelector(HERE) !== null,
  // Rows far from the view are not in the page, and nobody has seen how the list keeps its place without them.
  rememberedHeights: true,
  stage: (document) => document.body,
  watchedAttributes: ['id', 'role', 'data-tid', 'data-mid', 'data-track-thread-id'],
  openChat,
  scroller: openPane,
  rows: (document) => outerRows(openPane(document), ROW),
  rowOf: (node) => {
    const row = outerRowOf(node, ROW);
    return row?.ownerDocument && openPane(row.ownerDocument)?.contains(row) ? row : null;
  },
  read,
  picture: (row) => {
    const held = heldIn(row);
    return held && !isRecalled(row) ? pictureOf(held.box) : null;
  },
  isRecalled,
  recalledId,
  parts,
  ownNames,
};

function openChat(document: Document): OpenChat | null {
  const pane = openPane(document);
  const thread = pane && threadOf(pane);
  if (!pane || !thread) return null;
  // A talk of two, or with oneself.
  const isGroup = !/@unq\.gbl\.spaces$|^48:/.test(thread);
  return { sessionId: thread, name: titleOf(pane, thread), isGroup };
}

/** A line of the chat has none. */
function boxesIn(row: Element): HTMLElement[] {
  return outerRows(row, MESSAGE).filter((box) => !box.closest(TOMBSTONE));
}

/** The message in a row that holds one. */
function heldIn(row: Element): Held | null {
  const [box, ...others] = boxesIn(row);
  if (!box || others.length > 0) return null;
  return { row, box, number: box.getAttribute('data-mid') ?? '' };
}

function isRecalled(row: Element): boolean {
  return [...row.querySelectorAll(TOMBSTONE)].some((each) => !each.closest(WORDS));
}

function recalledId(row: HTMLElement): string | null {
  if (!isRecalled(row)) return null;
  const told = row.querySelector(`${MESSAGE}, ${TOMBSTONE}, [data-mid]`);
  const number = told?.getAttribute('data-mid') ?? told?.id.replace(/^\D+/, '') ?? '';
  const thread = threadAround(row);
  return thread && NUMBER.test(number) ? `${thread}/${number}` : null;
}

function threadAround(row: Element): string | null {
  const pane = paneOf(row);
  return pane && threadOf(pane);
}

function read(row: HTMLElement): ReadMessage | null {
  if (isRecalled(row) || isEdited(row)) return null;
  if (boxesIn(row).length === 0) return null;
  const held = heldIn(row);
  const own = held && isOwn(held);
  if (!held || own === null) throw new Error(held ? 'no side' : 'several messages');
  const { number, box } = held;
  const isNumber = NUMBER.test(number);
  if (!isNumber && !(own && /^\d{10,25}$/.test(number))) throw new Error('unknown id');
  const content = contentOf(held);
  if (content === null) return null;
  const thread = threadAround(row);
  if (thread === null) throw new Error('unknown chat');
  const me = personOf(row.ownerDocument);
  return {
    id: isNumber && !(own && isPending(row)) ? `${thread}/${number}` : null,
    own,
    sender: nameOf(held) ?? runName(row, own),
    clock: null,
    ...(isNumber ? { time: Number(number) } : {}),
    ...content,
    ...(me && isNamed(box, me) ? { mentionsMe: true } : {}),
  };
}

/** In a chat by the side of the message, null where it has none; in a channel by who is on the picture. */
function isOwn({ row, box }: Held): boolean | null {
  if (box.matches(CHAT_MESSAGE)) {
    const side = box.closest(SIDE);
    return side && row.contains(side) ? side.matches(OWN) : null;
  }
  const me = personOf(row.ownerDocument);
  return me !== null && row.querySelector(FACE)?.getAttribute('data-person-mri') === me;
}

function isPending(row: Element): boolean {
  const status = row.querySelector(STATUS);
  const isSent = !status || SENT.test((status.getAttribute('aria-label') ?? '').trim());
  return !isSent || (row.querySelector(FAILED)?.textContent ?? '').trim() !== '';
}

/** A box stands in the row in which its words are being changed. */
function isEdited(row: Element): boolean {
  return row.querySelector(EDITOR) !== null;
}

function nameOf({ row, number }: Held): string | null {
  const names = [...row.querySelectorAll(NAME)].filter((each) => !each.closest(WORDS));
  const name = names.find((each) => each.id === `author-${number}`) ?? names[0];
  return name ? displayedText(name) : null;
}

/** Some versions name only the first of a run; "" where that is not mounted. */
function runName(row: Element, own: boolean): string {
  const list = row.closest(ANSWERS) ?? paneOf(row) ?? row;
  const name = findBeside(row, list, 'previousElementSibling', LONGEST_RUN, (place) => {
    const other = rowIn(place, ROW);
    if (!other) return null;
    const held = heldIn(other);
    return held && isOwn(held) === own ? nameOf(held) : '';
  });
  return name ?? '';
}

function parts(row: HTMLElement): RowParts | null {
  if (!heldIn(row) || isEdited(row)) return null;
  const hide = [...row.children].filter(
    (each): each is HTMLElement => each.localName !== 'i' && !isOurs(each),
  );
  const aside = hide.at(-1);
  return aside ? { host: row, hide, aside } : null;
}

/** One name, from the newest own row. */
function ownNames(document: Document): string[] {
  const [newest] = outerRows(openPane(document), ROW).slice(-1);
  const list = newest?.parentElement?.parentElement;
  const name = list
    ? findLast(list, MAX_NEWEST, (place) => {
        const row = rowIn(place, ROW);
        const own = row?.querySelector(`${OWN} ${CHAT_NAME}`);
        return own && !own.closest(WORDS) ? displayedText(own) || null : null;
      })
    : null;
  return name === null ? [] : [name];
}
