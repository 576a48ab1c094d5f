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
  const chains = kinds
    .flatMap(({ rows }) => rows.map(({ row }) => chainUpTo(row, transcript)?.reverse() ?? []))
    .sort((one, other) => (isBefore(one.at(-1), other.at(-1)) ? -1 : 1));
  /** Of each level, how many neighbours are drawn below one another rather than above. */
  const below: number[] = [];
  for (const [index, chain] of chains.entries()) {
    const next = chains[index + 1] ?? chain;
    const level = chain.findIndex((element, at) => element !== next[at]);
    const [one, other] = [chain[level], next[level]];
    if (one && other) below[level] = (below[level] ?? 0) + direction(one, other, layout);
  }
  const level = below.findIndex((sum) => sum < 0);
  return level < 0 ? null : level;
}

/** 1 where the second of two neighbours is drawn below the first, -1 where it is above. */
function direction(one: Element, other: Element, layout: Layout): number {
  const parent = parentOf(one);
  if (layout.isDrawn) return Math.sign((layout.box(other)?.top ?? 0) - (layout.box(one)?.top ?? 0));
  return parent && layout.style(parent).flexDirection === 'column-reverse' ? -1 : 1;
}

function isBefore(one: Element | undefined, other: Element | undefined): boolean {
  return Boolean(one && other && one.compareDocumentPosition(other) & 4);
}
