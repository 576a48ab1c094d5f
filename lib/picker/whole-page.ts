import type { Layout } from './layout';

/** What a menu or a row of tabs holds at most of a window's height and width. */
const PART = 0.7;

/** Many transcripts are tried on one page, and looking for a field in a long list takes long. */
const answers = new WeakMap<Layout, Map<Element, boolean>>();

/**
 * The element holds what a page is for: one's own words are written in it or the page's main matter lies in it, or it is
 * about as large as the window. Its role says nothing of what is in it then: some pages are one row of tabs.
 */
export function holdsPage(element: Element, layout: Layout): boolean {
  const known = answers.get(layout) ?? new Map<Element, boolean>();
  answers.set(layout, known);
  const answer = known.get(element) ?? looksWhole(element, layout);
  known.set(element, answer);
  return answer;
}

function looksWhole(element: Element, layout: Layout): boolean {
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
