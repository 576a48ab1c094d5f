import { closestTo } from './closest';
import { TELEGRAM_PAGES } from './messenger-pages';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { telegramScope } from './telegram-account';
import { contentOf, pictureOf } from './telegram-k-content';
import { telegramText } from './telegram-text';

/** Selectors of Telegram Web K: morethanwords/tweb, newest stored source, 2026-11. */
const COLUMN = '#column-center';
/** Chats lie one upon another: comments and pinned messages over the group that they belong to. */
const CHAT = '#column-center .chats-container > .chat.active';
const TITLE = '.topbar .chat-info .peer-title[data-peer-id]';
/** Rows that leave are moved into a hidden list of the same name. */
const LIST = '.bubbles > .scrollable .bubbles-inner:not(.bubbles-remover)';
const ROW = '.bubble[data-mid]';
const SERVICE = '.service, .is-sponsored, .is-date';
const PENDING = '.is-sending, .is-outgoing, .is-error';
const RUN = '.bubbles-group';
const AVATAR = ':scope > .bubbles-group-avatar-container [data-peer-id]';

/** Runs that are looked through for the name of a sender whose own messages are all forwarded. */
const MAX_RUNS = 20;

export const telegramK: Site = {
  id: 'telegram-k',
  // Both clients live on one host.
  matches: TELEGRAM_PAGES,
  isHere: (document) =>
    !/^\/a(?:\/|$)/.test(document.location.pathname) &&
    document.querySelector(`#page-chats ${COLUMN}, ${COLUMN} .chats-container`) !== null,
  // The list lies in normal flow; what is taken out of it and where it stands is measured at each change.
  rememberedHeights: false,
  // Behind a lock screen, and for another account, the page is drawn anew.
  stage: (document) => document.body,
  watchedAttributes: [
    'id',
    'class',
    'data-mid',
    'data-peer-id',
    'data-thread-id',
    'data-type',
    'title',
  ],
  openChat,
  scroller: (document) => listOf(document)?.closest<HTMLElement>('.scrollable') ?? null,
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

/** The chat on top; comments, pinned and scheduled messages, stories and searches are none. */
function chatOf(document: Document): Element | null {
  const [chat, ...more] = document.querySelectorAll(CHAT);
  const type = chat?.getAttribute('data-type') ?? 'chat';
  return chat && more.length === 0 && type === 'chat' ? chat : null;
}

/** Between two chats there are two lists: then none is the one. What a message holds is no list, however it looks. */
function listOf(document: Document): Element | null {
  const lists = [...(chatOf(document)?.querySelectorAll(LIST) ?? [])];
  const [list, ...more] = lists.filter((each) => !each.closest(ROW));
  return list && more.length === 0 ? list : null;
}

/** Null while the title names another chat than the newest row. */
function openChat(document: Document): OpenChat | null {
  const title = chatOf(document)?.querySelector(TITLE);
  const list = listOf(document);
  if (!title || !list) return null;
  const peer = title.getAttribute('data-peer-id') ?? '';
  const thread = title.getAttribute('data-thread-id') ?? '0';
  const last = [...list.querySelectorAll(ROW)].at(-1)?.getAttribute('data-peer-id') ?? peer;
  if (!isPeer(peer) || last !== peer || isSaved(title)) return null;
  const name = nameIn(title);
  // Topics of many groups are called alike.
  const isTopic = /^[1-9]\d*$/.test(thread);
  return {
    sessionId: isTopic ? `${peer}_${thread}` : peer,
    name: isTopic && name !== '' ? `${name} · ${peer}` : name,
    isGroup: peer.startsWith('-'),
  };
}

function isPeer(id: string): boolean {
  return /^-?[1-9]\d{0,19}$/.test(id);
}

/** The reader's own notes. */
function isSaved(title: Element): boolean {
  return !!title.closest('.chat-info')?.querySelector('[class*="avatar-icon-saved"]');
}

function nameIn(title: Element): string {
  return telegramText(title.querySelector('.peer-title-inner') ?? title, '.custom-emoji');
}

function rowOf(node: Node): HTMLElement | null {
  const row = closestTo(node, ROW);
  return row?.closest(`.chat.active ${LIST}`) ? row : null;
}

function read(row: HTMLElement): ReadMessage | null {
  if (row.matches(SERVICE)) return null;
  const own = row.classList.contains('is-out');
  const seconds = Number(row.getAttribute('data-timestamp') ?? '');
  if (!Number.isInteger(seconds) || seconds <= 0) throw new Error('no time');
  return {
    id: idOf(row),
    own,
    sender: own ? '' : senderOf(row),
    clock: null,
    time: seconds * 1000,
    ...contentOf(row),
  };
}

/** A message that is being sent has a number with a fraction, or none above zero. */
function idOf(row: HTMLElement): string | null {
  const peer = row.getAttribute('data-peer-id') ?? '';
  const mid = row.getAttribute('data-mid') ?? '';
  if (!isPeer(peer) || !/^-?\d{1,16}(?:\.\d{1,20})?$/.test(mid)) throw new Error('unknown id');
  const isSent = /^[1-9]\d*$/.test(mid) && !row.matches(PENDING);
  return isSent ? `${telegramScope(row.ownerDocument, peer)} ${mid}` : null;
}

/** In a group every message names its sender, but for pictures and what is forwarded; elsewhere the chat is called after them. */
function senderOf(row: HTMLElement): string {
  const run = row.closest(RUN);
  const own = senderIn(row) || (run ? senderIn(run) : '');
  if (own !== '') return own;
  const avatar = run?.querySelector(AVATAR);
  if (!run || !avatar) return chatName(row);
  return nameElsewhere(run, avatar.getAttribute('data-peer-id') ?? '');
}

/** The name that stands over a message; what comes from elsewhere names its source there, and has it in a line of its own. */
function senderIn(element: Element): string {
  const names = element.matches(ROW) ? [element] : [...element.querySelectorAll(ROW)];
  for (const bubble of names) {
    const title = bubble.querySelector(
      bubble.classList.contains('forwarded')
        ? '.name-first-line .peer-title'
        : '.name[data-peer-id] .peer-title',
    );
    if (title && !title.closest('.is-via, .topic-name-button-container, .reply')) {
      return nameIn(title);
    }
  }
  return '';
}

/** Another run of the same sender above. */
function nameElsewhere(run: Element, peer: string): string {
  let other = run.previousElementSibling;
  for (let turn = 0; other && turn < MAX_RUNS; turn++) {
    if (other.querySelector(AVATAR)?.getAttribute('data-peer-id') === peer) {
      const name = senderIn(other);
      if (name !== '') return name;
    }
    other = other.previousElementSibling;
  }
  return '';
}

/** A chat with one person, or a channel; a group without pictures of its senders is neither. */
function chatName(row: HTMLElement): string {
  if (row.closest('.bubbles-inner')?.classList.contains('is-chat')) return '';
  const title = row.closest('.chat')?.querySelector(TITLE);
  return title ? nameIn(title) : '';
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(':scope > .bubble-content-wrapper');
  return aside && !row.matches(SERVICE) ? { host: row, aside, hide: [aside] } : null;
}
