import { type Cluster, chainBelow } from './clusters';
import { areAlike } from './row-level';
import { isNameLike, isSentence } from './sentences';

/** Share of the elements at a level that must part in the same way. */
const OFTEN = 0.3;

/**
 * Where a client builds name, words and time of the same tags, they stand in one cluster. It is parted where one
 * element holds several of them, told apart by their classes or, where there are none, by their order.
 */
export function splitAlike(root: Element, cluster: Cluster): Cluster[] {
  const chains = cluster.leaves.map((leaf) => chainBelow(root, leaf));
  const depth = chains[0]?.length ?? 0;
  for (let level = 1; level < depth; level++) {
    const families = familiesAt(chains, level);
    const many = families.filter((children) => children.length > 1);
    if (many.length < 2) continue;
    const unalike = many.filter(areUnalike);
    // A badge is beside the words of few: it is told from them if no two of such a pair are alike.
    if (unalike.length < many.length && many.length < families.length * OFTEN) continue;
    if (unalike.length >= many.length * 0.7) {
      const kinds: Element[] = [];
      return parted(root, cluster, chains, (chain) => kindIn(kinds, chain[level] as Element));
    }
    const size = many[0]?.length ?? 0;
    const isEven = many.every((children) => children.length === size) && size <= 4;
    // With an id each they are messages of a run, and no parts of one.
    const haveIds = many.every((children) => children.every(({ id }) => id !== ''));
    if (isEven && !haveIds && areColumns(many, cluster, chains, level)) {
      return parted(root, cluster, chains, (chain) => `${positionIn(many, chain[level])}`);
    }
  }
  return [cluster];
}

/** The children at a level, by the element that they have in common. */
function familiesAt(chains: readonly Element[][], level: number): Element[][] {
  const families = new Map<Element, Set<Element>>();
  for (const chain of chains) {
    const parent = chain[level - 1] as Element;
    families.set(parent, (families.get(parent) ?? new Set()).add(chain[level] as Element));
  }
  return [...families.values()].map((children) => [...children]);
}

/** No two of them are of one kind. */
function areUnalike(children: readonly Element[]): boolean {
  return children.every((one, index) =>
    children.slice(index + 1).every((other) => !areAlike(one, other)),
  );
}

/** Clients give each sender a class, too: elements are of one kind when half of their classes are the same. */
function kindIn(kinds: Element[], element: Element): string {
  const known = kinds.findIndex((kind) => areAlike(kind, element));
  return `${known < 0 ? kinds.push(element) - 1 : known}`;
}

function positionIn(families: readonly Element[][], element: Element | undefined): number {
  return (
    families
      .find((children) => children.includes(element as Element))
      ?.indexOf(element as Element) ?? 0
  );
}

/** Of what stands at one place in every family all are names or times, of what stands at another some are sentences. */
function areColumns(
  families: readonly Element[][],
  { leaves }: Cluster,
  chains: readonly Element[][],
  level: number,
): boolean {
  const textOf = new Map(chains.map((chain, index) => [chain[level], leaves[index]?.text ?? '']));
  const size = families[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, at) =>
    families.map((children) => textOf.get(children[at]) ?? ''),
  );
  const short = columns.filter((texts) =>
    texts.every((text) => isNameLike(text) || /^[\d:：\s年月日/-]+$/.test(text)),
  );
  return short.length > 0 && columns.some((texts) => texts.some(isSentence)) && short.length < size;
}

function parted(
  root: Element,
  cluster: Cluster,
  chains: readonly Element[][],
  keyOf: (chain: Element[]) => string,
): Cluster[] {
  const groups = new Map<string, Cluster>();
  for (const [index, leaf] of cluster.leaves.entries()) {
    const key = `${cluster.path} ${keyOf(chains[index] as Element[])}`;
    const group = groups.get(key) ?? { path: key, leaves: [] };
    group.leaves.push(leaf);
    groups.set(key, group);
  }
  if (groups.size < 2) return [cluster];
  return [...groups.values()].flatMap((group) => splitAlike(root, group));
}
