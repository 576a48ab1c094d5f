import { findBeside } from './beside';
import { blockText } from './block-text';
import { closestTo } from './closest';
import { bare, type Content, linkContent, textContent } from './content';
import { timeOnDay } from './day-line';
import { displayedText } from './displayed-text';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Zulip's web client: its templates of 2021 to 2026 (single_message, message_body, recipient_row). */
const LISTS = '.message-list, .message_table, .focused-message-list';
const FOCUSED = '.focused-message-list, .focused_table';
const ROW = '.message_row[data-message-id], .message_row[zid]';
const GROUP = '.recipient_row';
const STREAM = '.message_header_stream';
const STREAM_NAME = '.message-header-stream-name, .stream_label';
const TOPIC = '.stream-topic-inner, .narrows_by_topic';
const PRIVATE = '.private_message_header_name, .message_header_private_message .stream_label';
const DAY = '.recipient_row_date';
const DAY_LINE = '.date_row';
const NAME = '.sender_name_text';
const CLOCK = '.message_time';
const WORDS = '.message_content.rendered_markdown';
const STATUS = '.status-message';
const SKIP =
  '.message_edit_notice, .edit-notifications, .message_inline_image, .message-media-preview-image, .message-media-inline-image, .message_embed, .copy-button, .spoiler-button, button';
const PICTURE =
  '.message_inline_image img, .message-media-preview-image img, .message-media-inline-image img';
const AVATAR =
  '.inline_profile_picture img, .inline-profile-picture img, img.inline_profile_picture';
const OWN_AVATAR = '#personal-menu img, .header-button-avatar';
/** A message of somebody whom the user has muted shows none of its words. */
const MUTED = '.muted-message-sender, .message_hidden_dialog';

/** Rows that are looked through for the head of a run or the day. */
const LONGEST_RUN = 60;

export const zulip: Site = {
  id: 'zulip',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) =>
    document.querySelector('#message_feed_container, #message-lists-container') !== null,
  // Rows lie in normal flow and are measured by the browser.
  rememberedHeights: false,
  // A narrowed view is another list beside the first.
  stage: (document) => document.body,
  watchedAttributes: ['class', 'data-message-id', 'zid'],
  openChat,
  scroller: (document) => {
    const list = listOf(document);
    return (
      list?.closest<HTMLElement>(
        '.simplebar-content-wrapper, .message-feed, #message_feed_container',
      ) ?? list
    );
  },
  rows: (document) =>
    [...(listOf(document)?.querySelectorAll<HTMLElement>(ROW) ?? [])].filter(isOutermost),
  rowOf,
  read,
  picture: (row) => row.querySelector<HTMLImageElement>(PICTURE),
  // A message that is taken back leaves the page.
  isRecalled: () => false,
  parts,
  ownNames: () => [],
};

