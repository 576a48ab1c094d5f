import { isStamp } from '../sites/picked-time';
import { childrenOf, holds, parentOf } from '../sites/picked-tree';
import type { FoundKind } from './kinds';
import { canScroll, isMovedIn, isVisible, type Layout } from './layout';
import type { Leaf, Seen } from './leaves';
import type { FoundParts } from './parts';
import { areAlike } from './row-level';
import { sidesOf } from './sides';
import { holdsPage } from './whole-page';

/** Roles of lists that one chooses from, and of tables. */
const CHOICE_ROLES = new Set(
  'listbox tree treegrid grid menu tablist radiogroup navigation menubar table toolbar'.split(' '),
);
const CHOICE_ITEMS = new Set('option tab treeitem menuitem row gridcell link radio'.split(' '));
/** Levels above a transcript on which its compose box may stand beside it. */
const NEAR = 9;

/** What speaks for and against these messages being a chat, summed up. Weights were set once, on hand-written pages. */
export function weightOfEvidence(
  root: Element,
  kinds: readonly FoundKind[],
  parts: readonly FoundParts[],
  seen: Seen,
  layout: Layout,
): number {
  const rows = kinds.flatMap((kind) => kind.rows);
  const leaves = seen.leaves.filter(({ chain }) => chain.includes(root));
  /** Shown by half of the messages or more: 1. */
  const shown = (name: 'hasName' | 'hasTime' | 'hasPicture') => {
    const all = parts.map((part, index) => part[name] * (kinds[index]?.rows.length ?? 0));
    return Math.min(1, (all.reduce((sum, each) => sum + each, 0) * 2) / Math.max(1, rows.length));
  };
  const scroll = scrollWeight(root, layout);
  const isBar = scroll < 0 && isWrittenInBar(seen, layout);
  return (
    roleWeight(root) +
    (isBar ? 1 : scroll) +
    fieldWeight(root, leaves, seen, layout) +
    shown('hasTime') * 1.5 +
    shown('hasName') * 1.5 +
    shown('hasPicture') * 0.8 +
    (hasTwoSides(rows, root, layout) ? 2 : 0) +
    choiceWeight(
      root,
      rows.map(({ row }) => row),
      layout,
    ) -
    (isClicked(rows, layout) ? 1.5 : 0) -
    (isCutShort(rows, layout) ? 2.5 : 0) -
    (isProse(root, rows, isBar) ? 3 : 0) -
    (isCode(rows, layout) ? 4 : 0) -
    (rows.length < 2 ? 2 : rows.length < 3 ? 0.5 : 0) +
    // One group of a transcript is not all of it.
    Math.min(1, Math.log2(rows.length) * 0.2) -
    (isOneOfMany(root, seen, layout) ? 1.5 : 0) +
    restWeight(root, rows, leaves) -
    (isAcross(rows, layout) ? 4 : 0)
  );
}

function roleWeight(root: Element): number {
  let weight = 0;
  for (const element of [root, parentOf(root), root.firstElementChild]) {
    const role = element?.getAttribute('role');
    const live = element?.getAttribute('aria-live');
    if (role === 'log') weight = Math.max(weight, 3);
    else if (role === 'feed') weight = Math.max(weight, 1.5);
    else if (live === 'polite' || live === 'assertive') weight = Math.max(weight, 1.5);
    else if (role === 'list') weight = Math.max(weight, 0.3);
  }
  return weight;
}

/** The transcript has a scroll bar of its own; a page that scrolls as a whole is seldom a chat. */
function scrollWeight(root: Element, layout: Layout): number {
  let at: Element | null = root;
  for (let up = 0; at && up < 5; up++, at = parentOf(at)) {
    if (at.localName === 'body') break;
    if (canScroll(at, layout)) return 2 - up * 0.1;
    // Pages that show pictures or slides by turns move them, too.
    if (isMovedIn(at, root, layout)) return 1 - up * 0.1;
  }
  return -3;
}

