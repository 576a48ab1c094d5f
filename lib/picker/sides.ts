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
