import { displayedText } from './displayed-text';

/**
 * Selectors of the open conversation in Teams' web client of 2026: the captures that its adapter names, and the extensions
 * of 2026 that go by the conversation's id.
 */
const PANE =
  '[data-tid="message-pane-list-viewport"], [data-tid="channel-pane-viewport"], [data-tid="channel-replies-viewport"]';
/** Threads, meetings' chats and search results draw the same rows. */
const ELSEWHERE =
  '[data-tid^="right-rail"], [data-tid="app-layout-area--end"], [data-slot-name]:not([data-slot-name="main"]), [role="dialog"]';
const HIDDEN =
  '[hidden], [inert], [style*="display: none"], [style*="display:none"], [style*="visibility: hidden"], [style*="visibility:hidden"]';
/** A message of a thread beside the chat, by what the page's keyboard goes by. */
const IN_RAIL = `[data-mid][data-tabster*='-Rail"']`;
/** The button that sends names the conversation; so do those of a channel's head. */
const SEND = '[data-tid$="Commands-send"][data-track-thread-id]';
const NAMED = '[data-track-thread-id]';
const LISTS = '[role="tree"], [role="treeitem"], [data-tid="app-layout-area--mid-nav"]';
const CHAT_HEAD = '[id^="chat-header-"]';
const CHAT_TITLE = '[data-tid="chat-title"]';
const CHANNEL_TITLE = '[data-tid="channelTitle-text"]';
/** A chat without a name is called after its people. */
const PERSON = '[id^="chat-topic-person-"]';
const TITLE_TAGS = '.fui-Badge, button, [data-tid*="presence"]';
const MY_PICTURE = 'img[data-tid="me-control-avatar"], [data-tid="me-control-avatar"] img';
const THREAD = /^(?:19:[^\s/"]{4,120}@[\w.-]{4,40}|48:\w{2,20})$/;
const PERSON_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ON_PICTURE = [`8:orgid:(${PERSON_ID})`, `/users/(${PERSON_ID})/`].map(
  (part) => new RegExp(part, 'i'),
);

/** The transcript; null where there is none, or two. The one of the chat that was left may stay, hidden. */
export function openPane(document: Document): HTMLElement | null {
  const panes = [...document.querySelectorAll<HTMLElement>(PANE)].filter(
    (pane) => !pane.closest(ELSEWHERE),
  );
  if (panes.length <= 1) return panes[0] ?? null;
  const shown = panes.filter(
    (pane) => !pane.closest(HIDDEN) && !pane.querySelector(IN_RAIL) && isShown(pane),
  );
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

/** The transcript that a row lies in. */
export function paneOf(row: Element): Element | null {
  return row.closest(PANE);
}

function isShown(pane: HTMLElement): boolean {
  return pane.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
}

/** The server's id of the conversation in this pane: the nearest one that is told around it, if only one is. */
export function threadOf(pane: Element): string | null {
  const found =
    nearest(pane, SEND, (each) => each.getAttribute('data-track-thread-id')) ??
    nearest(pane, NAMED, (each) => each.getAttribute('data-track-thread-id')) ??
    nearest(pane, CHAT_HEAD, headOf);
  return found !== null && THREAD.test(found) ? found : null;
}

/** "" while it is uncertain: the head is another chat's, or the tab's title is. */
export function titleOf(pane: Element, thread: string): string {
  const told = nearest(pane, `${CHAT_TITLE}, ${CHANNEL_TITLE}`, (title) => {
    if (title.matches(CHANNEL_TITLE)) return channelName(wordsOf(title), title.ownerDocument.title);
    const head = title.closest(CHAT_HEAD);
    return head && headOf(head) !== thread ? '' : chatName(title);
  });
  return told ?? '';
}

/** The signed-in user, as the page calls people: their picture bears their number. Null where they have none. */
export function personOf(document: Document): string | null {
  const source = document.querySelector(MY_PICTURE)?.getAttribute('src') ?? '';
  const number = ON_PICTURE.map((each) => each.exec(source)?.[1]).find(
    (each) => each !== undefined,
  );
  return number === undefined ? null : `8:orgid:${number.toLowerCase()}`;
}

function headOf(head: Element): string {
  return head.id.slice('chat-header-'.length);
}

/**
 * What is told in the smallest part of the page around the pane that tells it; "" where several things are. Only what lies
 * beside the way up is looked through: never the transcript, which is long, nor what holds another one.
 */
function nearest(
  pane: Element,
  selector: string,
  tell: (each: Element) => string | null,
): string | null {
  for (let inner = pane; inner.parentElement; inner = inner.parentElement) {
    const told = [...inner.parentElement.children]
      .filter((each) => each !== inner && !each.matches(PANE) && !each.querySelector(PANE))
      .flatMap((each) => (each.matches(selector) ? [each] : [...each.querySelectorAll(selector)]))
      .filter((each) => !each.closest(`${ELSEWHERE}, ${LISTS}, ${HIDDEN}`))
      .map(tell);
    const [first] = told;
    if (first !== undefined) return new Set(told).size === 1 ? first : '';
  }
  return null;
}

function chatName(title: Element): string {
  const people = [...title.querySelectorAll(PERSON)].map(wordsOf).filter((name) => name !== '');
  return people.length > 0 ? people.join('、') : wordsOf(title);
}

/** Every team has a channel "General": the tab's title names the team, "(3) Teams | team | channel | Microsoft Teams". */
function channelName(channel: string, tab: string): string {
  const title = `${tab.replace(/\s+/g, ' ')} | `;
  const start = title.indexOf(' | ') + 3;
  const end = title.lastIndexOf(` | ${channel} | `);
  const team = channel !== '' && end > start ? title.slice(start, end).trim() : '';
  return team === '' ? '' : `${team} > ${channel}`;
}

function wordsOf(element: Element): string {
  const tags = [...element.querySelectorAll(TITLE_TAGS)].map((tag) => tag.textContent ?? '');
  const words = displayedText(element);
  return tags
    .reduce((rest, tag) => (tag === '' ? rest : rest.replace(tag, ' ')), words)
    .replace(/\s+/g, ' ')
    .trim();
}
