// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkBars } from '../../lib/overlay/bar-check';
import type { Folder } from '../../lib/overlay/fold';

let row: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div><div></div></div>';
  row = document.body.querySelector('div > div') as HTMLElement;
  Element.prototype.checkVisibility = () => true;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ height: 30 } as DOMRect);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Looks at one folded row; says how often it was told that the page hides bars. */
function looked(lacksBar: boolean, isSeenWithout: boolean) {
  const folder = {
    isFolded: () => true,
    lacksBar: () => lacksBar,
    isSeenWithout: () => isSeenWithout,
  };
  const onHiding = vi.fn();
  const quietly = vi.fn((act: () => void) => act());
  const bars = checkBars(() => [row], folder as Partial<Folder> as Folder, quietly, onHiding);
  bars.look();
  vi.runAllTimers();
  bars.look();
  vi.runAllTimers();
  return {
    told: onHiding.mock.calls.length,
    isHiding: bars.isHiding(),
    tries: quietly.mock.calls.length,
  };
}

it('says once that a bar has no box where its row would have one', () => {
  expect(looked(true, true)).toEqual({ told: 1, isHiding: true, tries: 1 });
});

it('leaves the row alone while its bar is seen', () => {
  expect(looked(false, true)).toEqual({ told: 0, isHiding: false, tries: 0 });
});

it('takes a row that the page hides itself for no sign', () => {
  expect(looked(true, false)).toEqual({ told: 0, isHiding: false, tries: 2 });
});

it('looks at nothing in a transcript that is out of sight', () => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ height: 0 } as DOMRect);
  expect(looked(true, true).tries).toBe(0);
});

it('looks at nothing in a tab that is not shown: there nothing is laid out', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  expect(looked(true, true).tries).toBe(0);
});

it('looks once a frame however often it is asked, and at a view of rows, the newest', () => {
  const rows = Array.from({ length: 25 }, () => row.cloneNode() as HTMLElement);
  const seen: HTMLElement[] = [];
  const folder = {
    isFolded: () => true,
    lacksBar: (each: HTMLElement) => {
      seen.push(each);
      return false;
    },
  };
  const never = vi.fn();
  const bars = checkBars(() => rows, folder as Partial<Folder> as Folder, never, never);
  for (let times = 0; times < 5; times++) bars.look();
  vi.runAllTimers();
  expect(seen).toEqual(rows.slice(5));
  expect(never).not.toHaveBeenCalled();
});
