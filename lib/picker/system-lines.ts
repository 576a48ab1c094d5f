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
  const isSigned = signedAsOthers(kind.rows, nameOf);
  const isAsOthers = isSigned ?? (() => true);
  const named = kind.rows.filter((row) => nameOf(row) !== null && isAsOthers(row));
  const names = named.map(nameOf).filter((element) => element !== null);
  const rest = kind.rows.filter((row) => !named.includes(row));
  const lines = new Set(rest.filter((row) => isSigned !== null || isSystemLine(row, names)));
  if (lines.size === 0 || names.length < kind.rows.length / 2) return found;
  const place = placeOfRows(
    root,
    kind.rows.filter((row) => !lines.has(row)),
  );
  const last = place?.at(-1);
  if (!place || !last) return found;
  const rows = kind.rows.filter(({ row }) => fits(row, last));
  if (rows.length === kind.rows.length) return found;
  return {
    kind: { ...kind, place, rows },
    parts: { ...parts, hasName: names.length / rows.length },
  };
}

/** Share of the names in a text that stand behind the same sign. */
const MOST = 0.5;

/**
 * "<王强> 收到", but "王强 has joined": whose name stands in the words without the sign that others have is told of. Null where
 * no sign is.
 */
function signedAsOthers(
  rows: readonly FoundRow[],
  nameOf: (row: FoundRow) => Element | null,
): ((row: FoundRow) => boolean) | null {
  const signOf = (row: FoundRow) => {
    const before = row.text.contains(nameOf(row)) ? nameOf(row)?.previousSibling : null;
    return before?.nodeType === 3 ? (before.nodeValue ?? '').trim() : '';
  };
  const signs = rows.map(signOf);
  const most = signs.find(
    (sign) => sign !== '' && signs.filter((other) => other === sign).length >= signs.length * MOST,
  );
  return most === undefined ? null : (row) => signOf(row) === most;
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
