import { parentOf } from '../sites/picked-tree';
import type { Cluster } from './clusters';
import type { FoundKind } from './kinds';
import type { Leaf } from './leaves';
import { clustersIn } from './owned-clusters';
import { areAlike } from './row-level';

/** Messages of one person that follow one another under one name; more in one group are the whole transcript. */
const LONGEST_RUN = 6;

/** What stands in the messages of a kind, or in the groups around them, and in which of them. */
export type Scope = {
  /** Messages of the kind. */
  rows: number;
  owners: Element[];
  leaves: Leaf[];
  clusters: Cluster[];
  texts: Map<Element, Element>;
  ownerOf(leaf: Leaf): Element | null;
};

/** What stands in the rows beside the words (`up` 0), or around them. */
export function scopeOf(
  kind: FoundKind,
  up: number,
  root: Element,
  leaves: readonly Leaf[],
): Scope {
  const texts = new Map<Element, Element>();
  const rows = new Set(kind.rows.map(({ row }) => row));
  for (const { row, text } of kind.rows) {
    let owner: Element | null = row;
    for (let step = 0; step < up; step++) owner = owner && parentOf(owner);
    if (owner && owner !== root && !texts.has(owner)) texts.set(owner, text);
  }
  const ownerOf = (leaf: Leaf) => leaf.chain.find((element) => texts.has(element)) ?? null;
  const inside = leaves.filter((leaf) => {
    const owner = ownerOf(leaf);
    if (!owner) return false;
    if (up > 0) return !leaf.chain.some((element) => rows.has(element) || isLikeRow(element, kind));
    const text = texts.get(owner) as Element;
    return leaf.element !== text && !isInline(leaf, text);
  });
  return {
    rows: kind.rows.length,
    owners: [...texts.keys()],
    leaves: inside,
    clusters: clustersIn(inside, ownerOf),
    texts,
    ownerOf,
  };
}

/** What stands once around a long run is as well a line of the page's own, and would be every message's. */
export function isAllInOne({ owners, rows }: Scope): boolean {
  return owners.length < 2 && rows > LONGEST_RUN;
}

/** Two rows of different kinds may stand in one group. */
function isLikeRow(element: Element, kind: FoundKind): boolean {
  const [first] = kind.rows;
  return (
    first !== undefined && parentOf(element) === parentOf(first.row) && areAlike(element, first.row)
  );
}

/**
 * A stamp or a picture among the words is no word; anything else in them is one. What a row draws in a shadow tree of its own
 * stands around the words that it was given.
 */
function isInline({ chain, element, is }: Leaf, text: Element): boolean {
  return chain.includes(text) && is === 'text' && element.getRootNode() !== text.shadowRoot;
}
