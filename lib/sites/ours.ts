/** Attribute of everything that this extension adds to a page. */
export const OURS = 'data-fl-ui';

export function isOurs(element: Element): boolean {
  return element.hasAttribute(OURS);
}
