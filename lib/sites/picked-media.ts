import type { RowKind } from './picked-definition';
import { keepMeasured } from './picked-measured';
import { partOf } from './picked-place';
import { isHiddenByPage } from './picked-text';

/** Pictures up to this size, px, are faces and signs in the text. */
const SMALL = 40;
/** Faces are drawn up to this size, px. */
export const FACE = 64;

const keepWidth = keepMeasured<number>();

/** What a row shows besides words. */
export type Media = { kind: 'image' | 'video' | 'voice' | null; pictures: readonly Element[] };

/** The pictures that were sent, outside of `previews`, and what else the row plays. */
export function mediaIn(
  kind: RowKind,
  row: Element,
  transcript: Element,
  previews: readonly Element[],
): Media {
  const root = row.shadowRoot ?? row;
  const avatar = kind.avatar ? partOf(kind.avatar, row, transcript) : null;
  const mayBeFace = kind.avatar !== undefined && avatar === null;
  // The words, and a picture in their place, may be drawn in a tree further in.
  const text = partOf(kind.text, row, transcript);
  const images = new Set([
    ...root.querySelectorAll('img'),
    ...(text?.querySelectorAll('img') ?? []),
  ]);
  const pictures = [...images].filter(
    (image) =>
      image !== avatar &&
      !avatar?.contains(image) &&
      isPicture(image, kind) &&
      !isQuoted(image, row, text) &&
      !previews.some((preview) => preview.contains(image)) &&
      !(mayBeFace && isFace(image)),
  );
  const played = root.querySelector('video')
    ? 'video'
    : root.querySelector('audio')
      ? 'voice'
      : null;
  return { kind: played ?? (pictures.length > 0 ? 'image' : null), pictures };
}

/** It was sent before, and is shown because it is answered. */
function isQuoted(image: Element, row: Element, text: Element | null): boolean {
  const around = image.closest('blockquote, [class*="quote" i], [class*="reply" i]');
  return around !== null && around !== row && row.contains(around) && !around.contains(text);
}

function isPicture(image: HTMLImageElement, kind: RowKind): boolean {
  // A face may be cut round by a drawing of which it is part.
  const frame = image.closest('svg') ?? image;
  const told = Number(frame.getAttribute('width') ?? Number.NaN);
  const size = Number.isNaN(told) ? image.naturalWidth : told;
  if ((size > 0 && size <= SMALL) || isHiddenByPage(image) || isSign(image)) return false;
  if (/emoji|avatar/i.test(`${image.className} ${image.parentElement?.className ?? ''}`))
    return false;
  // Without a known avatar the first picture of a row is taken for one where it stands before the words.
  return kind.avatar !== undefined || image.closest('a, figure, button') !== null || size > 0;
}

/** Of tools that are seen when one points at a message, or a sign as small as a letter. */
function isSign(image: Element): boolean {
  return getComputedStyle(image).visibility === 'hidden' || isDrawnWithin(image, SMALL);
}

/** In a row that is built unlike others a face stands elsewhere: it is told by how large it is drawn. */
function isFace(image: Element): boolean {
  return isDrawnWithin(image, FACE);
}

function isDrawnWithin(image: Element, most: number): boolean {
  const source = image.getAttribute('src');
  const width = keepWidth(image, source, image.getBoundingClientRect().width || null);
  return width !== null && width <= most;
}
