import { fits, partOf } from '../sites/picked-place';
import { chainUpTo } from '../sites/picked-tree';
import { commonStep } from './common-place';
import { placeOfRows } from './kinds';
import type { Parted } from './rare-kinds';
import type { FoundRow } from './rows-at';
import { wordsOf } from './stable-names';

/** Words with which clients name a line that nobody said. */
const SYSTEM_WORDS = new Set(
  'join joined part quit leave left topic mode kick nick notice system status event invite'.split(
    ' ',
  ),
);

/**
 * A kind without the lines that nobody said: who came, who went. They are built like messages but for the name, and would
 * be taken for words of the one who spoke before. Only where the rest is told from them by what it is.
 */
export function withoutSystemLines(found: Parted, root: Element): Parted {
  const { kind, parts } = found;
  const { sender } = parts;
  if (!sender || sender.up || sender.attribute) return found;
  const nameOf = ({ row }: FoundRow) => {
    const element = partOf(sender, row, root);
    return /[\p{L}\p{N}]/u.test(element?.textContent ?? '') ? element : null;
  };
  const names = kind.rows.map(nameOf).filter((element) => element !== null);
  const nameless = kind.rows.filter((row) => nameOf(row) === null);
  const lines = new Set(nameless.filter((row) => isSystemLine(row, names)));
  if (lines.size === 0 || names.length < kind.rows.length / 2) return found;
  const rows = kind.rows.filter((row) => !lines.has(row));
  const place = placeOfRows(root, rows);
  const last = place?.at(-1);
  if (!place || !last || [...lines].some(({ row }) => fits(row, last))) return found;
  return {
    kind: { ...kind, place, rows },
    parts: { ...parts, hasName: names.length / rows.length },
  };
}

/** It says so, or it begins with a name where others have their words. */
function isSystemLine({ row, text }: FoundRow, names: readonly Element[]): boolean {
  const told = [...row.attributes]
    .filter(({ name }) => name === 'class' || /^data-.*(type|kind)$/.test(name))
    .flatMap(({ value }) => value.split(/\s+/).flatMap(wordsOf));
  if (told.some((word) => SYSTEM_WORDS.has(word))) return true;
  const step = commonStep(names);
  const first = text.firstElementChild;
  return Boolean(step?.classes && first && fits(first, step) && chainUpTo(first, row));
}
