import { findBeside } from './beside';
import { displayedText } from './displayed-text';
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
  const list = row.closest(LIST) ?? row;
  let index = indexOf(row.closest('[data-index]'));
  const found = findBeside(row, list, 'previousElementSibling', LONGEST_RUN, (place) => {
    const before = indexOf(place);
    if (before !== null && index !== null && before !== index - 1) return { head: null };
    index = before ?? index;
    return headIn(place, row.getAttribute('data-own'));
  });
  return found?.head ?? null;
}

/** Sender and time as a head tells them; neither where it is not mounted. */
export function tellsOf(
  head: Element | null,
  row: Element,
): Pick<ReadMessage, 'sender' | 'clock' | 'time'> {
  if (!head) return { sender: '', clock: null };
  const name = head.querySelector(NAME);
  if (!name) throw new Error('no sender');
  const shown = head.querySelector(TIME);
  // A pointer that rests on the time takes its title away, into an attribute of the page's own (TooltipProvider).
  const time = timeIn(shown?.getAttribute('title') || shown?.getAttribute('data-title') || '');
  return {
    sender: displayedText(name),
    clock: row.contains(head) ? clockIn(shown?.textContent ?? '') : null,
    ...(time === null ? {} : { time }),
  };
}

/** Whether a place above a row ends the search, and with which head; null where the run goes on above it. */
function headIn(place: Element, owner: string | null): { head: Element | null } | null {
  const row = place.matches(ROW) ? place : place.querySelector(ROW);
  if (!row) return isOnlyDivider(place) ? null : { head: null };
  if (row.getAttribute('data-own') !== owner) return { head: null };
  const head = row.querySelector(HEAD);
  return head && { head };
}

/** Which of all messages stands in a place of the list: some may stay mounted far above the others. */
function indexOf(place: Element | null): number | null {
  const index = place?.getAttribute('data-index') ?? '';
  return /^\d+$/.test(index) ? Number(index) : null;
}

function isOnlyDivider(place: Element): boolean {
  const isDivider = place.matches(DIVIDER) || place.querySelector(DIVIDER) !== null;
  return isDivider && !place.querySelector(OTHER);
}
