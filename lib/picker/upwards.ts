import { chainUpTo, parentOf } from '../sites/picked-tree';
import type { FoundKind } from './kinds';
import type { Layout } from './layout';

/**
 * The level below the transcript (0: its children) at which a page's tree holds the newest first and draws it lowest, as with
 * `column-reverse` or a list that is turned upside down; null where the tree is in the order in which one reads.
 */
export function levelDrawnUpwards(
  kinds: readonly FoundKind[],
  transcript: Element,
  layout: Layout,
): number | null {
  const chains = kinds.flatMap(({ rows }) =>
    rows.map(({ row }) => chainUpTo(row, transcript)?.reverse() ?? []),
  );
  const deepest = Math.max(0, ...chains.map(({ length }) => length));
  for (let level = 0; level < deepest; level++) {
    const elements = new Set(chains.map((chain) => chain[level]).filter((it) => it !== undefined));
    if (isUpwards([...elements], layout)) return level;
  }
  return null;
}

function isUpwards(elements: readonly Element[], layout: Layout): boolean {
  const byParent = new Map<Element | null, Element[]>();
  for (const element of elements) {
    const parent = parentOf(element);
    byParent.set(parent, [...(byParent.get(parent) ?? []), element]);
  }
  let [up, down] = [0, 0];
  for (const [parent, children] of byParent) {
    const [first, last] = inTreeOrder(children);
    if (!parent || !first || !last) continue;
    const moved = layout.isDrawn
      ? (layout.box(last)?.top ?? 0) - (layout.box(first)?.top ?? 0)
      : layout.style(parent).flexDirection === 'column-reverse'
        ? -1
        : 1;
    if (moved < 0) up += 1;
    if (moved > 0) down += 1;
  }
  return up > down;
}

/** The first and the last of several; nothing of one alone. */
function inTreeOrder(elements: readonly Element[]): Element[] {
  if (elements.length < 2) return [];
  const sorted = elements.toSorted((one, other) =>
    one.compareDocumentPosition(other) & 4 ? -1 : 1,
  );
  return [sorted[0] as Element, sorted.at(-1) as Element];
}
