import type { PickedDefinition, RowKind } from './picked-definition';
import { fits, partOf } from './picked-place';
import { chainUpTo } from './picked-tree';

/** A row and what is known of the rows around it. */
export type RowPlace = {
  row: Element;
  transcript: Element;
  /** The message row before it, or null. */
  before: Element | null;
  /** The one after it, or null. */
  after: Element | null;
  /** Midnight of the day that a line above it names, Unix ms. */
  day: number | null;
};

/** Looks up a row's surroundings; null for an element that is no row. */
export type Surroundings = (row: Element) => RowPlace | null;

/** Kinds whose steps lead to this very row. */
export function kindsOf({ kinds }: PickedDefinition, row: Element, transcript: Element): RowKind[] {
  const chain = chainUpTo(row, transcript)?.reverse();
  if (!chain) return [];
  return kinds.filter(
    (kind) =>
      kind.row.length === chain.length &&
      kind.row.every((step, index) => fits(chain[index] as Element, step)),
  );
}

/** How a row is built whose words are there, and their element; null where no kind finds any. */
export function worded(
  definition: PickedDefinition,
  row: Element,
  transcript: Element,
): { kind: RowKind; text: Element } | null {
  for (const kind of kindsOf(definition, row, transcript)) {
    const text = partOf(kind.text, row, transcript);
    if (text) return { kind, text };
  }
  return null;
}
