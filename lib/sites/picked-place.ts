import { isOurs } from './ours';
import type { Part, Place, Step } from './picked-definition';
import { childrenOf, descendantsOf, parentOf } from './picked-tree';

/** Elements that one far step looks at below an element; below the document the browser looks. */
const MAX_LOOKED_AT = 2_000;

/** The element has what the step asks for. Compared by hand: nothing of a definition is run as a selector of its author's. */
export function fits(element: Element, { tag, attributes, classes }: Step): boolean {
  if (element.localName !== tag) return false;
  if (classes && !classes.every((name) => element.classList.contains(name))) return false;
  for (const name in attributes) {
    const wanted = attributes[name];
    const value = element.getAttribute(name);
    if (value === null || (typeof wanted === 'string' && value !== wanted)) return false;
  }
  return true;
}

/** What lies at the end of a place; null when a step leads nowhere. */
export function follow(place: Place, from: Element): Element | null {
  let at: Element | null = from;
  for (const step of place) at = at && one(candidates(step, at), step);
  return at;
}

/** Everything that lies at the end of a place in a document: a far first step may fit several elements. */
export function followAll(place: Place, document: Document): Element[] {
  const [first, ...rest] = place;
  if (!first || !document.body) return [];
  const starts = first.far
    ? [...document.querySelectorAll(selectorOf(first))].filter((start) => !isOurs(start))
    : candidates(first, document.body);
  const chosen =
    first.nth === undefined ? starts : [one(starts, first)].filter((it) => it !== null);
  return chosen.map((start) => follow(rest, start)).filter((found) => found !== null);
}

/** The element of a part of a row; null when it has none. */
export function partOf(part: Part, row: Element, transcript: Element): Element | null {
  let from: Element | null = row;
  for (let up = part.up ?? 0; up > 0; up--) {
    from = from && parentOf(from);
    if (!from || from === transcript) return null;
  }
  return from && follow(part.place, from);
}

function candidates(step: Step, from: Element): Element[] {
  const below = step.far ? descendantsOf(from, MAX_LOOKED_AT) : childrenOf(from);
  return below.filter((element) => fits(element, step));
}

function one(found: readonly Element[], { nth = 1 }: Step): Element | null {
  return found.at(nth > 0 ? nth - 1 : nth) ?? null;
}

/** A selector of checked and escaped pieces, so that the browser's own index does the walk over the document. */
function selectorOf({ tag, attributes = {}, classes = [] }: Step): string {
  const conditions = Object.entries(attributes).map(([name, value]) =>
    value === null ? `[${CSS.escape(name)}]` : `[${CSS.escape(name)}="${CSS.escape(value)}"]`,
  );
  return (
    CSS.escape(tag) + classes.map((name) => `.${CSS.escape(name)}`).join('') + conditions.join('')
  );
}
