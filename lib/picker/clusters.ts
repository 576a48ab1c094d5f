import { isStamp } from '../sites/picked-time';
import type { Leaf } from './leaves';
import { isHead, isSentence } from './sentences';
import { splitAlike } from './split-cluster';

/** Leaves that stand at the same place of the build: the same tags lead to each from the element above all of them. */
export type Cluster = { path: string; leaves: Leaf[] };

/** Groups leaves by the tags between `root` and them; hashed class names take no part. */
export function clustersBelow(root: Element, leaves: readonly Leaf[]): Cluster[] {
  const byPath = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const path = chainBelow(root, leaf)
      .map(({ localName }) => localName)
      .join('/');
    const same = byPath.get(path);
    if (same) same.push(leaf);
    else byPath.set(path, [leaf]);
  }
  return [...byPath].flatMap(([path, of]) => splitAlike(root, { path, leaves: of }));
}

/** The elements between an ancestor and a leaf, the leaf's own last. */
export function chainBelow(root: Element, { chain }: Leaf): Element[] {
  return chain.slice(chain.indexOf(root) + 1);
}

/** The cluster that holds what was said: most words, said differently each time. */
export function bodyCluster(clusters: readonly Cluster[]): Cluster | null {
  const ranked = clusters
    .map((cluster) => ({ cluster, weight: weightOf(cluster) }))
    .sort((one, other) => other.weight - one.weight);
  const best = ranked[0]?.cluster ?? null;
  if (!best || best.leaves.some(({ text }) => isSentence(text))) return best;
  // A flood of one answer has the names vary and not the words: what was said stands behind the name.
  const behind = ranked
    .slice(1)
    .find(({ cluster, weight }) => weight > 0 && standsBehind(cluster, best));
  return behind?.cluster ?? best;
}

function weightOf({ leaves }: Cluster): number {
  const words = leaves.filter(({ is, isControl }) => is === 'text' && !isControl);
  const distinct = new Set(words.map(({ text }) => text)).size / Math.max(1, words.length);
  const length = words.reduce((sum, leaf) => sum + Math.min(leaf.length, 120), 0);
  const sentences = words.filter(({ text }) => isSentence(text)).length / Math.max(1, words.length);
  const heads = words.filter(({ text }) => isHead(text)).length;
  // Who and when in one line is longer than many an answer, and never the same.
  if (heads >= words.length * 0.8) return 0;
  return length * (0.3 + 0.7 * distinct) * (1 + sentences);
}

/** As many leaves, each after one of the other cluster, and not always the same button. */
function standsBehind(cluster: Cluster, before: Cluster): boolean {
  const count = cluster.leaves.length;
  if (count < before.leaves.length * 0.8 || cluster.leaves.some(({ isControl }) => isControl))
    return false;
  if (cluster.leaves.some(({ is }) => is !== 'text')) return false;
  const length = cluster.leaves.reduce((sum, leaf) => sum + leaf.length, 0);
  if (length < count * SHORTEST) return false;
  const pairs = cluster.leaves.filter((leaf, index) => {
    const other = before.leaves[index];
    return other !== undefined && other.order < leaf.order;
  });
  return pairs.length >= count * 0.8;
}

/** Characters of an answer, on the average; less are the letters of faces. */
const SHORTEST = 2;

/** The share of times and days. */
export function stampShare({ leaves }: Cluster): number {
  return leaves.filter(({ is, text }) => is === 'stamp' || isStamp(text)).length / leaves.length;
}

/** In how many of so many elements it stands, at most in all. */
export function coverage({ leaves }: Cluster, owners: number): number {
  return Math.min(1, leaves.length / Math.max(1, owners));
}
