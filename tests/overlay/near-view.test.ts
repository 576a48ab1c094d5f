// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nearView } from '../../lib/overlay/near-view';

/** Rows of 20 px in a box that starts at 100 px; what lies at `scrolled` px is at its upper edge. */
function page(count: number, scrolled: number) {
  let measured = 0;
  const box = (top: number, height: number) => ({ top, bottom: top + height, height }) as DOMRect;
  const scroller = document.createElement('div');
  scroller.getBoundingClientRect = () => box(100, 600);
  const rows = Array.from({ length: count }, (_, at) => {
    const row = document.createElement('div');
    row.getBoundingClientRect = () => {
      measured++;
      return box(100 + at * 20 - scrolled, 20);
    };
    return row;
  });
  return { rows, scroller, measured: () => measured };
}

it('takes every row of a usual page, and measures none', () => {
  const { rows, scroller, measured } = page(1000, 0);
  expect(nearView(rows, scroller)).toEqual(rows);
  expect(measured()).toBe(0);
});

it.each([0, 1, 25_000, 999_400, 5_000_000])(
  'of fifty thousand rows takes some hundreds around the view, scrolled by %i px',
  (scrolled) => {
    const { rows, scroller, measured } = page(50_000, scrolled);
    const near = nearView(rows, scroller);
    expect(near.length).toBeGreaterThanOrEqual(100);
    expect(near.length).toBeLessThanOrEqual(200);
    const first = Math.min(Math.floor(scrolled / 20), 49_999);
    const visible = rows.slice(first, first + 31);
    expect(visible.every((row) => near.includes(row))).toBe(true);
    expect(measured()).toBeLessThan(20);
  },
);

it('takes the last ones where nothing scrolls', () => {
  const { rows } = page(3000, 0);
  expect(nearView(rows, null)).toEqual(rows.slice(-1000));
});
