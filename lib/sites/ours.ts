/** Attribute of everything that this extension adds to a page. */
export const OURS = 'data-fl-ui';
/** Attribute of the page's own pieces that a fold hides. */
export const HIDE = 'data-fl-hide';

/**
 * Whether we made the element. Ours hold nothing outside of their shadow trees (but for a style sheet): an element of the
 * page's own that bears our attribute has words, is read as any other, and is never removed.
 */
export function isOurs(element: Element): boolean {
  if (!element.hasAttribute(OURS)) return false;
  return element.localName === 'style' || (element.localName === 'div' && !element.firstChild);
}