/** The page scrolls as a whole behind a bar at its foot in which one writes. */
function isWrittenInBar({ fields }: Seen, layout: Layout): boolean {
  return fields.some(({ element }) => {
    const isLine =
      element.localName === 'input' && /^(text)?$/.test(element.getAttribute('type') ?? '');
    if (!isLine && element.localName !== 'textarea' && !element.hasAttribute('contenteditable'))
      return false;
    for (let at: Element | null = element, up = 0; at && up < 6; at = parentOf(at), up++) {
      const { position, bottom } = layout.style(at);
      if (position === 'fixed') return Number.parseFloat(bottom) < 40;
    }
    return false;
  });
}

/** One writes below what one reads. */
function fieldWeight(root: Element, leaves: readonly Leaf[], seen: Seen, layout: Layout): number {
  const inside = seen.fields.filter(({ element }) => root.contains(element));
  if (inside.length > 0) return -4;
  const last = leaves.at(-1)?.order ?? 0;
  let at: Element | null = parentOf(root);
  for (let up = 1; at && up <= NEAR; up++, at = parentOf(at)) {
    const field = seen.fields.find(
      ({ element, order }) => holds(at as Element, element) && isBelow(element, order),
    );
    if (field) return 3 - up * 0.15;
  }
  // Notices and comments have names and times, too.
  return -2.5;

  function isBelow(element: Element, order: number): boolean {
    const one = layout.box(element);
    const other = layout.box(root);
    if (!layout.isDrawn || !one || !other) return order > last;
    // Columns may touch.
    const beside =
      one.left + one.width <= other.left + 1 || one.left >= other.left + other.width - 1;
    return !beside && one.top >= other.top + Math.min(other.height, 40);
  }
}

function hasTwoSides(rows: FoundKind['rows'], root: Element, layout: Layout): boolean {
  const texts = rows.map(({ text }) => text);
  const sides = sidesOf(texts, root, layout);
  return sides.includes('left') && sides.includes('right');
}

/** A list of conversations, files or mails: one chooses from it. */
function choiceWeight(root: Element, rows: readonly Element[], layout: Layout): number {
  for (let at: Element | null = root, up = 0; at && up < 12; up++, at = parentOf(at)) {
    if (up > 0 && holdsPage(at, layout)) break;
    if (CHOICE_ROLES.has(at.getAttribute('role') ?? '') || at.localName === 'nav') return -5;
    // A cell, or what is in one, is no transcript.
    if (up === 0 && /^(tr|td|th)$/.test(at.localName)) return -5;
    if (at.localName === 'thead') return -4;
    if (at.localName === 'table') return isPlainTable(at, rows) ? -2 : -4;
  }
  return areMost(rows, (row) => isChoice(row, layout))
    ? -4
    : rows.some((row) => row.hasAttribute('aria-selected') || row.hasAttribute('aria-current'))
      ? -3
      : 0;
}

/** Some clients draw each message as a row of a table; a table of anything else has a head, or boxes to tick. */
function isPlainTable(table: Element, rows: readonly Element[]): boolean {
  return (
    rows.every(({ localName }) => localName === 'tr') &&
    table.querySelector('th, thead, caption, input') === null
  );
}

function isChoice(row: Element, layout: Layout): boolean {
  const isItem = [row, row.firstElementChild].some(
    (element) =>
      element &&
      // A time that leads to its message chooses nothing.
      !isStamp((element.textContent ?? '').trim()) &&
      (CHOICE_ITEMS.has(element.getAttribute('role') ?? '') || /^(a|tr)$/.test(element.localName)),
  );
  // Until several are to be chosen a client hides the boxes.
  const boxes = [...row.querySelectorAll('input[type="checkbox"], [role="checkbox"], td')];
  return isItem || boxes.some((box) => isVisible(box, layout));
}

