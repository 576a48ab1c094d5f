/** Attribute of everything that this extension adds to a page. */
export const OURS = 'data-fl-ui';
/** Attribute of the page's own pieces that a fold hides. */
export const HIDE = 'data-fl-hide';

export function isOurs(element: Element): boolean {
  return element.hasAttribute(OURS);
}
