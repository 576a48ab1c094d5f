import type { Part } from '../sites/picked-definition';
import { withoutClocks } from '../sites/picked-time';
import { attributeName } from './attribute-name';
import { type Cluster, coverage, stampShare } from './clusters';
import { type Pair, placeOfMost } from './common-place';
import { inlineParts } from './inline-name';
import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import type { Leaf } from './leaves';
import { nameAlone } from './name-piece';
import { nameScore } from './name-score';
import { isAllInOne, type Scope, scopeOf } from './scope';

/** Where the rows of a kind, or what stands around them, tell who spoke and when. */
export type FoundParts = {
  sender?: Part;
  time?: Part;
  avatar?: Part;
  hasName: number;
  hasTime: number;
  hasPicture: number;
};

/**
 * A name that fewer messages show than this share may be that of somebody who is quoted: one that stands around them, in
 * more than half of the groups, is better.
 */
const SELDOM = 1 / 3;
const OFTEN = 0.5;
/** px */
const LARGEST_FACE = 120;

/** Finds sender, time and avatar of the messages of one kind. */
export function partsOf(
  kind: FoundKind,
  root: Element,
  leaves: readonly Leaf[],
  layout: Layout,
): FoundParts {
  const found: FoundParts = { hasName: 0, hasTime: 0, hasPicture: 0 };
  const levels = kind.place.length;
  const isSaid = ({ element }: Leaf) => kind.rows.some(({ text }) => text.contains(element));
  for (let up = 0; up < levels; up++) {
    const scope = scopeOf(kind, up, root, leaves);
    if (scope.leaves.length === 0 || (up > 0 && isAllInOne(scope))) continue;
    const share = (cluster: Cluster) => coverage(cluster, scope.owners.length);
    if (!found.time) {
      const time = best(scope.clusters, (cluster) =>
        stampShare(cluster) > 0.6 && tellsHours(cluster) ? share(cluster) : 0,
      );
      const part = time && partFrom(time, scope, up);
      if (time && part)
        Object.assign(found, { time: withMachineTime(part, time), hasTime: share(time) });
    }
    if (!found.sender || found.hasName < SELDOM) {
      const name = best(scope.clusters, (cluster) => nameScore(cluster, scope, layout));
      const part = name && partFrom(name, scope, up);
      const isBetter = name && part && (!found.sender || share(name) > OFTEN);
      if (isBetter) Object.assign(found, { sender: part, hasName: share(name) });
      // Name and time in one piece. Many pages that are no chats have such lines: it is no evidence.
      if (name && part && !found.time && clockShare(name) > 0.6) found.time = part;
    }
    if (!found.avatar) {
      const picture = best(scope.clusters, (cluster) =>
        cluster.leaves.every(
          (leaf) => leaf.is === 'picture' && !isSaid(leaf) && !isLarge(leaf, layout),
        )
          ? share(cluster)
          : 0,
      );
      const part = picture && partFrom(picture, scope, up);
      if (picture && part && share(picture) >= 0.3)
        Object.assign(found, { avatar: part, hasPicture: share(picture) });
    }
  }
  if (!found.sender) {
    const { sender, time, share } = inlineParts(kind);
    if (sender) Object.assign(found, { sender, hasName: share });
    if (time && !found.time) Object.assign(found, { time, hasTime: share });
  }
  const named = found.sender ?? attributeName(kind);
  if (named) found.sender = nameAlone(named, kind, root) ?? named;
  if (!found.time) found.time = machineTimeOf(kind);
  if (!found.time) delete found.time;
  return found;
}

/** Of a few messages with a picture each that was sent it would be taken for the face. */
function isLarge({ element }: Leaf, layout: Layout): boolean {
  return layout.isDrawn && (layout.box(element)?.width ?? 0) > LARGEST_FACE;
}

/** A weekday alone may be the letters of a face: 周一鸣. */
function tellsHours({ leaves }: Cluster): boolean {
  return leaves.some(({ text }) => /\d|刚|now/i.test(text));
}

function clockShare({ leaves }: Cluster): number {
  return leaves.filter(({ text }) => withoutClocks(text) !== text).length / leaves.length;
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

function partFrom(cluster: Cluster, scope: Scope, up: number): Part | null {
  const pairs: Pair[] = cluster.leaves.map((leaf) => ({
    from: scope.ownerOf(leaf) as Element,
    to: leaf.element,
  }));
  const place = placeOfMost(pairs);
  return place && { ...(up > 0 ? { up } : {}), place };
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
