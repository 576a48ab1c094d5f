import type { Mark, Part, Place, Step } from '../sites/picked-definition';
import { follow } from '../sites/picked-place';
import { chainUpTo, childrenOf, parentOf } from '../sites/picked-tree';
import type { FoundKind } from './kinds';
import type { FoundRow } from './rows-at';
import { isStableName, isState, wordsOf } from './stable-names';

/** One thing that an element of a message bears and another may not, and how it would be asked for. */
export type Feature = {
  /** Where it is and what: the same in every message that has it. */
  name: string;
  mark: Mark;
  /** The class, the value, or what is said to be so. */
  says: string;
  /** It may be otherwise a moment later. */
  isState: boolean;
  /** What it is and at what depth, whichever of its siblings bears it. */
  kind: string;
};

/** What the elements around a row, the row itself and those down to its words bear. */
export function featuresOf(
  { place: levels, text: { place: path } }: Pick<FoundKind, 'place' | 'text'>,
  { row, text }: FoundRow,
): Feature[] {
  const found: Feature[] = [];
  let at: Element | null = row;
  for (let up = 0; up < levels.length && at; up++, at = parentOf(at)) {
    found.push(...borne(at, { ...(up > 0 ? { up } : {}), place: [] }));
  }
  const below = (chainUpTo(text, row) ?? []).reverse();
  let place: Place = [];
  for (const [index, inner] of below.slice(0, path.length).entries()) {
    const next = [unmarked(path[index] as Step), placed(inner)].find(
      (step) => follow([...place, step], row) === inner,
    );
    if (!next) break;
    place = [...place, next];
    found.push(...borne(inner, { place }));
  }
  return found;
}

/**
 * Without what only stands elsewhere in other rows: beside a face, and first where there is none. That is no more theirs than
 * others'.
 */
export function apart(rows: readonly Feature[][]): Feature[][] {
  const byName = counted(rows, ({ name }) => name);
  const byKind = counted(rows, ({ kind }) => kind);
  const isMoved = ({ name, kind }: Feature) => (byKind.get(kind) ?? 0) > (byName.get(name) ?? 0);
  return rows.map((row) => row.filter((feature) => !isMoved(feature)));
}

/** In how many rows each stands. */
function counted(
  rows: readonly Feature[][],
  keyOf: (feature: Feature) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of rows.flatMap((row) => [...new Set(row.map(keyOf))]))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What one row bears, and in how many of all rows something stands. */
export function comparedWithAll(
  kinds: readonly FoundKind[],
  one: Element,
): { its: Feature[]; count(feature: Feature): number; all: number } {
  const found = kinds.flatMap((kind) => kind.rows.map((each) => ({ kind, ...each })));
  const features = apart(found.map(({ kind, ...each }) => featuresOf(kind, each)));
  const rows = found.map(({ row }, index) => ({ row, features: features[index] ?? [] }));
  return {
    its: rows.find(({ row }) => row === one)?.features ?? [],
    count: ({ name }) =>
      rows.filter(({ features }) => features.some((other) => other.name === name)).length,
    all: rows.length,
  };
}

/** Its words say so, and do not say that it is not so. */
export function saysOf({ says }: Feature, isSuch: (words: readonly string[]) => boolean): boolean {
  const words = wordsOf(says);
  return isSuch(words) && !words.includes('not') && !words.includes('non');
}

/** What an element is, and not whose: a step that asks for the mark itself would find nothing where the mark is not. */
const STRUCTURE = new Set(['role', 'itemprop', 'part', 'slot']);

function unmarked({ classes: _, attributes = {}, ...step }: Step): Step {
  const kept = Object.entries(attributes).filter(([name]) => STRUCTURE.has(name));
  return { ...step, ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }) };
}

/** Beside a face of the same tag it is not the first. */
function placed(element: Element): Step {
  const alike = childrenOf(parentOf(element) ?? element).filter(
    ({ localName }) => localName === element.localName,
  );
  return { tag: element.localName, nth: alike.indexOf(element) + 1 };
}

function borne(element: Element, part: Part): Feature[] {
  const where = JSON.stringify(part);
  const depth = JSON.stringify([part.up, part.place.map(({ tag }) => tag)]);
  const classes = [...element.classList].filter(isStableName).map((className) => ({
    name: `${where} .${className}`,
    mark: { ...part, className },
    says: className,
    isState: isState(className),
    kind: `${depth} .${className}`,
  }));
  const attributes = [...element.attributes]
    .filter(
      ({ name }) => /^(dir|data-[a-z0-9_.:-]{1,40})$/.test(name) && !/^data-(fl|v)-/.test(name),
    )
    .flatMap(({ name, value }) => {
      const isFlag = /^(true|1|yes|)$/i.test(value) && isStableName(name);
      const isWord = value.length <= 30 && /[a-z]/i.test(value) && isStableName(value);
      if (!isFlag && !isWord && value !== 'false') return [];
      const says = isFlag ? name : value;
      return [
        {
          name: `${where} ${name}=${value}`,
          mark: { ...part, attribute: name, value },
          says,
          isState: isFlag && isState(name),
          kind: `${depth} ${name}=${value}`,
        },
      ];
    });
  return [...classes, ...attributes];
}
