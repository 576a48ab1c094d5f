import { closestTo } from './closest';
import { displayedText } from './displayed-text';
import { isContinued } from './element-state';
import { placesBefore } from './places-before';

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

/** How many places above a row are looked at: the client keeps about a thousand events. */
const MAX_BEFORE = 1_000;

export function panelOf(document: Document): HTMLElement | null {
  const panels = [...document.querySelectorAll<HTMLElement>(PANEL)];
  return panels.find((panel) => !panel.closest(ELSEWHERE)) ?? null;
}

export function rowsOf(document: Document): HTMLElement[] {
  const rows = panelOf(document)?.querySelectorAll<HTMLElement>(ROW) ?? [];
  return [...rows].filter(isOuter);
}

export function rowOf(node: Node): HTMLElement | null {
  let row = closestTo(node, ROW);
  while (row && !isOuter(row)) row = row.parentElement?.closest<HTMLElement>(ROW) ?? null;
  return row?.closest(PANEL) && !row.closest(ELSEWHERE) ? row : null;
}

/** No row lies in another; what looks so is part of a message. */
function isOuter(row: Element): boolean {
  return !row.parentElement?.closest(ROW);
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
  for (const place of placesBefore(row, listOf(row), MAX_BEFORE)) {
    const other = rowIn(place);
    if (!other) {
      // The mark of what was read may lie within a run; a day, or what is summed up, ends it.
      if (place.matches(DAY) || place.querySelector(`${DAY}, ${SUMMARY}`)) return '';
      continue;
    }
    const theirs = nameIn(other);
    if (theirs !== '' || !isContinued(other)) return theirs;
  }
  return '';
}

/** What the nearest line with a day above a row says; "" where none is mounted. */
export function dayAbove(row: HTMLElement): string {
  for (const place of placesBefore(row, listOf(row), MAX_BEFORE)) {
    if (rowIn(place)) continue;
    const line = place.matches(DAY) ? place : place.querySelector(DAY);
    const label = line?.getAttribute('aria-label') || line?.textContent?.trim() || '';
    // A line that says how late messages came in has an hour.
    if (label !== '' && !/\d:\d/.test(label)) return label;
  }
  return '';
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
