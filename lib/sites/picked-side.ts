/** Where what is said stands between the edges of the transcript. */
export type Side = 'left' | 'right' | 'middle' | 'full';

type Extent = { left: number; width: number };

/** Room at one edge over the room at the other from which words stand at a side. */
const MUCH_MORE = 1.8;
/** Share of the width that words must leave free to stand anywhere at all. */
const FREE = 0.08;

/** The side on which an element stands in another, from where both are drawn and how its words are aligned. */
export function sideIn(outer: Extent, inner: Extent, textAlign: string): Side {
  const left = inner.left - outer.left;
  const right = outer.left + outer.width - inner.left - inner.width;
  if (left + right < outer.width * FREE) return alignment(textAlign);
  if (right > left * MUCH_MORE) return 'left';
  if (left > right * MUCH_MORE) return 'right';
  return Math.abs(left - right) <= 0.12 * (left + right) ? 'middle' : 'full';
}

function alignment(align: string): Side {
  if (align === 'center') return 'middle';
  return align === 'right' || align === 'end' ? 'right' : 'full';
}
