import { HELD_SHARE, TEXT_CAP } from './limits.ts';
import type { Stretch } from './spans.ts';

const RUN = 3;
/** Tokens by which a part may be longer or shorter where it is held. */
const SLACK = 16;

/** Places by a hash of the run that begins there, + 1; all zero between calls. */
const places = new Int32Array(1 << 15);
/** Runs by the distance between their places; all zero between calls. */
const STEPS = Math.ceil(TEXT_CAP / SLACK) + 2;
const distances = new Int32Array(2 * STEPS + 1);

/** The stretch of `whole` in which `part` may stand: where most of their common runs lie at one distance. */
export function rangeOf(
  part: readonly number[],
  whole: readonly number[],
  covered: Uint8Array,
): Stretch | null {
  for (let at = 0; at + RUN <= part.length; at++) places[slotOf(part, at)] = at + 1;
  const around = { first: STEPS, last: -STEPS };
  for (let at = 0; at + RUN <= whole.length; at++) {
    const place = covered[at] ? 0 : (places[slotOf(whole, at)] as number);
    if (place === 0 || !isSameRun(part, place - 1, whole, at)) continue;
    const distance = Math.round((at - place + 1) / SLACK);
    distances[STEPS + distance] = (distances[STEPS + distance] as number) + 1;
    around.first = Math.min(around.first, distance);
    around.last = Math.max(around.last, distance);
  }
  for (let at = 0; at + RUN <= part.length; at++) places[slotOf(part, at)] = 0;
  const { best, most } = strongest(around);
  distances.fill(0, STEPS + around.first, STEPS + around.last + 1);
  if (most < HELD_SHARE * (part.length - RUN + 1)) return null;
  const start = Math.max(0, best * SLACK - SLACK);
  return { start, end: Math.min(whole.length, best * SLACK + part.length + SLACK) };
}

/** The distance of most runs, half of those of its neighbours counted in. */
function strongest({ first, last }: { first: number; last: number }) {
  let best = 0;
  let most = 0;
  for (let distance = first; distance <= last; distance++) {
    const count = countAt(distance);
    if (count === 0) continue;
    const around = count + (countAt(distance - 1) + countAt(distance + 1)) / 2;
    if (around > most) [most, best] = [around, distance];
  }
  return { best, most };
}

function countAt(distance: number): number {
  return distances[STEPS + distance] ?? 0;
}

function slotOf(codes: readonly number[], at: number): number {
  const one = Math.imul(codes[at] as number, 31 * 31);
  const run = one + Math.imul(codes[at + 1] as number, 31) + (codes[at + 2] as number);
  return Math.imul(run, 0x9e3779b1) >>> 17;
}

function isSameRun(
  part: readonly number[],
  place: number,
  whole: readonly number[],
  at: number,
): boolean {
  return (
    part[place] === whole[at] &&
    part[place + 1] === whole[at + 1] &&
    part[place + 2] === whole[at + 2]
  );
}
