// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remembersHeights } from '../../lib/picker/heights';
import { isMovedIn, layoutOf } from '../../lib/picker/layout';
import { openPage } from './pages';

/** Without a drawing nothing is known of sizes: the page's elements say here how high they are drawn. */
function drawn(html: string) {
  openPage(html);
  const layout = layoutOf(document);
  const one = (name: string) => document.querySelector(`.${name}`) as Element;
  return { layout, box: one('box'), list: one('list') };
}

const page = (box: string, list: string) =>
  `<div class="box" style="${box}" data-high="400"><div data-high="400"><div class="list" style="${list}" data-high="2100"><p data-high="40">张建国：收到</p></div></div></div>`;

describe('a list that a script scrolls', () => {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(0, 0, 600, Number(this.getAttribute('data-high') ?? 700));
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  it.each(['transform: translateY(-300px)', 'will-change: transform'])(
    'is told by a clipped box and much higher content: %s',
    (style) => {
      const { layout, box, list } = drawn(page('overflow: hidden', style));
      expect(isMovedIn(box, list, layout)).toBe(true);
      expect(remembersHeights(list, [], layout)).toBe(true);
    },
  );

  it.each([
    ['overflow: hidden', ''],
    ['overflow: visible', 'transform: translateY(-300px)'],
    ['overflow: auto', 'transform: translateY(-300px)'],
  ])('is none with %s and %s', (outer, inner) => {
    const { layout, box, list } = drawn(page(outer, inner));
    expect(isMovedIn(box, list, layout)).toBe(false);
  });

  it('is none where what is moved is about as high as the box, or the box is small', () => {
    const moved = page('overflow: hidden', 'transform: translateY(-3px)');
    const low = drawn(moved.replace('data-high="2100"', 'data-high="500"'));
    expect(isMovedIn(low.box, low.list, low.layout)).toBe(false);
    const small = drawn(moved.replaceAll('data-high="400"', 'data-high="60"'));
    expect(isMovedIn(small.box, small.list, small.layout)).toBe(false);
  });

  it('is not looked for outside of one that scrolls by itself', () => {
    const { layout, list } = drawn(
      page('overflow: hidden', '').replace(
        '<div data-high="400">',
        '<div data-high="400" style="overflow: auto; transform: translateY(0)">',
      ),
    );
    expect(remembersHeights(list, [], layout)).toBe(false);
  });
});
