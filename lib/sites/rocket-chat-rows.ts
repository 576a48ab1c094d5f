import { findBeside, type Side } from './beside';
import { displayedText } from './displayed-text';
import { rowIn } from './outer-row';
import { CONTAINER } from './rocket-chat-pieces';
import { clockIn, timeIn } from './rocket-chat-time';
import type { ReadMessage } from './site';

/**
 * Selectors of rows, of what stands between them, and of their heads: Rocket.Chat's MessageListItem, RoomMessage,
 * RoomMessageFrame and MessageHeader, and Fuselage's Message, 2023 to 2026, read 2026-11. Marks for its tests
 * ("data-qa-type") are gone from the newest.
 */
export const LIST = '.messages-list';
/** A reply in a thread is shown in the room in one line, without whose it is: that is no row. */
export const ROW = '.rcx-message[data-mid][data-own]';
const HEAD = `${CONTAINER} > .rcx-message-header`;
/** An alias of a bot stands here, too; the user's name beside it begins with "@" and is another element. */
const NAME = '.rcx-message-header__name';
const TIME = '.rcx-message-header__time';
const FOLLOWING = '[data-sequential="true"], .rcx-message--sequential';
/** The line with the day, or the one over what is new; it may share its place with a row. */
const DIVIDER = '.rcx-message-divider';
const DAY = '.rcx-message-divider__wrapper';
/** A row's place where the list computes it (virtua's VList; before, @tanstack/react-virtual, with numbers). */
const PLACED = '[style*="position: absolute"], [style*="position:absolute"]';
const KEPT =
  '.rcx-message-container:not(.rcx-message-container--left) > :not(.rcx-message-header, .rcx-message-body, [role="status"], [data-fl-ui]), .rcx-message-body a[href]';
/** A line of the room; a reply in a thread. A run ends there. */
const OTHER = '[class*="rcx-message-system"], [class*="rcx-message-thread"]';
/** How far up the head of a run is looked for. */
const LONGEST_RUN = 60;

/** The name that a row shows itself; "" in one that follows in a run. */
export function nameIn(row: Element): string {
  const name = row.querySelector(HEAD)?.querySelector(NAME);
  return name ? displayedText(name) : '';
}

/** The head of the run that a row is in; null where it is not mounted. Throws where a row that begins one has none. */
export function headOf(row: Element): Element | null {
  const own = row.querySelector(HEAD);
  if (own) return own;
  if (!row.matches(FOLLOWING)) throw new Error('no sender');
  const owner = row.getAttribute('data-own');
  return findNear(row, 'previousElementSibling', (place) => {
    const other = rowIn(place, ROW);
    if (!other) return isOnlyDivider(place) ? null : { head: null };
    if (other.getAttribute('data-own') !== owner) return { head: null };
    const head = other.querySelector(HEAD);
    return head && { head };
  });
}

/** Sender and time as a head tells them. Where it is not mounted, the next time below on that day is near. */
export function tellsOf(
  head: Element | null,
  row: Element,
): Pick<ReadMessage, 'sender' | 'clock' | 'time'> {
  const name = head?.querySelector(NAME);
  if (head && !name) throw new Error('no sender');
  const time = timeOf(head ?? headBelow(row));
  return {
    sender: name ? displayedText(name) : '',
    clock: head && row.contains(head) ? clockIn(head.querySelector(TIME)?.textContent ?? '') : null,
    ...(time === null ? {} : { time }),
  };
}

/** A pointer that rests on the time takes its title away, into an attribute of the page's own (TooltipProvider). */
function timeOf(head: Element | null): number | null {
  const shown = head?.querySelector(TIME);
  return timeIn(shown?.getAttribute('title') || shown?.getAttribute('data-title') || '');
}

function headBelow(row: Element): Element | null {
  return findNear(row, 'nextElementSibling', (place) => {
    if (place.querySelector(DAY)) return { head: null };
    const head = rowIn(place, ROW)?.querySelector(HEAD);
    return head ? { head } : null;
  });
}

/**
 * The head that `look` finds beside a row, the nearest first, as long as nothing can be missing between. The newest
 * list mounts rows near the view, and leaves those mounted that hold a file or a preview, however far they are.
 */
function findNear(
  row: Element,
  side: Side,
  look: (place: Element) => { head: Element | null } | null,
): Element | null {
  const list = row.closest(LIST) ?? row;
  const own = row.closest(PLACED);
  const home = own && own !== list && list.contains(own) ? own : null;
  let index = indexOf(home);
  if (home && index === null && mayBeKept(row)) return null;
  const found = findBeside(row, list, side, LONGEST_RUN, (place) => {
    if (!home || home.contains(place)) return look(place);
    const at = indexOf(place);
    const isNext = index === null ? !mayBeKept(place) : at !== null && Math.abs(at - index) === 1;
    index = at;
    return isNext ? look(place) : { head: null };
  });
  return found?.head ?? null;
}

/** What the list may leave mounted (useKeepMountedMessages): more than a name and words, or words with a link. */
function mayBeKept(place: Element): boolean {
  return place.querySelector(KEPT) !== null;
}

/** Which of all messages stands in a place of the list. */
function indexOf(place: Element | null): number | null {
  const index = place?.getAttribute('data-index') ?? '';
  return /^\d+$/.test(index) ? Number(index) : null;
}

function isOnlyDivider(place: Element): boolean {
  const isDivider = place.matches(DIVIDER) || place.querySelector(DIVIDER) !== null;
  return isDivider && !place.querySelector(OTHER);
}
