import type { Layout } from './layout';

/** What a menu or a row of tabs holds at most of a window's height and width. */
const PART = 0.7;

/**
 * The element holds what a page is for: one's own words are written in it or the page's main matter lies in it, or it is
 * about as large as the window. Its role says nothing of what is in it then: some pages are one row of tabs.
 */
export function holdsPage(element: Element, layout: Layout): boolean {
  if (
    element.querySelector(
      'main, textarea, [contenteditable="true"], [role="main"], [role="log"], [role="feed"]',
    )
  )
    return true;
  const view = element.ownerDocument.documentElement;
  const box = layout.isDrawn ? layout.box(element) : null;
  return (
    box !== null &&
    box.width >= view.clientWidth * PART &&
    box.height >= view.clientHeight * PART &&
    box.height > 0
  );
}
