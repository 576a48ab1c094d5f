import { chainUpTo } from '../sites/picked-tree';
import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import { hasOwnWord } from './own';
import type { Parted } from './rare-kinds';
import type { FoundRow } from './rows-at';
import { sideOf } from './sides';
import { isCalled } from './stable-names';

/** A kind of so few rows, or of so small a share of all, is told by those of which there are many. */
const FEW = 2;
const SMALL_SHARE = 0.08;
const SYSTEM = new Set(['system']);

/** Whether a kind has few rows among `all` that were found. */
export function isRare({ rows }: FoundKind, all: number): boolean {
  return rows.length <= Math.max(FEW, all * SMALL_SHARE);
}

/**
 * A few lines that show neither name nor face are the page's own where every message shows a name, where their rows are called so, or
 * where they stand before anybody has spoken: but for those at the side of the user's, or that are called so.
 */
export function isOfPage(
  { kind, parts }: Parted,
  first: Parted,
  root: Element,
  layout: Layout,
): boolean {
  if (parts.sender || parts.avatar) return false;
  const isOurs = kind.rows.some(
    (found) => sideOf(found.text, root, layout) === 'right' || hasOwnWord(kind, found),
  );
  if (isOurs) return false;
  return (
    first.parts.hasName === 1 || kind.rows.every(isCalledSystem) || standsFirst(kind, first, layout)
  );
}

/** The row, or what leads from it to the words. */
function isCalledSystem({ row, text }: FoundRow): boolean {
  const chain = [row, ...(chainUpTo(text, row) ?? [])];
  return chain.some((element) => isCalled(element, SYSTEM));
}

/** One of them is above all messages of a chat in which names are shown. */
function standsFirst({ rows }: FoundKind, { kind, parts }: Parted, layout: Layout): boolean {
  const topOf = ({ row }: FoundRow) => layout.box(row)?.top ?? 0;
  const first = Math.min(...kind.rows.map(topOf));
  return layout.isDrawn && parts.hasName > 0 && rows.some((line) => topOf(line) < first);
}
