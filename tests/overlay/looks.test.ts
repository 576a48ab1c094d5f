// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KnownRow } from '../../lib/overlay/known-rows';
import { createLooks } from '../../lib/overlay/looks';
import { equipped } from '../../lib/sites/offer';
import type { ReadMessage } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';

const [site = wechat] = equipped([wechat]);

/** What waits for the page to have time. */
let idle: (() => void)[] = [];
let ended: AbortController;
let found: string[];

beforeEach(() => {
  idle = [];
  found = [];
  ended = new AbortController();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canvasOf(() => stripes()));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A drawing context that gives these pixels, whatever is drawn. */
function canvasOf(pixels: () => Uint8ClampedArray) {
  const context = { drawImage() {}, getImageData: () => ({ data: pixels() }) };
  return context as unknown as CanvasRenderingContext2D & GPUCanvasContext;
}

/** Light and dark columns of eight pixels each, in a picture of 72. */
function stripes(): Uint8ClampedArray {
  const level = (at: number) => (Math.floor((Math.floor(at / 4) % 72) / 8) % 2 === 0 ? 20 : 220);
  return new Uint8ClampedArray(4 * 72 * 64).map((_, at) => level(at));
}

function rowOf(key: string, sides = [200, 150], isLoaded = true): KnownRow & { img: HTMLElement } {
  const element = document.createElement('div');
  element.innerHTML = '<div class="picture"><img class="msg-img"></div>';
  const img = element.querySelector('img') as HTMLElement;
  const [naturalWidth, naturalHeight] = sides;
  for (const [name, value] of Object.entries({ naturalWidth, naturalHeight, complete: isLoaded })) {
    Object.defineProperty(img, name, { value });
  }
  const read = { kind: 'image' } as ReadMessage;
  return { element, key, hash: 'h', read, message: null, img };
}

function watch(...rows: KnownRow[]) {
  const looks = createLooks(site, (key, look) => found.push(`${key} ${look}`), ended.signal);
  looks.watch(rows);
  return looks;
}

function giveTime(): void {
  for (const callback of idle.splice(0)) callback();
}

test('a picture is looked at when the page has time, and not before', () => {
  watch(rowOf('a'));
  expect(found).toEqual([]);
  giveTime();
  expect(found).toEqual([expect.stringMatching(/^a [0-9a-f]{16} 200x150$/)]);
});

test('one that is not loaded is looked at when it is', () => {
  const row = rowOf('a', [200, 150], false);
  watch(row);
  giveTime();
  expect(found).toEqual([]);
  row.img.dispatchEvent(new Event('load'));
  giveTime();
  expect(found).toHaveLength(1);
});

test('each message is looked at once, however often its row is mounted', () => {
  const row = rowOf('a');
  const looks = watch(row);
  looks.watch([row]);
  giveTime();
  looks.watch([row, rowOf('a')]);
  giveTime();
  expect(found).toHaveLength(1);
});

test.each([
  ['too small', [200, 31]],
  ['too large', [1000, 1001]],
])('one that is %s is not looked at', (_, sides) => {
  watch(rowOf('a', sides));
  giveTime();
  expect(found).toEqual([]);
});

test('a picture of another site, whose pixels may not be read, has no look', () => {
  const refuse = () => {
    throw new DOMException('tainted', 'SecurityError');
  };
  vi.mocked(HTMLCanvasElement.prototype.getContext).mockReturnValue(canvasOf(refuse));
  watch(rowOf('a'));
  giveTime();
  expect(found).toEqual([]);
});

test('nothing is looked at when the script has ended, and no message of another kind', () => {
  const text = rowOf('b');
  watch(rowOf('a'), { ...text, read: { ...text.read, kind: 'text' } });
  expect(idle).toHaveLength(1);
  ended.abort();
  giveTime();
  expect(found).toEqual([]);
});
