import { findBeside, findLast, type Side } from './beside';
import { displayedText } from './displayed-text';
import { contentOf, isNamed, pictureOf, wordsOf } from './mattermost-content';
import { outerRowOf, outerRows, rowIn } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';

/** Selectors of Mattermost: its source of 2024-2026 (webapp/channels: post, channel_header, post_view), read 2026-11. */
const HERE = '#channel_view.channel-view';
const HEADER = '#channel-header[data-channelid]';
const TITLE = '#channelHeaderTitle';
/** A conversation of two has no list of members. */
const MEMBERS = '#member_rhs, .channel-header__members, #member_popover';
/** The middle column. Threads, saved posts and results of a search stand in the right one, with other ids. */
const LIST = '#postListScrollContainer';
const ELSEWHERE = '#rhsContainer, #sidebar-right, .ThreadViewer';
const ROW = '.post[id^="post_"]';
const OWN = 'current--user';
const SYSTEM = 'post--system';
/** The first of a row is its own; a preview of another post below may have one, too. */
const HEAD = '.post__header';
const NAME = '.user-popover';
const SEPARATOR = '.Separator, .date-separator';
const HIDE = ':scope > .post__content, :scope > .post-pre-header';

/** An id of the server; the client's own, of a post that is being sent, is a user's id and a time. */
const SERVER_ID = /^[a-z0-9]{26}$/;
const PENDING_ID = /^[a-z0-9]{26}:\d+$/;
/** How far up the head of a run is looked for, and how far down a later time. A run ends after five minutes of silence. */
const MAX_BEFORE = 60;
const MAX_AFTER = 30;
/** How many of the newest rows are looked at for the user's name. */
const MAX_NEWEST = 30;

export const mattermost: Site = {
  id: 'mattermost',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) => document.querySelector(HERE) !== null,
  // The list knows heights, but observes the size of each mounted row and takes over what it finds
  // (dynamic_virtualized_list: a ResizeObserver of each row, 200 ms later); rows lie in normal flow.
  rememberedHeights: false,
  stage: (document) => document.body,
  watchedAttributes: ['id', 'data-channelid'],
  openChat,
  scroller: (document) => listOf(document),
  rows: (document) => outerRows(listOf(document), ROW),
  rowOf,
  read,
  picture: (row) => (isSystem(row) || isRecalled(row) ? null : pictureOf(row)),
  isRecalled,
  recalledId,
  parts,
  ownNames,
};

/** A thread's list may have the same name and stand before it. */
function listOf(document: Document): HTMLElement | null {
  const lists = [...document.querySelectorAll<HTMLElement>(LIST)];
  return lists.find((list) => !list.closest(ELSEWHERE)) ?? null;
}

function openChat(document: Document): OpenChat | null {
  const header = document.querySelector(HEADER);
  const sessionId = header?.getAttribute('data-channelid') ?? '';
  const title = header?.querySelector(TITLE);
  if (!header || sessionId === '' || !title) return null;
  const isGroup = header.querySelector(MEMBERS) !== null;
  return { sessionId, name: displayedText(title), isGroup };
}

function rowOf(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  return row?.closest(LIST) && !row.closest(ELSEWHERE) ? row : null;
}

/** A line of the channel, or what the server tells this user only. */
function isSystem(row: Element): boolean {
  return row.classList.contains(SYSTEM) || row.querySelector(`${HEAD} .post__visibility`) !== null;
}

/** A post that was deleted keeps its row, without menu, and has one sentence in place of its words. */
function isRecalled(row: HTMLElement): boolean {
  if (!row.classList.contains('post--hide-controls') || isSystem(row)) return false;
  const id = row.id.slice('post_'.length);
  return row.querySelector('.post__body p') !== null && wordsOf(row, id) === null;
}

function recalledId(row: HTMLElement): string | null {
  try {
    return isRecalled(row) ? idOf(row).server : null;
  } catch {
    return null;
  }
}

function read(row: HTMLElement): ReadMessage | null {
  if (isSystem(row) || isRecalled(row) || isEdited(row)) return null;
  const { shown, server } = idOf(row);
  const content = contentOf(row, shown);
  if (!content) return null;
  const words = wordsOf(row, shown);
  return {
    id: server,
    own: row.classList.contains(OWN),
    clock: null,
    ...headOf(row),
    ...content,
    ...(words && isNamed(words) ? { mentionsMe: true } : {}),
  };
}

/** A box stands in the row in which its words are being changed. */
function isEdited(row: Element): boolean {
  return row.classList.contains('post--editing');
}

function idOf(row: Element): { shown: string; server: string | null } {
  const shown = row.id.slice('post_'.length);
  if (SERVER_ID.test(shown)) return { shown, server: shown };
  if (PENDING_ID.test(shown)) return { shown, server: null };
  throw new Error('unknown id');
}

/** Sender and time. The rows that follow in a run have no time, and, of a bot, not the name that it goes by. */
function headOf(row: HTMLElement): Pick<ReadMessage, 'sender' | 'time'> {
  const isFollowing = row.classList.contains('same--root') || row.classList.contains('same--user');
  const named = isFollowing && row.classList.contains('post--bot') ? '' : nameIn(row);
  const sender = named === '' && isFollowing ? runName(row) : named;
  const time =
    timeIn(row) ??
    timeBeside(row, 'previousElementSibling', MAX_BEFORE) ??
    timeBeside(row, 'nextElementSibling', MAX_AFTER);
  return { sender, ...(time === null ? {} : { time }) };
}

/** The name in the head of the run; "" where that is not mounted. */
function runName(row: HTMLElement): string {
  const list = row.closest(LIST) ?? row;
  const name = findBeside(row, list, 'previousElementSibling', MAX_BEFORE, (place) => {
    const other = rowIn(place, ROW);
    if (!other) return place.querySelector(SEPARATOR) ? '' : null;
    return other.classList.contains('same--root') ? null : nameIn(other);
  });
  return name ?? '';
}

/** The time of the head; where that is not mounted, the next one below is near. */
function timeBeside(row: HTMLElement, side: Side, most: number): number | null {
  return findBeside(row, row.closest(LIST) ?? row, side, most, (place) => {
    const other = rowIn(place, ROW);
    return other ? timeIn(other) : null;
  });
}

function nameIn(row: Element): string {
  const name = row.querySelector(HEAD)?.querySelector(NAME);
  return name ? displayedText(name) : '';
}

/** "2026-11-05T09:02:01.000": the browser's own time where no zone is named. */
function timeIn(row: Element): number | null {
  const shown = row.querySelector(HEAD)?.querySelector('time[datetime]');
  const time = Date.parse(shown?.getAttribute('datetime') ?? '');
  return Number.isNaN(time) ? null : time;
}

function parts(row: HTMLElement): RowParts | null {
  const aside = row.querySelector<HTMLElement>(':scope > .post__content');
  if (!aside || isEdited(row)) return null;
  return { host: row, aside, hide: [...row.querySelectorAll<HTMLElement>(HIDE)] };
}

/** One name, from the newest own row. */
function ownNames(document: Document): string[] {
  const list = listOf(document)?.querySelector('.inner_list');
  const name = list
    ? findLast(list, MAX_NEWEST, (place) => {
        const own = rowIn(place, ROW);
        return (own?.classList.contains(OWN) && nameIn(own)) || null;
      })
    : null;
  return name === null ? [] : [name];
}
