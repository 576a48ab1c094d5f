import { findBeside, findLast } from './beside';
import { displayedText } from './displayed-text';
import { SLACK_PAGES } from './messenger-pages';
import { rowIn } from './outer-row';
import type { ReadMessage, RowParts, Site } from './site';
import { CARD, contentOf, isNamed, pictureOf } from './slack-content';
import { openChannel, ROW, rowAround, rowsOf, scrollerOf } from './slack-pane';

/**
 * Selectors of Slack's web client: attributes for its own tests, and class names that last. Saved pages of 2021, 2024, 2025-12;
 * mods, exporters and tools for agents of 2026-08 and 2026-09 that were checked on the live page.
 */
const HEAD = '[data-qa="message_sender"], .c-message__sender, [data-qa="message_sender_name"]';
/** Its parent holds the name a second time, for those who do not see. */
const NAME = '[data-qa="message_sender_name"]';
const APP = '.c-app_badge, [data-qa="message_sender_app_badge"]';
const AVATAR = '.c-message_kit__avatar img, .c-message_kit__gutter__left img';
const OWN_AVATAR = '[data-qa="user-button"] img';
/** "https://ca.slack-edge.com/<workspace>-<person>-<picture>-48". */
const AVATAR_OWNER = /\/[TE][A-Z0-9]+-([UW][A-Z0-9]+)-/;
const TOMBSTONE = '.c-message_kit__tombstone';
/** Who joined, what the channel is called now. */
const SYSTEM =
  '.c-message__body--automated, .c-message_kit__message--automated, .c-message_kit__gutter__right--system';
/** By analogy: a saved page of 2026 has `labels--broadcast`, of this one none was found. */
const EPHEMERAL = '[class*="labels--ephemeral"], [class*="message--ephemeral"]';
const EDITOR = '[contenteditable="true"], .ql-editor, [data-qa="message_editor"]';
const LIST = '[data-qa="slack_kit_list"], .c-virtual_list__scroll_container';
const SHELL = ':scope > .c-message_kit__hover';
/** A number of the server: Unix seconds and six digits that tell messages of one second apart. */
const SERVER_TS = /^\d{10}\.\d{6}$/;
/** Rows that are looked through for the head of a run, and for the newest own one. */
const LONGEST_RUN = 60;
const MAX_NEWEST = 30;

export const slack: Site = {
  id: 'slack',
  matches: SLACK_PAGES,
  isHere: (document) => /^\/client(?:\/|$)/.test(document.location.pathname),
  // Rows have fixed places in a list of a noted height.
  rememberedHeights: true,
  // Another workspace is drawn in the same page.
  stage: (document) => document.body,
  watchedAttributes: [
    'data-msg-ts',
    'data-msg-channel-id',
    'data-channel-id',
    'data-qa',
    'data-qa-placeholder',
    'data-qa-unprocessed',
    'data-message-sender',
  ],
  openChat: openChannel,
  scroller: scrollerOf,
  rows: rowsOf,
  rowOf: rowAround,
  read,
  picture: (row) => (isNone(row) ? null : pictureOf(row)),
  isRecalled,
  recalledId: (row) => (isRecalled(row) ? idOf(row) : null),
  parts,
  ownNames,
};

function read(row: HTMLElement): ReadMessage | null {
  if (isNone(row)) return null;
  const person = personIn(row) ?? headOfRun(row);
  const content = contentOf(row, person.isApp);
  if (!content) return null;
  const me = ownId(row.ownerDocument);
  const id = idOf(row);
  return {
    id,
    own: isMe(person, me),
    sender: person.name,
    clock: null,
    ...(id === null ? {} : { time: timeOf(row) }),
    ...content,
    ...(isNamed(row, me) ? { mentionsMe: true } : {}),
  };
}

/** Not there yet, a line of the channel, taken back, told to this user only, or being changed by him. */
function isNone(row: Element): boolean {
  return (
    isUnready(row) ||
    isRecalled(row) ||
    row.matches(`${SYSTEM}, ${EPHEMERAL}`) ||
    [...row.querySelectorAll(`${SYSTEM}, ${EPHEMERAL}, ${EDITOR}`)].some((it) => !it.closest(CARD))
  );
}

/** A stand-in of a message that is not loaded, or not drawn. */
function isUnready(row: Element): boolean {
  return (
    row.getAttribute('data-qa-placeholder') === 'true' ||
    row.getAttribute('data-qa-unprocessed') === 'true'
  );
}

/** A message with answers leaves a sentence in its place; any other goes. */
function isRecalled(row: Element): boolean {
  return [...row.querySelectorAll(TOMBSTONE)].some((it) => !it.closest(CARD));
}

/** Unique in its channel. Null for a number that is not the server's. */
function idOf(row: Element): string | null {
  const channel = row.getAttribute('data-msg-channel-id') ?? '';
  const ts = row.getAttribute('data-msg-ts') ?? '';
  return channel !== '' && SERVER_TS.test(ts) ? `${channel} ${ts}` : null;
}

function timeOf(row: Element): number {
  return Math.floor(Number(row.getAttribute('data-msg-ts')) * 1000);
}

/** `isApp`: not written by a person. */
type Sender = { name: string; id: string; isApp: boolean };

const NOBODY: Sender = { name: '', id: '', isApp: false };

/** Who wrote a row that says so; null in one that follows. */
function personIn(row: Element): Sender | null {
  const head = [...row.querySelectorAll(HEAD)].find((each) => !each.closest(CARD));
  if (!head) return null;
  const shown = head.matches(NAME) ? head : head.querySelector(NAME);
  const name = shown ? displayedText(shown) : (head.getAttribute('data-stringify-text') ?? '');
  const id = shown?.getAttribute('data-message-sender') ?? ownerOf(row.querySelectorAll(AVATAR));
  const isMarked = [...row.querySelectorAll(APP)].some((each) => !each.closest(CARD));
  return { name: name.trim(), id, isApp: isMarked || !/^[UW]/.test(id) };
}

/** The names of a run stand on its first row; nobody, where that one is not in the page. */
function headOfRun(row: Element): Sender {
  const list = row.closest(LIST) ?? row;
  const found = findBeside(row, list, 'previousElementSibling', LONGEST_RUN, (place) => {
    const other = rowIn(place, ROW);
    if (!other) return null;
    return isUnready(other) ? NOBODY : personIn(other);
  });
  return found ?? NOBODY;
}

/** The signed-in user's number, by the picture on the button for one's own; "" where it does not tell. */
function ownId(document: Document): string {
  return ownerOf(document.querySelectorAll(OWN_AVATAR));
}

function ownerOf(pictures: Iterable<Element>): string {
  const owners = [...pictures].map(
    (picture) => AVATAR_OWNER.exec(picture.getAttribute('src') ?? '')?.[1],
  );
  return owners.find((owner) => owner !== undefined) ?? '';
}

function isMe({ id }: Sender, me: string): boolean {
  return me !== '' && id === me;
}

function parts(row: HTMLElement): RowParts | null {
  const shell = row.querySelector<HTMLElement>(SHELL);
  return shell && !isNone(row) ? { host: row, hide: [shell], aside: shell } : null;
}

/** One name, from the newest own row that bears it. */
function ownNames(document: Document): string[] {
  const me = ownId(document);
  const list = scrollerOf(document)?.querySelector(ROW)?.closest(LIST);
  if (me === '' || !list) return [];
  const name = findLast(list, MAX_NEWEST, (place) => {
    const row = rowIn(place, ROW);
    const person = row && personIn(row);
    return person && isMe(person, me) && person.name !== '' ? person.name : null;
  });
  return name === null ? [] : [name];
}
