import { type Cluster, clustersBelow } from './clusters';
import type { Leaf } from './leaves';
import { areAlike } from './row-level';
import { wordsOf } from './stable-names';

/** Levels on which classes tell what stands in them. */
const NEAR = 2;

/**
 * Groups what stands in messages by its place in each. Siblings of one tag are told apart by their classes, for a name
 * and a badge may both be spans; but many clients give each person a colour by a class, so two that share classes are
 * one where no message holds both.
 */
export function clustersIn(
  leaves: readonly Leaf[],
  ownerOf: (leaf: Leaf) => Element | null,
): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const leaf of leaves) {
    const owner = ownerOf(leaf) as Element;
    for (const { path } of clustersBelow(owner, [leaf])) {
      // A name and its hour may both be spans without a class.
      const key = `${path} ${leaf.is} ${telling(leaf, owner)?.className ?? ''}`;
      const cluster = clusters.get(key) ?? { path, leaves: [] };
      cluster.leaves.push(leaf);
      clusters.set(key, cluster);
    }
  }
  return merged([...clusters.values()], ownerOf);
}

function merged(clusters: readonly Cluster[], ownerOf: (leaf: Leaf) => Element | null): Cluster[] {
  const done: { cluster: Cluster; owners: Set<Element | null> }[] = [];
  for (const { path, leaves } of clusters) {
    const owners = new Set(leaves.map(ownerOf));
    const same = done.find(
      (other) =>
        other.cluster.path === path &&
        isShared(other.cluster, leaves, ownerOf) &&
        ![...owners].some((owner) => other.owners.has(owner)),
    );
    if (!same) {
      done.push({ cluster: { path, leaves: [...leaves] }, owners });
      continue;
    }
    same.cluster.leaves.push(...leaves);
    for (const owner of owners) same.owners.add(owner);
  }
  return done.map(({ cluster }) => cluster);
}

/** They have a class in common: without any nothing says that they are one. */
function isShared(
  { leaves: [one] }: Cluster,
  [other]: readonly Leaf[],
  ownerOf: (leaf: Leaf) => Element | null,
): boolean {
  if (!one || !other || one.is !== other.is) return false;
  const [named, like] = [telling(one, ownerOf(one)), telling(other, ownerOf(other))];
  return (
    named !== null &&
    like !== null &&
    [areAlike, isVaried, isMirrored].some((are) => are(named, like))
  );
}

/** Whoever has a role is called by a longer word: "username" and "username-coloured", "nick" and "nick--admin". */
function isVaried(one: Element, other: Element): boolean {
  const [short = '', long = ''] = [one.className, other.className].sort(
    (a, b) => a.length - b.length,
  );
  return (
    one.localName === other.localName &&
    short !== '' &&
    /^[-_]/.test(long.slice(short.length)) &&
    long.startsWith(short)
  );
}

/** How clients call the two sides of a chat. */
const SIDES = new Set(
  'left right sender receiver send receive sent received me my mine self own you your they their them theirs other others in out incoming outgoing inbound outbound'.split(
    ' ',
  ),
);

/** What stands at one side and at the other: "chat-sender-name" and "chat-receiver-name". */
function isMirrored(one: Element, other: Element): boolean {
  const [words, like] = [wordsOf(one.className), wordsOf(other.className)];
  const unlike = words.flatMap((word, at) => (word === like[at] ? [] : [[word, like[at] ?? '']]));
  const isSided = (pair: readonly string[]) => pair.every((word) => SIDES.has(word));
  return (
    one.localName === other.localName &&
    words.length === like.length &&
    words.length > unlike.length &&
    unlike.length > 0 &&
    unlike.every(isSided)
  );
}

/** The element, or the nearest around it, that bears classes: what holds a word alone may bear none. */
function telling({ chain, element }: Leaf, owner: Element | null): Element | null {
  const below = chain.slice(owner ? chain.indexOf(owner) + 1 : 0);
  const near = below.includes(element) ? below.slice(-NEAR) : [];
  return near.findLast(({ classList }) => classList.length > 0) ?? null;
}
