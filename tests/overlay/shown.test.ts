// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchShown } from '../../lib/overlay/shown';
import { leaveBrowser, seeAll, standInForBrowser } from './browser-stand-ins';

beforeEach(standInForBrowser);
afterEach(leaveBrowser);

/** Lays an element out, px. */
function put(element: Element, top: number, height: number): void {
  element.getBoundingClientRect = () => ({ top, height, bottom: top + height }) as DOMRect;
}

/** A row in a view of 500 px. */
function watchedRow() {
  const row = document.createElement('p');
  document.body.replaceChildren(row);
  put(document.body, 0, 500);
  const scroller = () => document.body;
  const { signal } = new AbortController();
  const shown = watchShown(document, scroller, () => false, vi.fn(), signal);
  const look = (top: number, height: number) => {
    put(row, top, height);
    shown.watch(row);
    seeAll();
  };
  return { row, shown, look };
}

it('has shown a row whole when its parts were shown one after the other', () => {
  const { row, shown, look } = watchedRow();
  look(-300, 800);
  expect(shown.whole().has(row)).toBe(false);
  look(0, 800);
  expect(shown.whole().has(row)).toBe(true);
});

it('has not shown what stands where something else was shown', () => {
  const { row, shown, look } = watchedRow();
  look(0, 400);
  expect(shown.whole().has(row)).toBe(true);
  // The page has put a longer message there, of which the lower part is in view.
  shown.unwatch(row);
  look(-300, 800);
  expect(shown.whole().has(row)).toBe(false);
});
