import { type Side, sideIn } from '../sites/picked-side';
import type { Layout } from './layout';

/** The side of a text; null where nothing is drawn. */
export function sideOf(text: Element, transcript: Element, layout: Layout): Side | null {
  const outer = layout.box(transcript);
  const inner = layout.box(text);
  if (!layout.isDrawn || !outer || !inner) return null;
  const { textAlign } = layout.style(text);
  const side = sideIn(outer, inner, textAlign);
  // A line across the whole width that is set in the middle says more by its words than by its edges.
  return textAlign === 'center' && side !== 'right' && inner.width > outer.width * 0.6
    ? 'middle'
    : side;
}

/** Share of the width by which what stands at the right begins further in than the rest. */
const INDENT = 0.08;

/**
 * The sides of all texts of a transcript. In a narrow list a text begins beside a picture and reaches the other edge: that is
 * no side, unless it begins further in than others.
 */
export function sidesOf(
  texts: readonly Element[],
  transcript: Element,
  layout: Layout,
): (Side | null)[] {
  const sides = texts.map((text) => sideOf(text, transcript, layout));
  const lefts = texts.map((text) => layout.box(text)?.left ?? Number.POSITIVE_INFINITY);
  const begin = Math.min(...lefts) + (layout.box(transcript)?.width ?? 0) * INDENT;
  if (!sides.includes('left')) return sides;
  return sides.map((side, index) =>
    side === 'right' && (lefts[index] ?? 0) <= begin ? 'full' : side,
  );
}
