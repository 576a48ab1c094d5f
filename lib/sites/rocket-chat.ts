import { findBeside } from './beside';
import { blockText } from './block-text';
import { closestTo } from './closest';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';
import { shownSize } from './shown-size';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/**
 * Selectors of Rocket.Chat's web client: its source of 2023 to 2026 (RoomMessage, MessageHeader, ThreadMessage). What an
 * attachment looks like is known from its style names only.
 */
const ROW = '[data-qa-type="message"][data-mid]';
const MARK = '.rcx-sidebar, .rcx-sidebar-v2, .rcx-room, [class^="rcx-message"]';
/** Threads, search and pinned messages beside the room draw the same rows. */
const PANELS =
  '[role="dialog"], [role="complementary"], aside, [class*="contextual-bar"], [class*="contextualbar" i], .rcx-vertical-bar';
const ROOM = /^\/(channel|group|direct|live|omnichannel)\/([^/]+)/;
const TITLE =
  'main header h1, main header [role="heading"], .rcx-room-header h1, .rcx-room-header h2';
const NAME = '.rcx-message-header__name, [data-username]';
const TIME = '.rcx-message-header__time, [id$="-time"][title]';
const BODY = '[data-qa-type="message-body"], .rcx-message-body';
const SKIP =
  '[class*="edited"], [class*="message-metrics"], [class*="reactions"], button, [role="button"]';
const ATTACHMENT = '[class*="rcx-attachment"], [class*="attachment__"]';
const FILE = 'a[download], a[href*="/file-upload/"]';
const PICTURE = 'img.gallery-item, figure img';

/** Rows that are looked through for the head of a run. */
const LONGEST_RUN = 60;

export const rocketChat: Site = {
  id: 'rocket-chat',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(MARK) !== null,
  // Rows lie in normal flow; the list scrolls by what they measure.
  rememberedHeights: false,
  stage: (document) => document.body,
  watchedAttributes: ['data-mid', 'aria-busy', 'data-own'],
  openChat,
  scroller: (document) => {
    const [first] = rowsOf(document);
    return (
      first?.closest<HTMLElement>('.wrapper, [class*="scroll"]') ??
      first?.closest('ul, ol, [role="list"]')?.parentElement ??
      first?.parentElement?.parentElement ??
      null
    );
  },
  rows: rowsOf,
  rowOf: (node) => {
    const row = outermost(closestTo(node, ROW));
    return row && !row.closest(PANELS) ? row : null;
  },
  read,
  picture: (row) => (row.querySelector(FILE) ? null : row.querySelector<HTMLImageElement>(PICTURE)),
  // A message that is taken back leaves the page, or a line of the room takes its place.
  isRecalled: () => false,
  parts,
  ownNames: () => [],
};

/** The address names the room first and its title follows: a change of either is another room. */
function openChat(document: Document): OpenChat | null {
  const [, kind = '', room = ''] = ROOM.exec(document.location.pathname) ?? [];
  if (room === '') return null;
  const title = document.querySelector(TITLE);
  const shown = title ? displayedText(title) : '';
  // A direct room is called by a number in the address.
  const name = shown || (kind === 'direct' ? '' : decoded(room));
  if (name === '') return null;
  return {
    sessionId: `${kind}/${room} ${shown}`,
    name,
    isGroup: kind === 'channel' || kind === 'group',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function rowsOf(document: Document): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(ROW)].filter(
    (row) => !row.closest(PANELS) && outermost(row) === row,
  );
}

function outermost(row: HTMLElement | null): HTMLElement | null {
  let found = row;
  for (let outer = row; outer; outer = outer.parentElement?.closest<HTMLElement>(ROW) ?? null) {
    found = outer;
  }
  return found;
}

