import type { Part } from '../sites/picked-definition';
import { isOfFile } from '../sites/picked-file';
import { nameIn } from '../sites/picked-name';
import { isStamp } from '../sites/picked-time';
import { parentOf } from '../sites/picked-tree';
import { attributeName } from './attribute-name';
import { type Cluster, isNameLike } from './clusters';
import { commonPlace, type Pair } from './common-place';
import type { FoundKind } from './kinds';
import type { Box, Layout } from './layout';
import type { Leaf } from './leaves';
import { clustersIn } from './owned-clusters';
import { areAlike } from './row-level';
import { NAME_WORDS, wordsOf } from './stable-names';

/** Where the rows of a kind, or what stands around them, tell who spoke and when. */
export type FoundParts = {
  sender?: Part;
  time?: Part;
  avatar?: Part;
  hasName: number;
  hasTime: number;
  hasPicture: number;
};

const NO_NAME_WORDS = new Set(
  'badge role tag count status time initials avatar reaction reply reactions edited quote'.split(
    ' ',
  ),
);

/** Messages of one person that follow one another under one name; more in one group are the whole transcript. */
const LONGEST_RUN = 6;

/** Finds sender, time and avatar of the messages of one kind. */
export function partsOf(
  kind: FoundKind,
  root: Element,
  leaves: readonly Leaf[],
  layout: Layout,
): FoundParts {
  const found: FoundParts = { hasName: 0, hasTime: 0, hasPicture: 0 };
  const levels = kind.place.length;
  for (let up = 0; up < levels; up++) {
    const scope = scopeOf(kind, up, root, leaves);
    if (scope.leaves.length === 0 || (up > 0 && isAllInOne(scope))) continue;
    const share = (cluster: Cluster) => coverage(cluster, scope.owners.length);
    if (!found.time) {
      const time = best(scope.clusters, (cluster) =>
        stampShare(cluster) > 0.6 ? share(cluster) : 0,
      );
      const part = time && partFrom(time, scope, up);
      if (time && part)
        Object.assign(found, { time: withMachineTime(part, time), hasTime: share(time) });
    }
    if (!found.sender) {
      const name = best(scope.clusters, (cluster) => nameScore(cluster, scope, layout));
      const part = name && partFrom(name, scope, up);
      if (name && part) Object.assign(found, { sender: part, hasName: share(name) });
    }
    if (!found.avatar) {
      const picture = best(scope.clusters, (cluster) =>
        cluster.leaves.every(({ is }) => is === 'picture') ? share(cluster) : 0,
      );
      const part = picture && partFrom(picture, scope, up);
      if (picture && part && share(picture) >= 0.3)
        Object.assign(found, { avatar: part, hasPicture: share(picture) });
    }
  }
  if (!found.sender) found.sender = attributeName(kind) ?? undefined;
  if (!found.sender) delete found.sender;
  if (!found.time) found.time = machineTimeOf(kind);
  if (!found.time) delete found.time;
  return found;
}

type Scope = {
  /** Messages of the kind. */
  rows: number;
  owners: Element[];
  leaves: Leaf[];
  clusters: Cluster[];
  texts: Map<Element, Element>;
  ownerOf(leaf: Leaf): Element | null;
};

/** What stands in the rows beside the words (`up` 0), or around them. */
function scopeOf(kind: FoundKind, up: number, root: Element, leaves: readonly Leaf[]): Scope {
  const texts = new Map<Element, Element>();
  const rows = new Set(kind.rows.map(({ row }) => row));
  for (const { row, text } of kind.rows) {
    let owner: Element | null = row;
    for (let step = 0; step < up; step++) owner = owner && parentOf(owner);
    if (owner && owner !== root && !texts.has(owner)) texts.set(owner, text);
  }
  const ownerOf = (leaf: Leaf) => leaf.chain.find((element) => texts.has(element)) ?? null;
  const inside = leaves.filter((leaf) => {
    const owner = ownerOf(leaf);
    if (!owner) return false;
    if (up > 0) return !leaf.chain.some((element) => rows.has(element) || isLikeRow(element, kind));
    const text = texts.get(owner) as Element;
    return leaf.element !== text && !isInline(leaf, text);
  });
  return {
    rows: kind.rows.length,
    owners: [...texts.keys()],
    leaves: inside,
    clusters: clustersIn(inside, ownerOf),
    texts,
    ownerOf,
  };
}

/** What stands once around a long run is as well a line of the page's own, and would be every message's. */
function isAllInOne({ owners, rows }: Scope): boolean {
  return owners.length < 2 && rows > LONGEST_RUN;
}

/** Two rows of different kinds may stand in one group. */
function isLikeRow(element: Element, kind: FoundKind): boolean {
  const [first] = kind.rows;
  return (
    first !== undefined && parentOf(element) === parentOf(first.row) && areAlike(element, first.row)
  );
}

/**
 * A stamp or a picture among the words is no word; anything else in them is one. What a row draws in a shadow tree of its own
 * stands around the words that it was given.
 */
function isInline({ chain, element, is }: Leaf, text: Element): boolean {
  return chain.includes(text) && is === 'text' && element.getRootNode() !== text.shadowRoot;
}