/** Each row as a whole is there to be clicked. */
function isClicked(rows: FoundKind['rows'], layout: Layout): boolean {
  return areMost(rows, ({ row }) =>
    [row, row.firstElementChild].some(
      (element) => element && layout.style(element).cursor === 'pointer',
    ),
  );
}

function areMost<T>(all: readonly T[], isSuch: (one: T) => boolean): boolean {
  return all.filter(isSuch).length * 2 > all.length;
}

/** Previews of messages are cut at the end of their line. */
function isCutShort(rows: FoundKind['rows'], layout: Layout): boolean {
  return areMost(rows, ({ row, text }) => {
    for (let at: Element | null = text; at && at !== parentOf(row); at = parentOf(at)) {
      const { textOverflow, webkitLineClamp } = layout.style(at);
      if (textOverflow === 'ellipsis' || /\d/.test(webkitLineClamp ?? '')) return true;
    }
    return false;
  });
}

/** News and discussions: headings and long texts in a page that has them for its main matter. */
function isProse(root: Element, rows: FoundKind['rows'], isBar: boolean): boolean {
  const isHeaded = areMost(rows, ({ row }) => row.querySelector('h1, h2, h3') !== null);
  const isLinked = areMost(
    rows,
    ({ text }) => text.parentElement?.localName === 'a' || /^(a|h[1-4])$/.test(text.localName),
  );
  return isHeaded || isLinked || (!isBar && Boolean(parentOf(root)?.closest('article')));
}

const MONO = /mono|courier|consolas|menlo/i;

function isCode(rows: FoundKind['rows'], layout: Layout): boolean {
  return areMost(rows, ({ text }) => {
    const { fontFamily = '', whiteSpace = '' } = layout.style(text);
    const { fontFamily: ofPage = '' } = layout.style(text.ownerDocument.body);
    // Where all of a page is set so it says nothing.
    return MONO.test(fontFamily) && !MONO.test(ofPage) && /pre/.test(whiteSpace);
  });
}

/** What is neither message nor part of one: headings, forms, adverts. The head of a group of messages is half a part. */
function restWeight(root: Element, rows: FoundKind['rows'], leaves: readonly Leaf[]): number {
  const inRows = new Set(rows.map(({ row }) => row));
  const groups = new Set<Element>();
  for (const { row } of rows) {
    for (let at = parentOf(row); at && at !== root; at = parentOf(at)) groups.add(at);
  }
  let outside = 0;
  for (const { chain, is } of leaves) {
    if (is !== 'text' || chain.some((element) => inRows.has(element))) continue;
    outside += groups.size > 1 && chain.some((element) => groups.has(element)) ? 0.3 : 1;
  }
  return -Math.min(3, (outside / Math.max(1, rows.length)) * 1.5);
}

/** Others like it stand above or below it: it is a group of messages, not all of them. */
function isOneOfMany(root: Element, seen: Seen, layout: Layout): boolean {
  const parent = parentOf(root);
  if (!parent || parent.children.length > 200) return false;
  const spoken = new Set(
    seen.leaves.flatMap(({ chain }) => chain[chain.indexOf(parent) + 1] ?? []),
  );
  const top = layout.box(root)?.top;
  return childrenOf(parent).some((other) => {
    if (other === root || !spoken.has(other) || !areAlike(root, other)) return false;
    return !layout.isDrawn || Math.abs((layout.box(other)?.top ?? 0) - (top ?? 0)) > 4;
  });
}

/** Messages follow one below the other. */
function isAcross(rows: FoundKind['rows'], layout: Layout): boolean {
  const boxes = rows.map(({ row }) => layout.box(row)).filter((box) => box !== null);
  if (!layout.isDrawn || boxes.length < 3) return false;
  const level = boxes.filter(
    (box, index) => index > 0 && Math.abs(box.top - (boxes[index - 1]?.top ?? 0)) < 4,
  ).length;
  return level * 2 > boxes.length;
}
