import type { Part, Place } from '../sites/picked-definition';
import { fits } from '../sites/picked-place';
import { BESIDE } from '../sites/picked-sender';
import { isEditNote } from '../sites/picked-text';
import { isDayLine } from '../sites/picked-time';
import { chainUpTo, holds, parentOf } from '../sites/picked-tree';
import { bodyCluster, type Cluster, chainBelow, clustersBelow } from './clusters';
import { byBuild, commonPlace, commonStep, type Pair } from './common-place';
import { isInFace } from './face-letters';
import type { Layout } from './layout';
import { type Leaf, sampled } from './leaves';
import { looksIn } from './looks';
import { areAlike, isParagraph, rowLevel } from './row-level';
import { type FoundRow, rowsAt } from './rows-at';
import { sideOf } from './sides';

/** Messages that are built alike. */
export type FoundKind = {
  place: Place;
  text: Part;
  rows: FoundRow[];
  /** What a message answers, where the user has said so or it is known from before. */
  answered?: Part;
};

const MAX_KINDS = 5;

/**
 * Finds how the messages below an element are built; none where nothing repeats.
 * @param message one of them, where it is known
 * @param name what is known to be a name: what stands where it does was not said
 */
export function kindsBelow(
  root: Element,
  leaves: readonly Leaf[],
  layout: Layout,
  message?: Element,
  name?: Element,
): FoundKind[] {
  const kinds: FoundKind[] = [];
  const taken = new Set<Element>();
  const refused = new Set<Leaf>(name ? besides(name, root, leaves) : []);
  for (let turn = 0; turn < MAX_KINDS; turn++) {
    const pool = leaves.filter(
      (leaf) => canBeBody(leaf) && !refused.has(leaf) && !leaf.chain.some((at) => taken.has(at)),
    );
    const clusters = clustersBelow(root, pool);
    const isFirst = kinds.length === 0;
    const body = isFirst && message ? bodyIn(message, clusters) : bodyCluster(clusters);
    if (!body) break;
    const level =
      isFirst && message
        ? levelAt(message, root, body, leaves, layout)
        : levelOf(root, body.leaves, leaves, kinds, layout);
    const rows = rowsAt(root, body.leaves, level, leaves);
    if (!isFirst && !isPlausible(rows, kinds, root, layout, leaves)) {
      for (const leaf of body.leaves) refused.add(leaf);
      continue;
    }
    const place = placeOfRows(root, rows);
    if (!place) break;
    for (const { row } of rows) taken.add(row);
    kinds.push(...textKinds(place, rows));
    if (isFirst) refuseInside(root, place, taken, refused, leaves);
  }
  return kinds.slice(0, MAX_KINDS + 1);
}

/** All that stands where this does. */
function besides(name: Element, root: Element, leaves: readonly Leaf[]): Leaf[] {
  const isIn = ({ chain }: Leaf) => chain.includes(name);
  return clustersBelow(root, leaves).find((cluster) => cluster.leaves.some(isIn))?.leaves ?? [];
}

/** What was said in a message that is known: of the places with words in it, the one with the most. */
function bodyIn(message: Element, clusters: readonly Cluster[]): Cluster | null {
  return bodyCluster(
    clusters.filter(({ leaves }) => leaves.some(({ chain }) => chain.includes(message))),
  );
}

/**
 * The level of a message that was pointed at. Who points at the words alone means the message that they are: all that is
 * around them up to the words of another, there or in any other message. Of paragraphs the guess knows better.
 */
function levelAt(
  message: Element,
  root: Element,
  body: Cluster,
  leaves: readonly Leaf[],
  layout: Layout,
): number {
  const inside = leaves.filter(({ chain }) => chain.includes(message));
  if (inside.some((leaf) => !body.leaves.includes(leaf))) return depthOf(message, root);
  const count = (element: Element) =>
    body.leaves.filter(({ chain }) => chain.includes(element)).length;
  const own = count(message);
  const chains = body.leaves.map((leaf) => chainBelow(root, leaf));
  const around = (chainUpTo(message, root) ?? []).filter((element) => count(element) === own);
  if (inside.every(({ element }) => isParagraph(element))) {
    const level = rowLevel(root, body.leaves, leaves, layout);
    if (around.some((element) => depthOf(element, root) === level)) return level;
  }
  const differing = (level: number) => new Set(chains.map((chain) => chain[level - 1])).size;
  const levels = around.map((element) => depthOf(element, root));
  return (
    levels.findLast((level) => differing(level) * own >= chains.length * 0.95) ??
    depthOf(message, root)
  );
}

function depthOf(element: Element, root: Element): number {
  return chainUpTo(element, root)?.length ?? 1;
}

function canBeBody(leaf: Leaf): boolean {
  return (
    leaf.is === 'text' &&
    !leaf.isControl &&
    /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(leaf.text) &&
    !isDayLine(leaf.text) &&
    !BESIDE.test(leaf.text) &&
    !isEditNote(leaf.text) &&
    !isInFace(leaf)
  );
}

