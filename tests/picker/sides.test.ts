// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layoutOf } from '../../lib/picker/layout';
import { sidesOf } from '../../lib/picker/sides';
import { openPage } from './pages';

/** Texts of a list 380 px wide, each with its left edge and its width. */
function sidesWith(texts: readonly (readonly [left: number, width: number])[]) {
  const rows = texts.map(([left, width]) => `<p data-at="${left},${width}">请报送台账</p>`);
  openPage(`<div class="list" data-at="0,380">${rows.join('')}</div>`);
  const list = document.querySelector('.list') as Element;
  return sidesOf([...list.children], list, layoutOf(document));
}

describe('sides of a list', () => {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const [left = 0, width = 1000] = (this.getAttribute('data-at') ?? '0,1000')
        .split(',')
        .map(Number);
      return new DOMRect(left, 0, width, 20);
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  it('are none where long texts beside a picture reach the other edge', () => {
    const sides = sidesWith([
      [48, 120],
      [48, 332],
      [48, 200],
      [48, 332],
    ]);
    expect(sides).not.toContain('right');
    expect(sides).toContain('left');
  });

  it('are two where one begins further in, and a long one that does not is of neither', () => {
    expect(
      sidesWith([
        [48, 120],
        [48, 332],
        [200, 170],
      ]),
    ).toEqual(['left', 'full', 'right']);
    expect(
      sidesWith([
        [10, 120],
        [250, 120],
      ]),
    ).toEqual(['left', 'right']);
  });

  it('may be one', () => {
    expect(
      sidesWith([
        [250, 120],
        [250, 120],
      ]),
    ).toEqual(['right', 'right']);
  });
});
