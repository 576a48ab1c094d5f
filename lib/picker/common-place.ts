import type { Place, Step } from '../sites/picked-definition';
import { chainUpTo } from '../sites/picked-tree';
import { candidatesNth } from './nth';
import { isStableName, isState, stableClasses, wordsOf } from './stable-names';

/** Attributes of an element that say what it is, so that another of its kind has the same value. */
const KIND_ATTRIBUTES =
  /^(role|itemprop|part|slot|data-(testid|test|qa|type|role|kind|component|element|name|part|cy)[a-z-]*)$/;

/** Attributes that every one of the elements has: with the value where it says the kind, else only that they are there. */
export function commonAttributes(elements: readonly Element[]): Record<string, string | null> {
  const [first, ...rest] = elements;
  const found: Record<string, string | null> = {};
  for (const { name, value } of first?.attributes ?? []) {
    if (!/^(role|itemprop|part|slot|id|data-[a-z0-9_.:-]{1,60})$/.test(name)) continue;
    if (/^data-v-|^data-fl-|style|hash|react|index|state/.test(name)) continue;
    // An editor that only shows what was written keeps its role; a definition with it would be refused as one that reads a field.
    if (name === 'role' && /^(textbox|searchbox)$/.test(value)) continue;
    if (!rest.every((element) => element.hasAttribute(name))) continue;
    const isSame = rest.every((element) => element.getAttribute(name) === value);
    const saysKind = KIND_ATTRIBUTES.test(name) && isSame && isStableName(value);
    if (saysKind) found[name] = value;
    else if (elements.length > 1 && !isSame) found[name] = null;
  }
  return Object.fromEntries(Object.entries(found).slice(0, 4));
}

const KIND_WORDS = new Set(
  'message msg row item entry bubble chat line post event comment text body content name author sender nick user time timestamp date stamp'.split(
    ' ',
  ),
);

/** At most two stable classes that all of them bear; those whose words name the matter first. */
export function commonClasses(elements: readonly Element[]): string[] {
  const [first, ...rest] = elements;
  if (!first) return [];
  const shared = stableClasses(first).filter((name) =>
    rest.every((element) => element.classList.contains(name)),
  );
  const rank = (name: string) => (wordsOf(name).some((word) => KIND_WORDS.has(word)) ? 0 : 1);
  return shared
    .filter((name) => !isState(name))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, 2);
}

/** A step that fits all of these elements, without a position. */
export function commonStep(elements: readonly Element[]): Step | null {
  const tag = elements[0]?.localName ?? '';
  if (tag === '' || elements.some((element) => element.localName !== tag)) return null;
  const attributes = commonAttributes(elements);
  const classes = commonClasses(elements);
  return {
    tag,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(classes.length > 0 ? { classes } : {}),
  };
}

/** A pair of elements, the second below the first or the first itself. */
export type Pair = { from: Element; to: Element };

/** Groups what stands at one place: behind the same tags and positions, whatever else the elements are. */
function byPlace<T>(all: readonly T[], pairOf: (one: T) => Pair): T[][] {
  return groupedBy(all, (one) => commonPlace([pairOf(one)])?.map(({ tag, nth }) => [tag, nth]));
}

/** The same; what then has no place in common is parted by what the elements are. */
export function byBuild<T>(all: readonly T[], pairOf: (one: T) => Pair): T[][] {
  return byPlace(all, pairOf).flatMap((some) =>
    commonPlace(some.map(pairOf)) ? [some] : groupedBy(some, (one) => commonPlace([pairOf(one)])),
  );
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const at = JSON.stringify(keyOf(one));
    groups.set(at, [...(groups.get(at) ?? []), one]);
  }
  return [...groups.values()];
}

/** The place of all of these, else that of those that stand where most of them do; null where there is none. */
export function placeOfMost(pairs: readonly Pair[]): Place | null {
  const all = commonPlace(pairs);
  if (all) return all;
  const most = largest(byPlace(pairs, (pair) => pair));
  const place = commonPlace(most);
  if (place) return place;
  // One or two that stand behind the same tags are of other classes: who is answered.
  const alike = largest(groupedBy(most, (pair) => commonPlace([pair])));
  return alike.length * 2 > pairs.length ? commonPlace(alike) : null;
}

function largest<T>(groups: readonly T[][]): T[] {
  return [...groups].sort((one, other) => other.length - one.length)[0] ?? [];
}

/** The place that leads from each `from` to its `to`, or null where no single one does. */
export function commonPlace(pairs: readonly Pair[]): Place | null {
  const chains = pairs.map(({ from, to }) => chainUpTo(to, from)?.reverse() ?? null);
  const depth = chains[0]?.length ?? -1;
  if (depth < 0 || chains.some((chain) => chain?.length !== depth)) return null;
  const place: Place = [];
  for (let level = 0; level < depth; level++) {
    const elements = chains.map((chain) => chain?.[level] as Element);
    const parents = chains.map(
      (chain, index) => (level === 0 ? pairs[index]?.from : chain?.[level - 1]) as Element,
    );
    const step = stepWithNth(elements, parents);
    if (!step) return null;
    place.push(step);
  }
  return place;
}

/** A step that finds each of these among its siblings: by what they are, else by a position that is the same for all. */
function stepWithNth(elements: readonly Element[], parents: readonly Element[]): Step | null {
  const full = commonStep(elements);
  if (!full) return null;
  for (const step of [full, { tag: full.tag }]) {
    const ranks = elements.map((element, index) =>
      candidatesNth(step, parents[index] as Element, element),
    );
    for (const end of ['first', 'last'] as const) {
      const nth = ranks[0]?.[end];
      if (nth !== undefined && ranks.every((rank) => rank[end] === nth)) {
        return nth === 1 ? step : { ...step, nth };
      }
    }
  }
  return null;
}
