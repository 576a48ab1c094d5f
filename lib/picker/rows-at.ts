import { childrenOf, parentOf } from '../sites/picked-tree';
import { chainBelow } from './clusters';
import { type Leaf, sampled } from './leaves';
import { areAlike, isParagraph } from './row-level';

/** A message as it was found: its row, and the element of its words. */
export type FoundRow = { row: Element; text: Element };

/** From the first element below the root down to a piece of what was said. */
type Chain = Element[];

/** How many have read it, or answered with a sign. */
const COUNT = /^(已读|未读|read|unread|seen)?\s*\d{1,5}\s*人?\s*(已读|未读|read|unread|seen)?$/i;

/** Share of the messages that answer another. */
const FEW = 0.2;

/**
 * Rows with the words in each: where a row holds several pieces, the element around all of them, the same level in every row.
 * @param level of the rows below `root`, from 1
 * @param leaves all that stands below `root`
 */
export function rowsAt(
  root: Element,
  bodies: readonly Leaf[],
  level: number,
  leaves: readonly Leaf[],
): FoundRow[] {
  const byRow = new Map<Element, Chain[]>();
  const rowOf = (chain: Chain) => chain[Math.min(level, chain.length) - 1];
  // A count is what was said only where nothing else is.
  const words = bodies.filter(({ text }) => !COUNT.test(text));
  const worded = new Set(words.map((leaf) => rowOf(chainBelow(root, leaf))));
  for (const leaf of bodies) {
    const chain = chainBelow(root, leaf);
    const row = rowOf(chain);
    if (!row || (worded.has(row) && COUNT.test(leaf.text))) continue;
    byRow.set(row, [...(byRow.get(row) ?? []), chain]);
  }
  const rows = withoutOthers(byRow, new Set(bodies.map(({ element }) => element)), leaves);
  const depth = Math.min(...[...rows.values()].map(sharedDepth));
  const found = [...rows].map(([row, chains]) => {
    const chain = chains[0] as Chain;
    return { row, text: chain[Math.max(depth, chain.indexOf(row) + 1) - 1] ?? row };
  });
  return withParagraphs(withPieces(found, leaves), leaves);
}

/** Of some messages there are several paragraphs: what was said is the element around them, as long as nothing else is in it. */
function withParagraphs(rows: readonly FoundRow[], leaves: readonly Leaf[]): FoundRow[] {
  const words = leaves.filter(({ is }) => is === 'text');
  let areSeveral = false;
  for (const { row, text } of rows) {
    const around = parentOf(text);
    if (!isParagraph(text) || !around || text === row || around === row) return [...rows];
    const inside = words.filter(({ chain }) => chain.includes(around));
    if (!inside.every(({ chain }) => isPlain(chain[chain.indexOf(around) + 1]))) return [...rows];
    areSeveral ||= inside.some(({ chain }) => !chain.includes(text));
  }
  return areSeveral
    ? rows.map(({ row, text }) => ({ row, text: parentOf(text) ?? text }))
    : [...rows];
}

/** A paragraph without a class: one with a class may be the name. */
function isPlain(element: Element | undefined): boolean {
  return element !== undefined && isParagraph(element) && element.classList.length === 0;
}

/**
 * Who is mentioned may stand in a piece of its own beside the words, in an element that is called as theirs: what was said is
 * around them, as long as nothing else is.
 */
function withPieces(rows: readonly FoundRow[], leaves: readonly Leaf[]): FoundRow[] {
  const words = leaves.filter(({ is }) => is === 'text');
  let isParted = false;
  let mixed = 0;
  for (const { row, text } of rows) {
    const around = parentOf(text);
    if (!around || text === row || around === row || text.classList.length === 0) return [...rows];
    const pieces = childrenOf(around).filter((child) => areAlike(child, text));
    const inside = words.filter(({ chain }) => chain.includes(around));
    // Beside a few stands what they answer.
    if (inside.some(({ chain }) => !pieces.some((piece) => chain.includes(piece)))) mixed += 1;
    isParted ||= pieces.some(
      (piece) => piece !== text && inside.some(({ chain }) => chain.includes(piece)),
    );
  }
  return isParted && mixed <= rows.length * FEW
    ? rows.map(({ row, text }) => ({ row, text: parentOf(text) ?? text }))
    : [...rows];
}

/**
 * In a row or two something else may be built of the same tags as the words: who is answered. Where the element around both
 * holds names in other rows, it is not what was said: of the pieces those are that are built like others' words.
 */
function withoutOthers(
  byRow: ReadonlyMap<Element, Chain[]>,
  bodies: ReadonlySet<Element>,
  leaves: readonly Leaf[],
): Map<Element, Chain[]> {
  const single = sampled(
    [...byRow.values()].flatMap((chains) => (chains.length === 1 ? chains : [])),
  );
  const rows = new Map(byRow);
  if (single.length * 2 < byRow.size) return rows;
  // A time may stand among the words.
  const beside = leaves.filter(({ is, element }) => is === 'text' && !bodies.has(element));
  for (const [row, chains] of byRow) {
    const depth = sharedDepth(chains);
    if (chains.length < 2) continue;
    const mixed = single.filter((chain) => holdsSome(chain[depth - 1], beside));
    if (mixed.length * 2 < single.length) continue;
    const alike = chains.filter((chain) => single.some((other) => isBuiltAs(chain, other, depth)));
    if (alike.length > 0) rows.set(row, alike);
  }
  return rows;
}

function holdsSome(element: Element | undefined, leaves: readonly Leaf[]): boolean {
  return element !== undefined && leaves.some(({ chain }) => chain.includes(element));
}

function isBuiltAs(chain: Chain, other: Chain, depth: number): boolean {
  const [one, like] = [chain[depth], other[depth]];
  return one !== undefined && like !== undefined && areAlike(one, like);
}

/** How many elements from the top all of these chains have in common. */
function sharedDepth(chains: readonly Chain[]): number {
  const [first = [], ...rest] = chains;
  const parting = first.findIndex((element, index) =>
    rest.some((other) => other[index] !== element),
  );
  return parting < 0 ? first.length : parting;
}