/** Lists of views that were left stay in the page. */
function listOf(document: Document): HTMLElement | null {
  const focused = document.querySelector<HTMLElement>(FOCUSED);
  if (focused) return focused;
  const lists = [...document.querySelectorAll<HTMLElement>(LISTS)].filter((list) =>
    list.querySelector(ROW),
  );
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** One conversation: a topic of a channel, or the same people. A view that mixes several has no open chat. */
function openChat(document: Document): OpenChat | null {
  const groups = [...(listOf(document)?.querySelectorAll(GROUP) ?? [])];
  const [first, ...others] = groups.map(conversationOf);
  if (!first || others.some((other) => other?.sessionId !== first.sessionId)) return null;
  return first;
}

function conversationOf(group: Element): OpenChat | null {
  const stream = group.querySelector(STREAM);
  if (stream) {
    const [channel, topic] = [STREAM_NAME, TOPIC].map((part) =>
      wordsOf(stream.querySelector(part)),
    );
    if (!channel || !topic) return null;
    const sessionId = `${stream.getAttribute('data-stream-id') ?? channel} ${topic}`;
    return { sessionId, name: `${channel} > ${topic}`, isGroup: true };
  }
  const people = wordsOf(group.querySelector(PRIVATE));
  return people === ''
    ? null
    : { sessionId: people, name: people, isGroup: /[,，、]/.test(people) };
}

function wordsOf(element: Element | null): string {
  return element ? displayedText(element).replace(/\s+/g, ' ') : '';
}

function isOutermost(row: Element): boolean {
  return !row.parentElement?.closest(ROW);
}

function rowOf(node: Node): HTMLElement | null {
  let row = closestTo(node, ROW);
  for (let outer = row; outer; outer = outer.parentElement?.closest<HTMLElement>(ROW) ?? null) {
    row = outer;
  }
  return row && listOf(row.ownerDocument)?.contains(row) ? row : null;
}

function read(row: HTMLElement): ReadMessage | null {
  if (row.matches(MUTED) || row.querySelector(MUTED)) return null;
  const id = row.getAttribute('data-message-id') ?? row.getAttribute('zid') ?? '';
  // While it is being sent it has a number with a fraction, which stands for its place.
  const isSending = row.matches('.local, .locally-echoed') || /^\d+\.\d+$/.test(id);
  if (!isSending && !/^\d{1,19}$/.test(id)) throw new Error('unknown id');
  const content = contentOf(row);
  if (content === null) return null;
  const head = headOf(row);
  const clock = clockIn(row.querySelector(CLOCK)?.textContent ?? '');
  const time = clock === null ? null : timeOnDay(dayAbove(row), clock, Date.now());
  return {
    id: isSending ? null : id,
    own: isSending || (head !== null && isOwn(head)),
    sender: wordsOf(head?.querySelector(NAME) ?? null),
    clock,
    ...(time === null ? {} : { time }),
    ...content,
    ...(row.matches('.direct_mention, .group_mention') ? { mentionsMe: true } : {}),
  };
}

/** The row that begins the run names its sender; runs end with their group. */
function headOf(row: HTMLElement): HTMLElement | null {
  if (row.querySelector(NAME)) return row;
  const group = row.closest(GROUP);
  if (!group) return null;
  return findBeside<HTMLElement>(row, group, 'previousElementSibling', LONGEST_RUN, (place) =>
    place.matches(ROW) && place.querySelector(NAME) ? (place as HTMLElement) : null,
  );
}

/** The user's own picture stands in the bar above; others have others. */
function isOwn(head: Element): boolean {
  const source = (image: Element | null) => (image?.getAttribute('src') ?? '').split('?')[0];
  const me = source(head.ownerDocument.querySelector(OWN_AVATAR));
  return me !== '' && source(head.querySelector(AVATAR)) === me;
}

/** The day stands in a line before a row, or in the head of its group. */
function dayAbove(row: HTMLElement): string {
  const group = row.closest(GROUP);
  const line = (place: Element) => {
    const found = place.querySelector(DAY_LINE);
    return found ? wordsOf(found) : null;
  };
  const above =
    line(row) ?? (group && findBeside(row, group, 'previousElementSibling', LONGEST_RUN, line));
  return above || wordsOf(group?.querySelector(DAY) ?? null);
}

/** "9:02 PM" and "21:02" as "21:02". */
function clockIn(shown: string): string | null {
  const parts = /(\d{1,2}):(\d{2})\s*([AP]M)?/i.exec(shown);
  if (!parts) return null;
  const [, hour = '', minute = '', half] = parts;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  return `${hours}:${minute}`;
}

function contentOf(row: HTMLElement): Content | null {
  const words = row.querySelector(WORDS) ?? row.querySelector(STATUS);
  if (!words) throw new Error('no text');
  const text = blockText(words, SKIP);
  if (row.querySelector(PICTURE)) return bare('image', textContent(text).text);
  if (row.querySelector('.message_inline_video, .message-media-inline-video, audio')) {
    return bare('video', textContent(text).text);
  }
  if (text === '') return null;
  const [link, ...more] = words.querySelectorAll('a[href]');
  if (link && more.length === 0 && displayedText(link) === text) {
    return linkContent(text, addressOf(link), '');
  }
  return textContent(text);
}

/** A file comes as a link within the server; its address tells it from another of its name. */
function addressOf(link: Element): string {
  try {
    return new URL(link.getAttribute('href') ?? '', link.ownerDocument.baseURI).href;
  } catch {
    return '';
  }
}

/** Day lines and marks of unread messages lie beside the box, and stay visible. */
function parts(row: HTMLElement): RowParts | null {
  const box = row.querySelector<HTMLElement>(':scope > .messagebox');
  return box ? { host: row, hide: [box], aside: box } : null;
}
