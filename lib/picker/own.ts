import type { OwnMark, Part, Step } from '../sites/picked-definition';
import { follow } from '../sites/picked-place';
import { parentOf } from '../sites/picked-tree';
import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import { sidesOf } from './sides';
import { isStableName, isState, wordsOf } from './stable-names';

/** Words with which clients name what one has written oneself. */
const OWN_WORDS = new Set('own self me mine my local outgoing outbound out sent right'.split(' '));

/** One thing that an element bears, and how it would be asked for. */
type Feature = {
  name: string;
  mark: Exclude<OwnMark, string>;
  isOwnWord: boolean;
  isState: boolean;
};

/**
 * How the user's own messages are told from others. Their side is the evidence; a mark that goes with it is what is
 * kept, for it can be read without looking at the drawing. Null where nothing tells.
 */
export function ownMark(
  kinds: readonly FoundKind[],
  root: Element,
  layout: Layout,
): OwnMark | null {
  const rows = kinds.flatMap((kind) => kind.rows.map((found) => ({ kind, ...found })));
  const texts = rows.map(({ text }) => text);
  const sides = sidesOf(texts, root, layout);
  const features = rows.map(({ kind, row }) => featuresOf(kind, row));
  const own = features.filter((_, index) => sides[index] === 'right');
  const others = features.filter((_, index) => sides[index] === 'left');
  if (own.length > 0 && others.length > 0) {
    return agreeing(own, others) ?? splitting(own, others) ?? 'side';
  }
  const worded = byWords(features);
  if (worded) return worded;
  return others.length > 0 && own.length + others.length >= rows.length / 2 ? 'side' : null;
}

/** A mark that says "own" by its name, and of whose word the sides agree in four of five. */
function agreeing(own: readonly Feature[][], others: readonly Feature[][]): OwnMark | null {
  const has = (features: readonly Feature[], name: string) =>
    features.some((other) => other.name === name);
  const all = own.length + others.length;
  const worded = own.flat().find(({ isOwnWord, name }) => {
    const right = own.filter((features) => has(features, name)).length;
    const left = others.filter((features) => !has(features, name)).length;
    return isOwnWord && left > 0 && right + left >= all * 0.8;
  });
  return worded?.mark ?? null;
}

/** How messages like this one, which the user says is their own, are known: by a mark that few others have, else by their side. */
export function markOf(kinds: readonly FoundKind[], own: Element): OwnMark {
  const rows = kinds.flatMap((kind) => kind.rows.map(({ row }) => ({ kind, row })));
  const all = rows.map(({ kind, row }) => ({ row, features: featuresOf(kind, row) }));
  const its = all.find(({ row }) => row === own)?.features ?? [];
  const count = (name: string) =>
    all.filter(({ features }) => features.some((other) => other.name === name)).length;
  const worded = its.find(({ isOwnWord, name }) => isOwnWord && count(name) < all.length);
  const rare = its.find(({ isState: passing, name }) => !passing && count(name) * 2 <= all.length);
  return (worded ?? rare)?.mark ?? 'side';
}

/** A mark that all of the one have and none of the others. */
function splitting(own: readonly Feature[][], others: readonly Feature[][]): OwnMark | null {
  const elsewhere = new Set(others.flatMap((features) => features.map(({ name }) => name)));
  const [first = [], ...rest] = own;
  const shared = first.filter(
    ({ name }) =>
      !elsewhere.has(name) &&
      rest.every((features) => features.some((other) => other.name === name)),
  );
  const found =
    shared.find(({ isOwnWord }) => isOwnWord) ?? shared.find((feature) => !feature.isState);
  return found?.mark ?? null;
}

/** Where all stand at one side: a mark of some rows whose name says that they are one's own. */
function byWords(features: readonly Feature[][]): OwnMark | null {
  const counts = new Map<string, { feature: Feature; count: number }>();
  for (const feature of features.flat()) {
    if (!feature.isOwnWord) continue;
    const known = counts.get(feature.name);
    counts.set(feature.name, { feature, count: (known?.count ?? 0) + 1 });
  }
  const found = [...counts.values()].find(({ count }) => count < features.length);
  return found?.feature.mark ?? null;
}

function featuresOf(kind: FoundKind, row: Element): Feature[] {
  const found: Feature[] = [];
  let at: Element | null = row;
  for (let up = 0; up < kind.place.length && at; up++, at = parentOf(at)) {
    found.push(...borne(at, { ...(up > 0 ? { up } : {}), place: [] }));
  }
  const path = kind.text.place;
  for (let depth = 1; depth <= path.length; depth++) {
    const place = path.slice(0, depth).map(unmarked);
    const inner = elementAt(kind, row, depth);
    if (inner && follow(place, row) === inner) found.push(...borne(inner, { place }));
  }
  return found;
}

/** What an element is, and not whose: a step that asks for the mark itself would find nothing where the mark is not. */
const STRUCTURE = new Set(['role', 'itemprop', 'part', 'slot']);

function unmarked({ classes: _, attributes = {}, ...step }: Step): Step {
  const kept = Object.entries(attributes).filter(([name]) => STRUCTURE.has(name));
  return { ...step, ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }) };
}

function elementAt(kind: FoundKind, row: Element, depth: number): Element | null {
  let at: Element | null = kind.rows.find((found) => found.row === row)?.text ?? null;
  for (let back = kind.text.place.length - depth; back > 0; back--) at = at && parentOf(at);
  return at;
}

function borne(element: Element, part: Part): Feature[] {
  const where = JSON.stringify(part);
  const classes = [...element.classList].filter(isStableName).map((className) => ({
    name: `${where} .${className}`,
    mark: { ...part, className },
    isOwnWord: isOwnName(className),
    isState: isState(className),
  }));
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    if (
      !/^(dir|data-[a-z0-9_.:-]{1,40})$/.test(name) ||
      /^data-(fl|v)-/.test(name) ||
      value.length > 30
    )
      return [];
    const isFlag = /^(true|1|yes|)$/i.test(value) && isOwnName(name);
    const says = /[a-z]/i.test(value) && isStableName(value);
    if (!isFlag && !says && !/^(true|false)$/.test(value)) return [];
    return [
      {
        name: `${where} ${name}=${value}`,
        mark: { ...part, attribute: name, value },
        isOwnWord: isFlag || isOwnName(value),
        isState: false,
      },
    ];
  });
  return [...classes, ...attributes];
}

function isOwnName(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => OWN_WORDS.has(word)) && !words.includes('not') && !words.includes('non')
  );
}
