import type { Mark, OwnMark, PickedDefinition } from '../sites/picked-definition';
import { isMarked } from '../sites/picked-own';
import { partOf } from '../sites/picked-place';
import { worded } from '../sites/picked-row';
import { nameAt } from '../sites/picked-sender';
import { isHiddenByPage } from '../sites/picked-text';
import type { IsFaint } from './faint-lines';
import type { FoundKind } from './kinds';
import { apart, comparedWithAll, type Feature, featuresOf, saysOf } from './marks';
import type { Parted } from './rare-kinds';

/** Words with which clients name, inside what is else built like a message, a line that nobody said. */
const WORDS = new Set(
  'system notice notification join joined leave quit connect disconnect kick invite recall recalled revoke revoked withdraw'.split(
    ' ',
  ),
);
/** Of all messages at most so many are such lines: what most of them bear is what messages are called there. */
const SHARE = 1 / 3;

/** What a definition may hold. */
export const MOST_MARKS = 4;

/** Of a long transcript so many rows at its end are looked at. */
const LOOKED_AT = 400;

/**
 * Marks of lines that nobody said, where they stand in rows like those of messages: a name of the page's own for them, on
 * rows that show nobody's name. Without names in the others nothing can be told. Those that the definition has are not
 * told again. Rows that are drawn as no message is need no such name: what they alone bear tells them.
 * @param read the rows of the definition, in reading order
 */
export function marksOfLines(
  definition: PickedDefinition,
  read: readonly Element[],
  transcript: Element,
  isFaint: IsFaint,
): Mark[] {
  const found = read.slice(-LOOKED_AT).flatMap((row) => {
    const built = worded(definition, row, transcript);
    if (!built || isMarked(definition.system, row, transcript)) return [];
    const { kind, text } = built;
    const features = featuresOf({ place: kind.row, text: kind.text }, { row, text });
    const name = kind.sender && partOf(kind.sender, row, transcript);
    // Of who spoke before some clients leave the name in the row and do not draw it.
    const words = name && isHiddenByPage(name) ? '' : nameAt(kind, row, transcript);
    const index = definition.kinds.indexOf(kind);
    return [{ name: words, features, isLine: words === '' && isFaint(index, { row, text }) }];
  });
  if (!found.some(({ name }) => name !== '')) return [];
  const told = apart(found.map(({ features }) => features));
  const all = new Map(told.flat().map((feature) => [feature.name, feature]));
  const telling = [...all.values()]
    .map((feature) => ({
      feature,
      rows: found.filter((_, index) => told[index]?.some(({ name }) => name === feature.name)),
    }))
    .filter(
      ({ feature, rows }) =>
        rows.length <= found.length * SHARE &&
        (rows.every(({ name }) => name === '') || areOfSystem(feature, rows, found)) &&
        (isWorded(feature) || (isLasting(feature) && rows.every(({ isLine }) => isLine))),
    )
    .sort((one, other) => other.rows.length - one.rows.length);
  const marks: Mark[] = [];
  const covered = new Set<(typeof found)[0]>();
  for (const { feature, rows } of telling) {
    if (rows.every((row) => covered.has(row))) continue;
    for (const row of rows) covered.add(row);
    marks.push(feature.mark);
  }
  return marks.slice(0, MOST_MARKS);
}

/** Called so, and under one name that no message bears. */
function areOfSystem(
  feature: Feature,
  rows: readonly { name: string }[],
  all: readonly { name: string }[],
): boolean {
  const names = new Set(rows.map(({ name }) => name));
  return (
    names.size === 1 &&
    saysOf(feature, (words) => words.includes('system')) &&
    all.filter(({ name }) => names.has(name)).length === rows.length
  );
}

/** Not a state, nor what may be somebody's name. */
function isLasting({ isState, mark }: Feature): boolean {
  return !isState && ('className' in mark || /type|kind|role/.test(mark.attribute));
}

/**
 * How a row that the user says is no message is told from messages: by what few others bear, and not by what the user's own
 * do. Null where nothing is.
 */
export function markOfLine(
  kinds: readonly FoundKind[],
  line: Element,
  own: OwnMark | null,
): Mark | null {
  const { its, count, all } = comparedWithAll(kinds, line);
  const rare = its
    .filter((feature) => !feature.isState && count(feature) <= all * SHARE)
    .filter(({ mark }) => JSON.stringify(mark) !== JSON.stringify(own))
    .sort(
      (one, other) => Number(isWorded(other)) - Number(isWorded(one)) || count(one) - count(other),
    );
  return rare[0]?.mark ?? null;
}

/** Kinds with those rows alone that are messages; a kind of which none is left is none. */
export function withoutMarked(
  found: readonly Parted[],
  system: readonly Mark[],
  root: Element,
): Parted[] {
  if (system.length === 0) return [...found];
  return found.flatMap(({ kind, parts }) => {
    const rows = kind.rows.filter(({ row }) => !isMarked(system, row, root));
    return rows.length > 0 ? [{ kind: { ...kind, rows }, parts }] : [];
  });
}

function isWorded(feature: Feature): boolean {
  return saysOf(feature, (words) => words.some((word) => WORDS.has(word)));
}
