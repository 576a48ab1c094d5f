import type { RowKind, Step } from './picked-definition';
import { FACE } from './picked-media';
import { fits, partOf } from './picked-place';
import { descendantsOf } from './picked-tree';

/** Elements of a message in which it is looked for. */
const LOOKED_AT = 40;

/**
 * The box in which a message shows what it answers; null where it has none. A box that leads somewhere or shows a picture may
 * be a card that was sent: what it says is said, and a deadline in it must not be lost.
 */
export function answeredBox(
  { answered, text }: RowKind,
  row: Element,
  transcript: Element,
): Element | null {
  if (!answered) return null;
  const box =
    partOf(answered, row, transcript) ??
    calledSo(answered.place.at(-1), partOf(text, row, transcript));
  if (!box || box.querySelector('a[href], video, audio, iframe')) return null;
  return [...box.querySelectorAll('img')].some(isLarge) ? null : box;
}

/** In the words of the other side it may stand elsewhere: there it is known by its class, where that says what it is. */
function calledSo(step: Step | undefined, text: Element | null): Element | undefined {
  return text && step?.classes?.some((name) => /quot|repl|cite|refer|answer/i.test(name))
    ? descendantsOf(text, LOOKED_AT).find((element) => fits(element, step))
    : undefined;
}

function isLarge(image: HTMLImageElement): boolean {
  return (Number(image.getAttribute('width')) || image.naturalWidth) > FACE;
}
