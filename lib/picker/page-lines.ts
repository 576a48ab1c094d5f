import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import { hasOwnWord } from './own';
import type { Parted } from './rare-kinds';
import { sideOf } from './sides';

/** A kind of so few rows, or of so small a share of all, is told by those of which there are many. */
const FEW = 2;
const SMALL_SHARE = 0.08;

/** Whether a kind has few rows among `all` that were found. */
export function isRare({ rows }: FoundKind, all: number): boolean {
  return rows.length <= Math.max(FEW, all * SMALL_SHARE);
}

/**
 * A few lines that show neither name nor face, where every message shows a name, are the page's own: but for those at the side
 * of the user's, or that are called so.
 */
export function isOfPage(
  { kind, parts }: Parted,
  first: Parted,
  root: Element,
  layout: Layout,
): boolean {
  if (first.parts.hasName < 1 || parts.sender || parts.avatar) return false;
  return !kind.rows.some(
    (found) => sideOf(found.text, root, layout) === 'right' || hasOwnWord(kind, found),
  );
}
