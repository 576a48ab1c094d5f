import { childrenOf, parentOf } from '../sites/picked-tree';

/** Where an element stands on the page, CSS pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/** What the guess needs to know of how a page is drawn. Without a drawing (in a test) everything is visible and nowhere. */
export type Layout = {
  /** The page is drawn: boxes mean something. */
  isDrawn: boolean;
  /** Null where the element is not drawn. */
  box(element: Element): Box | null;
  style(element: Element): CSSStyleDeclaration;
};

/** The drawing of a live page. */
export function layoutOf(document: Document): Layout {
  const isDrawn = (document.documentElement?.getBoundingClientRect().width ?? 0) > 0;
  const boxes = new Map<Element, Box | null>();
  const styles = new Map<Element, CSSStyleDeclaration>();
  return {
    isDrawn,
    box(element) {
      const known = boxes.get(element);
      if (known !== undefined) return known;
      const { left, top, width, height } = element.getBoundingClientRect();
      const isThere = width > 0 && height > 0;
      const box = isThere ? { left, top, width, height } : null;
      boxes.set(element, box);
      return box;
    },
    style(element) {
      const known = styles.get(element);
      if (known) return known;
      const view = element.ownerDocument.defaultView as Window;
      const style = view.getComputedStyle(element);
      styles.set(element, style);
      return style;
    },
  };
}

/** Drawn, and not kept for those who cannot see: such words stand on the page a second time. */
export function isVisible(element: Element, layout: Layout): boolean {
  if (element.hasAttribute('hidden') || element.localName === 'template') return false;
  const style = layout.style(element);
  if (style.display === 'none' || style.visibility === 'hidden') return false;
  if (!layout.isDrawn || style.display === 'contents') return true;
  const box = layout.box(element);
  return box === null ? overflows(element, style, layout) : box.width > 1.5 && box.height > 1.5;
}

/** Of no height, but what it holds is drawn all the same: outside of it, or placed by something further out. */
function overflows(element: Element, { overflow }: CSSStyleDeclaration, layout: Layout): boolean {
  if (element.childElementCount === 0 && element.shadowRoot === null) return false;
  if (overflow !== 'hidden' || element.localName === 'body') return true;
  return childrenOf(element).some((child) => /fixed|absolute/.test(layout.style(child).position));
}

/** The element scrolls what it holds, or would if there were more. */
export function canScroll(element: Element, layout: Layout): boolean {
  const { overflowY, overflow } = layout.style(element);
  return /auto|scroll|overlay/.test(overflowY || overflow);
}

/** A clipped box is so high, px, before it may be a place where one reads. */
const READABLE = 150;
/** What is moved in a clipped box is so many times higher than the box. */
const TALLER = 1.5;

/** The page scrolls by a script of its own: a clipped box in which something much higher, that holds the element or is it, is moved. */
export function isMovedIn(box: Element, inner: Element, layout: Layout): boolean {
  const { overflowY, overflow } = layout.style(box);
  const room = layout.isDrawn ? layout.box(box)?.height : undefined;
  if (!room || room < READABLE || !/hidden|clip/.test(overflowY || overflow)) return false;
  // What nobody can scroll by hand and is scrolled was scrolled by a script.
  if (box.scrollTop > 0 && box.scrollHeight > room * TALLER) return true;
  for (let at: Element | null = inner; at && at !== box; at = parentOf(at)) {
    if ((layout.box(at)?.height ?? 0) < room * TALLER) continue;
    const { transform = '', willChange = '' } = layout.style(at);
    if ((transform !== '' && transform !== 'none') || willChange.includes('transform')) return true;
  }
  return false;
}
