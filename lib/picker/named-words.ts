import { fits } from '../sites/picked-place';
import { type FoundKind, textKinds } from './kinds';
import type { Leaf } from './leaves';
import type { FoundParts } from './parts';
import type { Parted } from './rare-kinds';
import type { FoundRow } from './rows-at';

/** An element is called as the words of these messages are. */
export function isCalledWords({ text }: FoundKind, element: Element): boolean {
  const last = text.place.at(-1);
  return last?.classes !== undefined && fits(element, last);
}

/**
 * Beside pictures the words may stand further in, in an element that is called as it is elsewhere: there they are, and not
 * where "2 files" is written.
 */
export function atNamedWords(
  found: Parted,
  first: FoundKind,
  inRow: ReadonlyMap<Element, Leaf[]>,
  partsFor: (kind: FoundKind) => FoundParts,
): Parted[] {
  const { kind } = found;
  const rows = kind.rows.flatMap(({ row, text }): FoundRow[] => {
    if (isCalledWords(first, text)) return [];
    const named = (inRow.get(row) ?? [])
      .filter(({ is }) => is === 'text')
      .map(({ chain }) =>
        chain.find((at) => at !== row && row.contains(at) && isCalledWords(first, at)),
      )
      .filter((at) => at !== undefined);
    return named[0] && new Set(named).size === 1 ? [{ row, text: named[0] }] : [];
  });
  if (rows.length === 0) return [found];
  const rest = kind.rows.filter(({ row }) => rows.every((other) => other.row !== row));
  // The words go before: of a row that has both the other place is none.
  return [
    ...textKinds(kind.place, rows).map((each) => ({ kind: each, parts: partsFor(each) })),
    ...(rest.length > 0 ? [{ ...found, kind: { ...kind, rows: rest } }] : []),
  ];
}
