import { blockText } from './block-text';
import { closestTo } from './closest';
import { type Content, fileContent, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';
import { linksIn, onlyLink, textWithLinks } from './links';
import { DISCORD_PAGES } from './messenger-pages';
import { shownSize } from './shown-size';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/**
 * Selectors of Discord's web client. Its class names end in letters that change ("messageContent_c19a55"), so ids are used,
 * which its own script makes ("message-content-<id>": seen in stored scripts of 2023 to 2026), and attributes; a beginning
 * of a class only where nothing else is there. Extensions and exporters of 2025 and 2026 use the same.
 */
const LIST = 'ol[data-list-id="chat-messages"]';
const ROW = `${LIST} > li[id^="chat-messages-"]`;
const ROW_ID = /^chat-messages-(\d{15,22})-(\d{15,22})$/;
const ARTICLE = '[role="article"]';
/** The address names the server or "@me", the channel, and a thread that is open beside it. */
const ADDRESS = /^\/channels\/(@me|\d+)\/(\d+)/;
const TITLE = 'main h1, section h1, h1';
const OWN_PANEL = 'section[class*="panels"]';
const AVATAR_OWNER = /\/avatars\/(\d{15,22})\//;
/** What is answered has the id of its own message's words. */
const REPLIED = '[id^="message-reply-context-"], [class*="repliedMessage"]';
const EDITED = 'time, [class*="edited_"], [class*="timestamp_"]';
const SNAPSHOT = '[class*="messageSnapshot"]';
const FILE_NAME = 'a[class*="fileNameLink"], [class*="filename" i] a, [class*="fileName" i]';
const FILE = '[class*="file_"], [class*="fileWrapper"]';
const PICTURE = '[class*="imageWrapper"] img, [class*="imageContainer"] img';
/** What goes before a picture as the kind of a message. */
const NO_PICTURE = `${FILE}, video, audio`;
const ATTACHED = `${NO_PICTURE}, ${PICTURE}`;
/** Milliseconds of the Unix clock at which ids begin; the bits above the lowest 22 count from there (the maker's reference). */
const EPOCH = 1_420_070_400_000n;

export const discord: Site = {
  id: 'discord',
  matches: DISCORD_PAGES,
  isHere: (document) => ADDRESS.test(document.location.pathname),
  // Rows lie in normal flow between two stretches whose heights stand for what is not loaded: the client holds its place by
  // measuring the rows again.
  rememberedHeights: false,
  stage: (document) => document.body,
  watchedAttributes: ['id', 'data-list-id', 'aria-labelledby'],
  openChat,
  scroller: (document) => {
    const first = firstRow(document);
    return (
      first?.closest<HTMLElement>('[class*="scroller_"]') ??
      first?.closest<HTMLElement>(LIST) ??
      null
    );
  },
  rows: rowsOf,
  rowOf,
  read,
  picture: (row) => {
    const beside = besideOf(row, numberOf(row));
    return beside?.querySelector(NO_PICTURE) ? null : (beside?.querySelector(PICTURE) ?? null);
  },
  // A message that is taken back leaves the page.
  isRecalled: () => false,
  parts,
  ownNames: () => [],
};

/** Which channel is open is told by the address at once; every row says which one it is of. */
function channelOf(document: Document): string | null {
  return ADDRESS.exec(document.location.pathname)?.[2] ?? null;
}

function openChat(document: Document): OpenChat | null {
  const [, server, channel] = ADDRESS.exec(document.location.pathname) ?? [];
  if (server === undefined || channel === undefined) return null;
  const isPrivate = server === '@me';
  const name = nameOf(document, server, channel);
  return name === '' ? null : { sessionId: channel, name, isGroup: !isPrivate };
}

/**
 * The list at the side names the channel by its number, so never another one's; where it does not hold it, the title does,
 * which the tab's must agree with: "Discord | #channel | server".
 */
function nameOf(document: Document, server: string, channel: string): string {
  const [, shown = '', group = ''] = document.title.split(' | ').map((part) => part.trim());
  const link = document.querySelector(`nav a[href="/channels/${server}/${channel}"]`);
  const listed = link?.querySelector('[class*="name_"], [class*="name-"]');
  const title =
    [...document.querySelectorAll(TITLE)].map(displayedText).find((words) => words !== '') ?? '';
  const isAgreed = title !== '' && shown.replace(/^[#@]/, '') === title;
  const name = listed ? displayedText(listed) : isAgreed ? title : '';
  return name === '' || group === '' || server === '@me' ? name : `${group} #${name}`;
}

function rowsOf(document: Document): HTMLElement[] {
  const rows = rowSelector(document);
  if (rows === null) return [];
  return [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => ROW_ID.test(row.id));
}

/** Without a look at all the others. */
function firstRow(document: Document): HTMLElement | undefined {
  const rows = rowSelector(document);
  const first = rows === null ? null : document.querySelector<HTMLElement>(rows);
  return first && ROW_ID.test(first.id) ? first : rowsOf(document)[0];
}

/** Null where no channel is open. */
function rowSelector(document: Document): string | null {
  const channel = channelOf(document);
  return channel === null ? null : `${LIST} > li[id^="chat-messages-${channel}-"]`;
}

function rowOf(node: Node): HTMLElement | null {
  const rows = node.ownerDocument && rowSelector(node.ownerDocument);
  if (!rows) return null;
  const row = closestTo(node, rows);
  return row && ROW_ID.test(row.id) ? row : null;
}

/** The message's own number; the channel's stands before it. */
function numberOf(row: HTMLElement): string {
  return ROW_ID.exec(row.id)?.[2] ?? '';
}

function read(row: HTMLElement): ReadMessage | null {
  const number = numberOf(row);
  const article = row.querySelector(ARTICLE);
  if (number === '' || !article) throw new Error('no message');
  const head = headOf(row, article);
  // A line of the channel, such as somebody's joining, names nobody as its sender.
  if (!head) return null;
  const content = contentOf(row, number);
  if (content === null) return null;
  const isSending = article.querySelector('[class*="isSending"]') !== null;
  return {
    id: isSending ? null : number,
    own: isSending || isOwn(row, head),
    sender: displayedText(head),
    clock: null,
    time: timeOf(number),
    ...content,
    ...(article.matches('[class*="mentioned"]') ? { mentionsMe: true } : {}),
  };
}

/** The rows of a run are labelled by the name in the row that begins it. Null where no name is given. */
function headOf(row: HTMLElement, article: Element): Element | null {
  const labels = (article.getAttribute('aria-labelledby') ?? '').split(/\s+/);
  const label = labels.find((id) => id.startsWith('message-username-'));
  const named = label === undefined ? null : row.ownerDocument.getElementById(label);
  if (named) return named;
  const own = row.querySelector('[id^="message-username-"]');
  if (own && !own.closest(REPLIED)) return own;
  // The run begins above what is loaded.
  if (label !== undefined) throw new Error('no sender');
  return null;
}

/** The picture beside a name and that in the user's own panel bear their owners' numbers. A picture of nobody's own tells nothing. */
function isOwn(row: HTMLElement, head: Element): boolean {
  const document = row.ownerDocument;
  const owner = (place: Element | null | undefined) =>
    [...(place?.querySelectorAll('img[src*="/avatars/"]') ?? [])]
      .filter((image) => !image.closest(REPLIED))
      .map((image) => AVATAR_OWNER.exec(image.getAttribute('src') ?? '')?.[1])
      .find((id) => id !== undefined);
  const me = owner(document.querySelector(OWN_PANEL));
  return me !== undefined && owner(head.closest(ROW)) === me;
}

function timeOf(number: string): number {
  return Number((BigInt(number) >> 22n) + EPOCH);
}

/** What is sent with the words. A thread that is open beside may show the same message once more. */
function besideOf(row: HTMLElement, number: string): Element | null {
  return row.querySelector(`[id="message-accessories-${number}"]`);
}

/** Of several things beside the words one is read: such a message is never folded. */
function contentOf(row: HTMLElement, number: string): Content | null {
  const content = readContent(row, number);
  const beside = besideOf(row, number);
  const isOneOfMany = (beside?.querySelectorAll(ATTACHED).length ?? 0) > 1;
  return content && isOneOfMany ? { ...content, oversize: true } : content;
}

function readContent(row: HTMLElement, number: string): Content | null {
  const words = [...row.querySelectorAll(`[id="message-content-${number}"]`)].find(
    (each) => !each.closest(REPLIED),
  );
  const beside = besideOf(row, number);
  const text = words ? blockText(words, EDITED) : '';
  const file = beside?.querySelector(FILE);
  if (file) return withFile(file, text);
  if (beside?.querySelector('video')) return { ...textContent(text), kind: 'video' };
  if (beside?.querySelector('audio')) return { ...textContent(text), kind: 'voice' };
  if (beside?.querySelector(PICTURE)) return { ...textContent(text), kind: 'image' };
  const forwarded = row.querySelector(SNAPSHOT)?.querySelector('[class*="markup"]');
  if (forwarded) return textContent(blockText(forwarded, EDITED));
  if (text === '') return beside?.childElementCount ? standIn('[附加内容]') : null;
  const links = words ? linksIn(words, displayedText) : [];
  const only = onlyLink(text, links);
  return only ? linkContent(text, only.url, '') : textWithLinks(text, links);
}

/** With words beside it a file is one of several things said at once: it is told by both. */
function withFile(file: Element, text: string): Content {
  const name = file.querySelector(FILE_NAME);
  const shown = name ? displayedText(name) : '';
  if (shown === '') return standIn('[文件]');
  const size = shownSize((file.textContent ?? '').replace(shown, ' '));
  return { ...fileContent(shown, size, false), text: textContent(text).text };
}

function parts(row: HTMLElement): RowParts | null {
  const article = row.querySelector<HTMLElement>(`:scope > ${ARTICLE}`);
  return article ? { host: row, hide: [article], aside: article } : null;
}
