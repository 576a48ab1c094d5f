import type { Part } from '../sites/picked-definition';
import { nameIn } from '../sites/picked-name';
import { partOf } from '../sites/picked-place';
import { childrenOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import type { FoundKind } from './kinds';
import { ownText, sampled } from './leaves';
import { isNameLike } from './sentences';

/**
 * The place of the name within that of a name and what stands beside it for some: a rank, a code, a sign of an office. Which
 * piece the name is, those tell who have nothing beside it. Null where all have one piece, or all have more.
 */
export function nameAlone(sender: Part, kind: FoundKind, root: Element): Part | null {
  if (sender.attribute !== undefined) return null;
  const named = sampled(kind.rows).flatMap(({ row }) => partOf(sender, row, root) ?? []);
  const pieces = named.map((element) => ({ element, worded: wordedPieces(element) }));
  if (pieces.some(({ worded }) => worded === null)) return null;
  const single = pieces.find(({ worded }) => worded?.length === 1)?.worded?.[0];
  const isMixed = pieces.some(({ worded }) => (worded?.length ?? 0) > 1);
  if (!single || !isMixed) return null;
  const pairs = pieces.flatMap(({ element, worded }) => {
    const alike = (worded ?? []).filter((piece) => isBuiltAlike(piece, single));
    return alike.length === 1 ? [{ from: element, to: alike[0] as Element }] : [];
  });
  const isNamed = pairs.every(({ to }) => isNameLike(nameIn(to.textContent ?? '')));
  const within = pairs.length === pieces.length && isNamed ? commonPlace(pairs) : null;
  return within && { ...sender, place: [...sender.place, ...within] };
}

/** The children that say something; null where words stand beside them, without an element of their own. */
function wordedPieces(element: Element): Element[] | null {
  if (ownText(element) !== '') return null;
  return childrenOf(element).filter(({ textContent }) => textContent?.trim());
}

function isBuiltAlike(one: Element, other: Element): boolean {
  return one.localName === other.localName && one.className === other.className;
}
