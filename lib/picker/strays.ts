import { fits } from '../sites/picked-place';
import { commonClasses } from './common-place';
import { placeOfRows } from './kinds';
import type { Layout } from './layout';
import { looksIn } from './looks';
import { hasOwnWord } from './own';
import type { Parted } from './rare-kinds';
import type { FoundRow } from './rows-at';
import { shownName } from './shown-name';
import { sideOf } from './sides';

/** Share of the rows that may be strays, and so many rows that the others are many. */
const FEW = 0.1;
const MANY = 5;

/**
 * A kind without rows that lack the class which all others bear, show no name, and are set as none of the others is: an address
 * or a remark that the page puts among messages.
 */
export function withoutStrays(found: Parted, root: Element, layout: Layout): Parted {
  const { kind, parts } = found;
  const { rows } = kind;
  if (rows.length <= MANY || commonClasses(rows.map(({ row }) => row)).length > 0) return found;
  const setOf = ({ text }: FoundRow) => looksIn(text, layout)[0]?.set;
  const sets = rows.map(setOf);
  const isStray = (each: FoundRow) => {
    const set = setOf(each);
    return (
      set !== undefined &&
      sets.filter((other) => other === set).length === 1 &&
      shownName(kind, parts, each.row, root) === '' &&
      sideOf(each.text, root, layout) !== 'right' &&
      !hasOwnWord(kind, each)
    );
  };
  const rest = rows.filter((each) => !isStray(each));
  const place = rest.length < rows.length ? placeOfRows(root, rest) : null;
  const last = place?.at(-1);
  if (!place || !last?.classes || rest.length < rows.length * (1 - FEW)) return found;
  return rows.some((each) => !rest.includes(each) && fits(each.row, last))
    ? found
    : { parts, kind: { ...kind, place, rows: rest } };
}
