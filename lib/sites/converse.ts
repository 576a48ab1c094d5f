import { bare, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';
import { linksIn, onlyLink, textWithLinks } from './links';
import { outerRowOf, outerRows } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Converse.js: its source of version 14.0.0, and that version running, 2026-11. It renders without shadow roots. */
const ROOT = 'converse-root, #conversejs';
const CHAT = 'chatbox';
const KINDS_OF_CHAT = /^converse-(muc|chat)$/;
const TITLE = '.chatbox-title__text';
const SCROLLER = '.chat-content__messages';
const HISTORY = 'converse-message-history';
/** A file that is still being sent has no `data-msgid`, a line of the room no `chat-msg`. */
const ROW = '.chat-msg[data-msgid]';
const ROW_OF_HISTORY = `${HISTORY} ${ROW}`;
const OWN = '.chat-msg__content--me';
const MEDIA: readonly [selector: string, kind: 'image' | 'voice' | 'video'][] = [
  ['video', 'video'],
  ['audio, converse-audio-player', 'voice'],
  ['img.chat-image, converse-gif', 'image'],
];

/** A file that was sent beside words. Alone it stands among them, as a link. */
const FILE = '.chat-msg__media';
/** What is shown for a message that could not be decrypted says so in every language by this name. */
const UNREADABLE = /\bOMEMO\b/;

/** Longest id that is taken: a room's address, a name and the id of the sender's program. */
const MAX_ID = 1_000;

export const converse: Site = {
  id: 'converse',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(ROOT) !== null,
  rememberedHeights: false,
  // The client makes its root when it starts, and again when it is started anew.
  stage: (document) => document.body,
  // A box that is left is only hidden, a message that was taken back only marked: both by a class.
  watchedAttributes: ['class', 'jid', 'data-msgid', 'data-from'],
  openChat,
  scroller: (document) => chatOf(document)?.querySelector<HTMLElement>(SCROLLER) ?? null,
  rows: (document) => outerRows(chatOf(document), ROW_OF_HISTORY),
  rowOf: (node) => outerRowOf(node, ROW_OF_HISTORY),
  read,
  picture: (row) => row.querySelector<HTMLImageElement>('.chat-msg__body img.chat-image'),
  isRecalled,
  recalledId,
  parts,
  ownNames: (document) => {
    const own = [...(chatOf(document)?.querySelectorAll(`${ROW} ${OWN}`) ?? [])];
    const rows = own.map((part) => part.closest(ROW)).filter((row) => row !== null);
    return [...new Set(rows.map(senderOf))].filter(Boolean);
  },
};

/** The box that is shown. Of several side by side none is the one that is read: then there is none. */
function chatOf(document: Document): Element | null {
  // Boxes stand side by side. To look for all of them, or to count them, walks through every row after each change: so does
  // an index into a live collection, which is checked against its length.
  const first = document.querySelector(`.${CHAT}`);
  const shown = [...(first?.parentElement?.children ?? [])].filter(
    ({ localName, classList }) =>
      KINDS_OF_CHAT.test(localName) && classList.contains(CHAT) && !classList.contains('hidden'),
  );
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

function openChat(document: Document): OpenChat | null {
  const box = chatOf(document);
  const sessionId = box?.getAttribute('jid') ?? '';
  if (!box || sessionId === '') return null;
  const title = box.querySelector(TITLE);
  return {
    sessionId,
    name: title ? displayedText(title) : '',
    isGroup: box.localName === 'converse-muc',
  };
}

function isRecalled(row: HTMLElement): boolean {
  return row.classList.contains('chat-msg--retracted');
}

function read(row: HTMLElement): ReadMessage | null {
  if (isRecalled(row)) return null;
  const content = contentOf(row);
  // A row stands there before its words are drawn.
  if (content.kind === 'text' && content.text === '') return null;
  return {
    id: idOf(row),
    own: row.querySelector(OWN) !== null,
    sender: senderOf(row),
    clock: null,
    time: timeOf(row),
    ...content,
    ...(row.classList.contains('mentioned') ? { mentionsMe: true } : {}),
  };
}

/**
 * The sender's program chooses `data-msgid`, so it tells messages apart only together with the address that the server
 * puts on them. A correction keeps it. Null without one: such a message cannot be known again.
 */
function idOf(row: HTMLElement): string | null {
  const id = row.getAttribute('data-msgid') ?? '';
  const from = row.getAttribute('data-from') ?? '';
  if (from === '' || from.length + id.length > MAX_ID) throw new Error('unknown id');
  return id === '' || id === 'undefined' || id === 'null' ? null : `${from} ${id}`;
}

function recalledId(row: HTMLElement): string | null {
  try {
    return isRecalled(row) ? idOf(row) : null;
  } catch {
    return null;
  }
}

/** In a room the address ends with the sender's name there; else only the head of a run of messages names them. */
function senderOf(row: Element): string {
  const from = row.getAttribute('data-from') ?? '';
  const at = from.indexOf('/');
  const isGroup = row.classList.contains('groupchat');
  if (isGroup && at >= 0) return from.slice(at + 1).trim();
  return (at >= 0 ? from.slice(0, at) : from).trim();
}

function timeOf(row: HTMLElement): number {
  const time = Date.parse(row.getAttribute('data-isodate') ?? '');
  if (Number.isNaN(time)) throw new Error('no time');
  return time;
}

function contentOf(row: HTMLElement) {
  const body = row.querySelector('.chat-msg__message');
  const text = body?.querySelector('.chat-msg__text');
  if (!body || !text) throw new Error('no text');
  const subject = body.querySelector('.chat-msg__subject');
  const words = [subject, text].flatMap((part) => (part ? wordsOf(part) : [])).join('\n');
  const media = MEDIA.find(([selector]) => body.querySelector(selector));
  // Nothing tells which picture it is: with it, a text is not the same as without.
  if (media) return { ...textContent(words), kind: media[1] };
  if (row.getAttribute('data-encrypted') === 'true' && UNREADABLE.test(words)) {
    return standIn(words);
  }
  const file = body.querySelector(FILE);
  if (file) return withFile(words, addressOf(file));
  const links = linksIn(text, wordsOf);
  const only = onlyLink(words, links);
  return only ? linkContent(only.words, only.written, '') : textWithLinks(words, links);
}

/** Empty lines are kept apart by characters that have no width. */
function wordsOf(part: Element): string {
  return displayedText(part).replaceAll('\u200b', '');
}

/** Two files under the same words are not the same message. Nothing while the file is not there yet. */
function withFile(words: string, address: string) {
  return address === '' ? bare('text') : linkContent(address, address, words);
}

/** Of a file that is shown, or that is about to be drawn. */
function addressOf(file: Element): string {
  const drawn = file.querySelector('converse-texture')?.getAttribute('text');
  return (drawn ?? file.querySelector('a[href]')?.getAttribute('href') ?? '').trim();
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(':scope > .chat-msg__content');
  if (!aside) return null;
  const hide = row.querySelectorAll<HTMLElement>(
    ':scope > .show-msg-author-modal, :scope > .chat-msg__content',
  );
  return { host: row, aside, hide: [...hide] };
}