function levelOf(
  root: Element,
  bodies: readonly Leaf[],
  leaves: readonly Leaf[],
  kinds: readonly FoundKind[],
  layout: Layout,
): number {
  const level = rowLevel(root, bodies, leaves, layout);
  const parents = new Set(kinds.flatMap(({ rows }) => rows.map(({ row }) => parentOf(row))));
  const [first] = bodies;
  if (parents.size === 0 || !first) return level;
  // Where messages are known already, another kind of them stands beside them.
  const chain = chainBelow(root, first);
  const beside = chain.findIndex((element) => parents.has(parentOf(element)));
  if (beside >= 0) return beside + 1;
  // Or alone in a group of its own, as deep as others in theirs.
  return kinds.find(({ place }) => leadsAlong(place, chain))?.place.length ?? level;
}

function leadsAlong(place: Place, chain: readonly Element[]): boolean {
  return place.every((step, index) => {
    const at = chain[index];
    return at !== undefined && fits(at, step);
  });
}

/** The steps from an element down to all of these rows; null where they differ. */
export function placeOfRows(root: Element, rows: readonly FoundRow[]): Place | null {
  const place: Place = [];
  let level = new Set(rows.map(({ row }) => row));
  while (!level.has(root)) {
    const step = commonStep([...level]);
    if (!step) return null;
    place.unshift(step);
    level = new Set([...level].map(parentOf).filter((parent) => parent !== null));
    if (place.length > 30 || level.size === 0) return null;
  }
  return place;
}

/** One kind where the words stand at one place in every row, else one for each place that there is. */
export function textKinds(place: Place, rows: readonly FoundRow[]): FoundKind[] {
  const pairOf = ({ row, text }: FoundRow): Pair => ({ from: row, to: text });
  const common = commonPlace(rows.map(pairOf));
  if (common) return [{ place, text: { place: common }, rows: [...rows] }];
  const kinds = byBuild(rows, pairOf).flatMap((some) => {
    const at = commonPlace(some.map(pairOf));
    return at ? [{ place, text: { place: at }, rows: some }] : [];
  });
  const most = kinds.sort((one, other) => other.rows.length - one.rows.length).slice(0, MAX_KINDS);
  // The later of two places first: where it is there, the earlier one holds something else.
  return most.sort((one, other) => reach(other.text.place) - reach(one.text.place));
}

function reach(place: Place): number {
  return place.reduce((sum, { nth = 1 }) => sum + Math.abs(nth), 0);
}

/** Rows of the same build without such words are no messages of another kind where they hold nothing but a day. */
function refuseInside(
  root: Element,
  place: Place,
  taken: ReadonlySet<Element>,
  refused: Set<Leaf>,
  leaves: readonly Leaf[],
): void {
  const groups = new Set<Element>();
  for (const row of taken)
    for (let at = parentOf(row); at && at !== root; at = parentOf(at)) groups.add(at);
  for (const leaf of leaves) {
    // Of a group that holds nothing but a file no row is known: it stands where the rows do.
    if (leadsAlong(place, chainBelow(root, leaf))) continue;
    // The head of a group of messages is none itself.
    const below = leaf.chain.findLast((element) => groups.has(element));
    const own = below && leaf.chain[leaf.chain.indexOf(below) + 1];
    if (below && own && !taken.has(own) && !(place.at(-1) && fits(own, place.at(-1) as Place[0])))
      refused.add(leaf);
  }
}

/** A further kind is one when it is built like a message that is known, or stands at a side as only messages do. */
function isPlausible(
  rows: readonly FoundRow[],
  kinds: readonly FoundKind[],
  root: Element,
  layout: Layout,
  leaves: readonly Leaf[],
): boolean {
  const known = kinds.flatMap((kind) => kind.rows);
  if (rows.some(({ row }) => known.some((other) => holds(row, other.row) || holds(other.row, row))))
    return false;
  const alike = rows.filter(({ row }) => isLikeOne(row, known)).length;
  if (alike * 2 < rows.length) return false;
  const sides = rows.map(({ text }) => sideOf(text, root, layout));
  if (sides.every((side) => side === null)) return hasCompany(rows, leaves);
  const centred = sides.filter((side) => side === 'middle').length;
  if (centred * 2 >= rows.length) return false;
  return (
    sides.some((side) => side === 'right') ||
    hasCompany(rows, leaves) ||
    areDrawnAsKnown(rows, known, layout)
  );
}

/** Of a run many clients draw nothing but the words of the messages after the first. */
function areDrawnAsKnown(
  rows: readonly FoundRow[],
  known: readonly FoundRow[],
  layout: Layout,
): boolean {
  const looks = sampled(known).map(({ text }) => looksIn(text, layout)[0]?.drawn);
  const alike = rows.filter(({ text }) => {
    const drawn = looksIn(text, layout)[0]?.drawn;
    return drawn && looks.filter((other) => other === drawn).length * 2 > looks.length;
  });
  return alike.length * 2 > rows.length;
}

function isLikeOne(row: Element, known: readonly FoundRow[]): boolean {
  return sampled(known).some(
    ({ row: other }) =>
      areAlike(row, other) || row.getAttribute('role') === (other.getAttribute('role') ?? ''),
  );
}

/** Beside the words stands a time, a picture or another word: a system line has none. */
function hasCompany(rows: readonly FoundRow[], leaves: readonly Leaf[]): boolean {
  const withMore = rows.filter(({ row, text }) =>
    leaves.some(
      ({ chain, isControl }) => !isControl && chain.includes(row) && !chain.includes(text),
    ),
  );
  return withMore.length * 2 >= rows.length;
}
