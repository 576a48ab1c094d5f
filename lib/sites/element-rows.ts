import { findBeside, findLast } from './beside';
import { displayedText } from './displayed-text';
import { isContinued } from './element-state';
import { outerRowOf, outerRows } from './outer-row';

/** The transcript; threads, pinned messages, files and results of a search have their lists elsewhere. */
const PANEL =
  '.mx_RoomView_timeline .mx_RoomView_messagePanel:not(.mx_RoomView_messagePanelSearchSpinner)';
const ELSEWHERE =
  '.mx_RightPanel, .mx_ThreadView, .mx_ThreadPanel, .mx_RoomView_searchResultsPanel';
/** The second since 2026-09. */
export const ROW = '.mx_EventTile[data-event-id], [data-testid="event-tile"][data-event-id]';
const OUTSIDE_NAME =
  '.mx_EventTile_line, .mx_ThreadSummary, [data-testid="event-tile-line"], [data-testid="event-tile-slot-threadInfo"]';
const NAME = '.mx_DisambiguatedProfile_displayName';
const DAY = '.mx_TimelineSeparator, .mx_DateSeparator, [role="separator"]';
const SUMMARY = '.mx_EventTile_info';

/** What holds the rows; the second is that of the list in the making. */
const LIST = '.mx_RoomView_MessageList, [data-testid="virtuoso-item-list"]';
const ABOVE = 'previousElementSibling';

/** How many rows up the head of a run is looked for: five minutes of silence end it. */
const MAX_RUN = 100;
/** How many places up a day is looked for: the client keeps about a thousand events. */
const MAX_DAY = 1_000;
/** How many of the newest rows are looked at for what every page has in one of them. */
const MAX_NEWEST = 30;

/** By its class alone: a selector would go through every message of the page. */
export function panelOf(document: Document): HTMLElement | null {
  for (const panel of document.getElementsByClassName('mx_RoomView_messagePanel')) {
    if (panel.matches(PANEL) && !panel.closest(ELSEWHERE)) return panel as HTMLElement;
  }
  return null;
}

export function rowsOf(document: Document): HTMLElement[] {
  return outerRows(panelOf(document), ROW);
}

/** Of the panel whose rows are read, and of no other. */
export function rowOf(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  return row && panelOf(row.ownerDocument)?.contains(row) ? row : null;
}

/** The sender's name in this very row; "" where it shows none. */
export function nameIn(row: Element): string {
  for (const part of row.querySelectorAll(NAME)) {
    if (!part.closest(OUTSIDE_NAME)) return displayedText(part);
  }
  return '';
}

/** Of a run by one sender only the first row names them; "" where that one is not mounted. */
export function senderOf(row: HTMLElement): string {
  const name = nameIn(row);
  if (name !== '' || !isContinued(row)) return name;
  const head = findBeside(row, listOf(row), ABOVE, MAX_RUN, (place) => {
    const other = rowIn(place);
    if (other) return isContinued(other) ? null : nameIn(other);
    // The mark of what was read may lie within a run; a day, or what is summed up, ends it.
    return place.matches(DAY) || place.querySelector(`${DAY}, ${SUMMARY}`) ? '' : null;
  });
  return head ?? '';
}

/** What the nearest line with a day above a row says; "" where none is mounted. */
export function dayAbove(row: HTMLElement): string {
  const day = findBeside(row, listOf(row), ABOVE, MAX_DAY, (place) => {
    if (rowIn(place)) return null;
    const line = place.matches(DAY) ? place : place.querySelector(DAY);
    const label = line?.getAttribute('aria-label') || line?.textContent?.trim() || '';
    // A line that says how late messages came in has an hour.
    return label === '' || /\d:\d/.test(label) ? null : label;
  });
  return day ?? '';
}

/** What is found in one of the newest rows, the newest first. */
export function findInNewest<T>(document: Document, look: (row: Element) => T | null): T | null {
  const list = panelOf(document)?.querySelector(LIST);
  if (!list) return null;
  return findLast(list, MAX_NEWEST, (place) => {
    const row = rowIn(place) ?? [...place.querySelectorAll(ROW)].at(-1);
    return row ? look(row) : null;
  });
}

/** A list is long and asked for each of its rows: a row is known by its attribute before anything is searched. */
function rowIn(place: Element): Element | null {
  if (place.hasAttribute('data-event-id')) return place;
  const inner = place.firstElementChild;
  return inner?.hasAttribute('data-event-id') ? inner : null;
}

function listOf(row: Element): Element {
  return row.closest(PANEL) ?? row;
}
