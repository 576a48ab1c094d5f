import { describe, expect, it } from 'vitest';
import { isAlike, isLook } from '../../lib/detect/look';
import { differenceHash } from '../../lib/sites/difference-hash';

/** Grey level at a place of a picture whose sides are 1 long. */
type Drawn = (x: number, y: number) => number;

/** The picture as pixels: red, green, blue and alpha. */
function pixelsOf(drawn: Drawn, width: number, height: number, noise = 0): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * width * height);
  // A fixed sequence that looks like noise (Park and Miller 1988).
  let random = 1;
  for (let at = 0; at < width * height; at++) {
    random = (random * 16807) % 2147483647;
    const x = ((at % width) + 0.5) / width;
    const y = (Math.floor(at / width) + 0.5) / height;
    const level = drawn(x, y) + noise * ((random / 2147483647) * 2 - 1);
    pixels.set([level, level, level, 255], 4 * at);
  }
  return pixels;
}

function hashOf(drawn: Drawn, width = 200, height = 150, noise = 0): string | null {
  return differenceHash(pixelsOf(drawn, width, height, noise), width, height);
}

function alike(one: string | null, other: string | null): boolean {
  return isAlike(`${one} 200x150`, `${other} 200x150`);
}

/** Hills before a bright sky, a house. */
const landscape: Drawn = (x, y) => {
  if (x > 0.62 && x < 0.8 && y > 0.45 && y < 0.7) return 235;
  return y < 0.45 + 0.15 * Math.sin(6 * x) ? 200 - 60 * y : 70 + 50 * x;
};
/** A sheet with lines of writing; line 4 of another length with `changed`. */
const sheet =
  (changed = false): Drawn =>
  (x, y) => {
    const line = Math.floor(y * 12);
    const end = [0, 0.7, 0, 0.9, changed ? 0.55 : 0.6, 0.8, 0.85, 0.4, 0.9, 0.7, 0.5, 0][line] ?? 0;
    return x > 0.1 && x < end && (y * 12) % 1 < 0.6 ? 60 : 240;
  };

describe('the difference hash', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(isLook(`${hashOf(landscape)} 200x150`)).toBe(true);
    expect(hashOf(landscape)).not.toMatch(/^0+$/);
  });

  it.each([
    ['half its size', 100, 75],
    ['three times its size', 600, 450],
    ['an odd size', 133, 99],
    ['hardly more than the cells', 18, 16],
  ])('stays at %s', (_, width, height) => {
    for (const drawn of [landscape, sheet()]) {
      expect(alike(hashOf(drawn, width, height), hashOf(drawn))).toBe(true);
    }
  });

  it('stays under the noise of compression', () => {
    for (const drawn of [landscape, sheet()]) {
      expect(alike(hashOf(drawn, 200, 150, 12), hashOf(drawn))).toBe(true);
    }
  });

  it('stays with one line of a sheet changed: that is why it proves nothing', () => {
    expect(alike(hashOf(sheet(true)), hashOf(sheet()))).toBe(true);
  });

  it('is another for another picture, mirrored or turned over', () => {
    const others: Drawn[] = [
      sheet(),
      (x, y) => landscape(1 - x, y),
      (x, y) => landscape(x, 1 - y),
      (x, y) => 255 - landscape(x, y),
    ];
    for (const other of others) expect(alike(hashOf(other), hashOf(landscape))).toBe(false);
  });

  it('is none for a picture that shows next to nothing', () => {
    expect(hashOf(() => 0)).toBeNull();
    expect(hashOf(() => 255)).toBeNull();
    expect(hashOf(() => 236, 200, 150, 12)).toBeNull();
    expect(hashOf((_, y) => 250 * y)).toBeNull();
  });
});
