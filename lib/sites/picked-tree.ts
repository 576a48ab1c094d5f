import { isOurs } from './ours';

/** Deepest nesting that is followed. The deepest chat page seen has 42 levels from the body to a word. */
const MAX_DEPTH = 120;

/**
 * The page's own element children as they are drawn: those of an open shadow root before those that the page gave the
 * element itself. A bar in a folded message is none of them: places are counted from the end, too.
 */
export function childrenOf(element: Element): Element[] {
  const inside = element.shadowRoot?.children ?? [];
  return [...inside, ...element.children].filter((child) => !isOurs(child));
}

/** What lies below an element, in reading order: at most so many. */
export function descendantsOf(element: Element, most: number): Element[] {
  const found: Element[] = [];
  const stack = childrenOf(element).reverse();
  while (found.length < most) {
    const next = stack.pop();
    if (!next) break;
    found.push(next);
    stack.push(...childrenOf(next).reverse());
  }
  return found;
}

/** The element around this node, across the edge of a shadow root. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (!parent || parent.nodeType === 1) return parent as Element | null;
  return (parent as Partial<ShadowRoot>).host ?? null;
}

/** From the element itself up to, not including, `end`; null when `end` is not above it. */
export function chainUpTo(element: Element, end: Element | null): Element[] | null {
  const chain: Element[] = [];
  for (let at: Element | null = element; at !== end; at = parentOf(at)) {
    if (!at || chain.length >= MAX_DEPTH) return null;
    chain.push(at);
  }
  return chain;
}

/** `inner` lies in `outer`, or is it, across the edges of shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  return chainUpTo(inner, parentOf(outer))?.includes(outer) ?? false;
}
