import type { RowKind } from './picked-definition';
import { FACE } from './picked-media';
import { partOf } from './picked-place';

/**
 * The box in which a message shows what it answers; null where it has none. A box that leads somewhere or shows a picture may
 * be a card that was sent: what it says is said, and a deadline in it must not be lost.
 */
export function answeredBox(
  { answered }: RowKind,
  row: Element,
  transcript: Element,
): Element | null {
  const box = answered ? partOf(answered, row, transcript) : null;
  if (!box || box.querySelector('a[href], video, audio, iframe')) return null;
  return [...box.querySelectorAll('img')].some(isLarge) ? null : box;
}

function isLarge(image: HTMLImageElement): boolean {
  return (Number(image.getAttribute('width')) || image.naturalWidth) > FACE;
}
