import { HIDE, isOurs, OURS } from '../sites/ours';
import type { RowParts } from '../sites/site';
import { type Actions, type BarElement, createBar } from './bar';
import { type ChipElement, createChip } from './chip';
import type { View } from './decide';

/** State of a row that we changed: "folded", "open" (a bar over the open message), "hidden" (inside a run), "marked". */
const ROW = 'data-fl-row';
const HOST = 'data-fl-host';
const ASIDE = 'data-fl-aside';
/** On the scroller while anything is folded: the browser's own scroll anchoring would correct a second time. */
export const HELD = 'data-fl-held';

export type Place = {
  key: string;
  site: string;
  chat: string;
  now: number;
  isOpen: boolean;
  canJump: boolean;
};

/** Draws views on rows. Adds attributes and elements of our own and can take them all back. */
export type Folder = {
  /** Shows this view on the row; says whether the row's height may have changed. */
  show(row: HTMLElement, parts: RowParts | null, view: View, place: Place): boolean;
  clear(row: HTMLElement): boolean;
  /** The row has a bar or is hidden: its height is not its own. */
  isFolded(row: HTMLElement): boolean;
  /** The row has a bar that nobody can see: the page's own style hides it. */
  lacksBar(row: HTMLElement): boolean;
  /** Takes the fold away, looks whether the row can be seen then, and puts it back. */
  isSeenWithout(row: HTMLElement): boolean;
  /** The page has drawn the row's inside anew, and with it away what was drawn there. */
  isTorn(row: HTMLElement): boolean;
};

type Drawn = { parts: RowParts; bar?: BarElement; chip?: ChipElement; state: string };

export function createFolder(actions: Actions): Folder {
  const drawn = new WeakMap<HTMLElement, Drawn>();

  function clear(row: HTMLElement): boolean {
    const old = drawn.get(row);
    if (!old) return false;
    drawn.delete(row);
    old.bar?.host.remove();
    old.chip?.host.remove();
    unmark(row, old.parts);
    return old.state !== 'marked';
  }

  function show(row: HTMLElement, parts: RowParts | null, view: View, place: Place): boolean {
    if (!parts || view.show === 'plain') return clear(row);
    let old = drawn.get(row);
    let changed = false;
    if (old && (old.parts.host !== parts.host || isTorn(row))) {
      changed = clear(row);
      old = undefined;
    }
    const now: Drawn = old ?? { parts, state: '' };
    drawn.set(row, now);
    const state = stateOf(view, place.isOpen);
    const wasTall = now.state === '' || now.state === 'marked';
    if (now.state !== state) {
      changed ||= !(wasTall && state === 'marked');
      // The page may have drawn more in the row since: what is marked is what is unmarked later.
      unmark(row, now.parts);
      now.parts = parts;
      now.state = state;
      mark(row, parts, state);
    }
    drawBar(now, view, place, actions);
    drawChip(now, view, place, actions);
    return changed;
  }

  const isFolded = (row: HTMLElement) => (drawn.get(row)?.state ?? 'marked') !== 'marked';

  function lacksBar(row: HTMLElement): boolean {
    const bar = drawn.get(row)?.bar?.host;
    return bar !== undefined && isFolded(row) && !isSeen(bar);
  }

  function isSeenWithout(row: HTMLElement): boolean {
    const now = drawn.get(row);
    if (!now) return true;
    now.bar?.host.remove();
    unmark(row, now.parts);
    const seen = isSeen(row);
    mark(row, now.parts, now.state);
    if (now.bar) now.parts.host.append(now.bar.host);
    return seen;
  }

  function isTorn(row: HTMLElement): boolean {
    const on = drawn.get(row);
    if (!on) return false;
    return [on.bar?.host, on.chip?.host, ...on.parts.hide].some((it) => it?.isConnected === false);
  }

  return { show, clear, isFolded, lacksBar, isSeenWithout, isTorn };
}

/** It has a box, and is not made clear or invisible. */
export function isSeen(element: Element): boolean {
  return (
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.getBoundingClientRect().height > 0
  );
}

/** Takes back whatever an older copy of this script left in the page. */
export function sweep(tree: Document | ShadowRoot): void {
  // The picker is no part of the overlay: the user may be at work with it.
  for (const element of tree.querySelectorAll(`[${OURS}]:not([${OURS}="picker"])`))
    if (isOurs(element)) element.remove();
  for (const name of [ROW, HIDE, HOST, ASIDE, HELD]) {
    for (const element of tree.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}

function stateOf(view: View, isOpen: boolean): string {
  if (view.show === 'chip') return 'marked';
  if (view.show === 'hidden') return isOpen ? 'marked' : 'hidden';
  return isOpen ? 'open' : 'folded';
}

function drawBar(now: Drawn, view: View, place: Place, actions: Actions): void {
  if (view.show !== 'bar') {
    now.bar?.host.remove();
    delete now.bar;
    return;
  }
  now.bar ??= createBar(actions);
  now.bar.draw(view.bar, place);
  if (!now.bar.host.isConnected) now.parts.host.append(now.bar.host);
}

function drawChip(now: Drawn, view: View, place: Place, actions: Actions): void {
  if (view.show !== 'chip') {
    now.chip?.host.remove();
    delete now.chip;
    return;
  }
  now.chip ??= createChip(actions);
  now.chip.draw(view.chip, place);
  if (!now.chip.host.isConnected) now.parts.aside.append(now.chip.host);
}

function mark(row: HTMLElement, parts: RowParts, state: string): void {
  row.setAttribute(ROW, state);
  const isHidden = state === 'folded' || state === 'hidden';
  for (const part of parts.hide) part.toggleAttribute(HIDE, isHidden);
  parts.host.toggleAttribute(HOST, isHidden);
  parts.aside.toggleAttribute(ASIDE, state === 'marked');
}

function unmark(row: HTMLElement, parts: RowParts): void {
  row.removeAttribute(ROW);
  parts.host.removeAttribute(HOST);
  parts.aside.removeAttribute(ASIDE);
  for (const part of parts.hide) part.removeAttribute(HIDE);
}