function read(row: HTMLElement): ReadMessage | null {
  if (row.getAttribute('data-system-message') === 'true') return null;
  const id = row.getAttribute('data-mid') ?? '';
  const owner = row.getAttribute('data-own');
  if (!/^[\w-]{5,64}$/.test(id)) throw new Error('unknown id');
  if (owner !== 'true' && owner !== 'false') throw new Error('neither own nor of others');
  const content = contentOf(row);
  if (content === null) return null;
  const head = headOf(row);
  const name = head?.querySelector(NAME);
  const shown = head?.querySelector(TIME);
  const time = timeIn(shown?.getAttribute('title') ?? '');
  return {
    id: row.getAttribute('aria-busy') === 'true' ? null : id,
    own: owner === 'true',
    sender: name ? displayedText(name) : '',
    clock: clockIn(shown?.textContent ?? ''),
    ...(time === null ? {} : { time }),
    ...content,
  };
}

/** Rows that go on in a run have no header; what they tell of sender and time stands in the first. Null where that is not loaded. */
function headOf(row: HTMLElement): Element | null {
  if (row.querySelector(NAME)) return row;
  const list = row.closest('ul, ol, [role="list"]') ?? row.parentElement?.parentElement;
  if (!list) return null;
  const found = findBeside(row, list, 'previousElementSibling', LONGEST_RUN, (place) => {
    const above = place.matches(ROW) ? place : place.querySelector(ROW);
    if (!above) return null;
    if (above.getAttribute('data-own') !== row.getAttribute('data-own')) return { head: null };
    return above.querySelector(NAME) ? { head: above } : null;
  });
  return found?.head ?? null;
}

/** "2026年11月5日上午9点02分", "2026年11月5日 09:02", "November 5, 2026 9:02 AM"; null in other languages. */
function timeIn(title: string): number | null {
  const parts =
    /(\d{4})年(\d{1,2})月(\d{1,2})日\D*?(凌晨|早上|上午|中午|下午|晚上)?\s*(\d{1,2})[点:时](\d{2})/.exec(
      title,
    );
  if (parts) {
    const [, year, month, day, half = '', hour, minute] = parts;
    const shift = /下午|晚上/.test(half) && Number(hour) < 12 ? 12 : 0;
    return new Date(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour) + shift,
      Number(minute),
    ).getTime();
  }
  const time = /[A-Za-z]{3}/.test(title) ? Date.parse(title) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** "9:02 PM" and "21:02" as "21:02". */
function clockIn(shown: string): string | null {
  const parts = /^\s*(\d{1,2}):(\d{2})\s*([AP]M)?\s*$/i.exec(shown);
  if (!parts) return null;
  const [, hour = '', minute = '', half] = parts;
  if (half === undefined) return `${Number(hour)}:${minute}`;
  return `${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}:${minute}`;
}

function contentOf(row: HTMLElement): Content | null {
  // What is quoted has a body of its own, inside of an attachment.
  const body = [...row.querySelectorAll(BODY)].find((each) => !each.closest(ATTACHMENT));
  const text = body ? blockText(body, SKIP) : '';
  const file = row.querySelector(FILE);
  if (file && !body?.contains(file)) {
    const name = displayedText(file) || (file.getAttribute('download') ?? '');
    if (name === '') return standIn('[文件]');
    const size = shownSize(file.closest(ATTACHMENT)?.textContent?.replace(name, ' ') ?? '');
    return { ...fileContent(name, size, false), text: textContent(text).text };
  }
  if (row.querySelector('video')) return bare('video', textContent(text).text);
  if (row.querySelector('audio')) return bare('voice', textContent(text).text);
  if (row.querySelector(PICTURE)) return bare('image', textContent(text).text);
  if (text === '') return row.querySelector(ATTACHMENT) ? standIn('[附件]') : null;
  const [link, ...more] = body?.querySelectorAll('a[href]') ?? [];
  if (link && more.length === 0 && displayedText(link) === text) {
    return linkContent(text, link.getAttribute('href') ?? '', '');
  }
  return textContent(text);
}

function parts(row: HTMLElement): RowParts | null {
  const hide = [...row.children].filter(
    (child): child is HTMLElement => child.localName === 'div' && !child.hasAttribute('data-fl-ui'),
  );
  const aside = hide.find((child) => child.querySelector(BODY)) ?? hide.at(-1);
  return aside ? { host: row, aside, hide } : null;
}