function stampShare({ leaves }: Cluster): number {
  return leaves.filter(({ is, text }) => is === 'stamp' || isStamp(text)).length / leaves.length;
}

function coverage({ leaves }: Cluster, owners: number): number {
  return Math.min(1, leaves.length / Math.max(1, owners));
}

function best(clusters: readonly Cluster[], score: (cluster: Cluster) => number): Cluster | null {
  let found: Cluster | null = null;
  let most = 0;
  for (const cluster of clusters) {
    const value = score(cluster);
    if (value > most) [found, most] = [cluster, value];
  }
  return found;
}

/** How well a cluster would do for names; 0 when it cannot be. */
function nameScore(cluster: Cluster, scope: Scope, layout: Layout): number {
  const names = cluster.leaves.map(({ text }) => nameIn(text)).filter(mayBeName);
  if (names.length < cluster.leaves.length * 0.8 || stampShare(cluster) > 0.5) return 0;
  const owners = new Set(cluster.leaves.map(scope.ownerOf));
  if (owners.size < cluster.leaves.length * 0.9) return 0;
  const words = cluster.leaves.flatMap(({ chain }) =>
    chain
      .slice(-2)
      .flatMap((element) => [...element.classList, ...dataNames(element)].flatMap(wordsOf)),
  );
  let score = 0.2 + coverage(cluster, scope.owners.length) * 0.8;
  const isNamed = words.some((word) => NAME_WORDS.has(word));
  // What stands once among many is a line of the page's own.
  if (names.length === 1 && scope.rows > 2 && !isNamed) return 0;
  if (isNamed) score += 1;
  if (words.some((word) => NO_NAME_WORDS.has(word))) score -= 0.7;
  const before =
    cluster.leaves.filter((leaf) => isBefore(leaf, scope, layout)).length / cluster.leaves.length;
  score += before * 0.8;
  if (before < 0.5 && cluster.leaves.some(({ isControl }) => isControl)) return 0;
  const distinct = new Set(names).size;
  if (distinct === 1 && names.length > 3) score -= 0.4;
  const average = names.reduce((sum, name) => sum + name.length, 0) / names.length;
  // A letter or two stand for a picture.
  if (average < 1.5) return 0;
  return Math.max(0, score - (before < 0.5 ? 0.6 : 0));
}

function mayBeName(text: string): boolean {
  return isNameLike(text) && !isOfFile(text);
}

function isBefore(leaf: Leaf, scope: Scope, layout: Layout): boolean {
  const text = scope.texts.get(scope.ownerOf(leaf) as Element) as Element;
  const box = drawnBox(leaf.element, layout);
  const words = drawnBox(text, layout);
  if (layout.isDrawn && box && words)
    return box.top + box.height <= words.top + 6 || box.left + box.width <= words.left + 2;
  return Boolean(leaf.element.compareDocumentPosition(text) & 4) || leaf.chain.includes(text);
}

/** Some elements have no box of their own: what is around them has. */
function drawnBox(element: Element, layout: Layout): Box | null {
  for (let at: Element | null = element, up = 0; at && up < 4; up++, at = parentOf(at)) {
    const box = layout.box(at);
    if (box) return box;
  }
  return null;
}

function dataNames(element: Element): string[] {
  return [...element.attributes]
    .filter(({ name }) => /^(data-|itemprop|aria-label$|part$)/.test(name))
    .flatMap(({ name, value }) => [name, value.slice(0, 30)]);
}

function partFrom(cluster: Cluster, scope: Scope, up: number): Part | null {
  const pairs: Pair[] = cluster.leaves.map((leaf) => ({
    from: scope.ownerOf(leaf) as Element,
    to: leaf.element,
  }));
  const place = commonPlace(pairs) ?? commonPlace(majority(pairs));
  return place && { ...(up > 0 ? { up } : {}), place };
}

/** Those that stand at the place that most of them stand at. */
function majority(pairs: readonly Pair[]): Pair[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const at = JSON.stringify(commonPlace([pair])?.map(({ tag, nth }) => [tag, nth]) ?? null);
    groups.set(at, [...(groups.get(at) ?? []), pair]);
  }
  return [...groups.values()].sort((one, other) => other.length - one.length)[0] ?? [];
}

/** A machine-readable time in the stamp itself is better than its words. */
function withMachineTime(part: Part, { leaves }: Cluster): Part {
  const name = ['datetime', 'data-timestamp', 'data-time', 'title'].find((attribute) =>
    leaves.every(({ element }) =>
      /\d{4}.*\d:\d{2}|^\d{10,13}$/.test(element.getAttribute(attribute) ?? ''),
    ),
  );
  return name ? { ...part, attribute: name } : part;
}

/** A time that only an attribute of the row tells. */
function machineTimeOf({ rows }: FoundKind): Part | undefined {
  const [first] = rows;
  const name = [...(first?.row.attributes ?? [])].find(
    ({ name: attribute, value }) =>
      /^(data-.*(time|date|ts)[a-z]*|datetime)$/.test(attribute) &&
      /^\d{10}(\.\d+)?$|^\d{13}$|^\d{4}-\d{2}-\d{2}T/.test(value),
  )?.name;
  return name && rows.every(({ row }) => row.hasAttribute(name))
    ? { place: [], attribute: name }
    : undefined;
}
