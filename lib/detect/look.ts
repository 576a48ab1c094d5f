import { LOOK_BITS } from './limits.ts';

/** A look, read: the halves of its difference hash and the size of the picture in pixels. */
type Look = { high: number; low: number; width: number; height: number };

/**
 * Whether two pictures look alike: few bits of their hashes differ, and one has the shape of the other. It says no
 * more than that: a form with another date in one line looks like the form before.
 * @example isAlike('00ff3c18e7c3811c 200x150', '00ff3c18e7c3811d 100x75') === true
 */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [readLook(one), readLook(other)];
  if (!a || !b) return false;
  return bitsOf(a.high ^ b.high) + bitsOf(a.low ^ b.low) <= LOOK_BITS && haveOneShape(a, b);
}

/** Whether a text is a look: 16 hexadecimal digits, a space, width "x" height. */
export function isLook(text: string): boolean {
  return readLook(text) !== null;
}

function readLook(text: string): Look | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{8}) (\d{1,5})x(\d{1,5})$/.exec(text);
  if (!match) return null;
  const [high, low] = [match[1], match[2]].map((digits) => Number.parseInt(digits ?? '', 16));
  const [width, height] = [Number(match[3]), Number(match[4])];
  return high === undefined || low === undefined || width * height === 0
    ? null
    : { high, low, width, height };
}

/** The same but for the pixel that a scaled side is rounded by. */
function haveOneShape(one: Look, other: Look): boolean {
  const [small, large] = one.width <= other.width ? [one, other] : [other, one];
  return Math.abs((large.height * small.width) / large.width - small.height) <= 1;
}

function bitsOf(word: number): number {
  let bits = 0;
  for (let left = word; left !== 0; left &= left - 1) bits++;
  return bits;
}
