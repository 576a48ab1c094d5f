import { isOfFile } from '../sites/picked-file';
import { INITIALS, nameIn } from '../sites/picked-name';
import { parentOf } from '../sites/picked-tree';
import { type Cluster, coverage, stampShare } from './clusters';
import { areLettersOfTitle } from './face-letters';
import type { Box, Layout } from './layout';
import { isButton, type Leaf } from './leaves';
import type { Scope } from './scope';
import { isNameLike } from './sentences';
import { isCalled, NAME_WORDS, wordsOf } from './stable-names';

const NO_NAME_WORDS = new Set(
  'badge role tag count status time initials avatar reaction reply reactions edited quote'.split(
    ' ',
  ),
);

/** How well a cluster would do for names; 0 when it cannot be. */
export function nameScore(cluster: Cluster, scope: Scope, layout: Layout): number {
  // What a picture is called is read from it where no name is written out.
  if (cluster.leaves.some(({ is }) => is === 'picture')) return 0;
  if (cluster.leaves.every(areLettersOfTitle)) return 0;
  const names = cluster.leaves.map(({ text }) => nameIn(text)).filter(mayBeName);
  // A sign in the place of a name says that nobody speaks.
  const signs = cluster.leaves.filter(({ text }) => !/[\p{L}\p{N}]/u.test(text)).length;
  if (signs * 2 > cluster.leaves.length) return 0;
  if (names.length < (cluster.leaves.length - signs) * 0.8 || stampShare(cluster) > 0.5) return 0;
  const owners = new Set(cluster.leaves.map(scope.ownerOf));
  if (owners.size < cluster.leaves.length * 0.9) return 0;
  const quoted = cluster.leaves.filter((leaf) => isQuoted(leaf, scope.ownerOf(leaf)));
  if (quoted.length * 2 > cluster.leaves.length) return 0;
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
  if (before < 0.5 && cluster.leaves.some((leaf) => leaf.isControl && !isWithTime(leaf, scope)))
    return 0;
  const distinct = new Set(names).size;
  if (distinct === 1 && names.length > 3) score -= 0.4;
  const average = names.reduce((sum, name) => sum + name.length, 0) / names.length;
  // A letter or two stand for a picture.
  if (average < 1.5 || areInitials(cluster, scope)) return 0;
  return Math.max(0, score - (before < 0.5 ? 0.6 : 0));
}

const QUOTE_WORDS = new Set('quote quoted quotation blockquote'.split(' '));

/** It names who said what is quoted. */
function isQuoted({ chain }: Leaf, owner: Element | null): boolean {
  const inside = owner ? chain.slice(chain.indexOf(owner) + 1) : [];
  return inside.some(
    (element) =>
      element.localName === 'blockquote' ||
      element.getAttribute('role') === 'blockquote' ||
      isCalled(element, QUOTE_WORDS),
  );
}

/** Beside most of them stands what they are the first letters of. */
function areInitials({ leaves }: Cluster, { ownerOf, leaves: all }: Scope): boolean {
  const short = leaves.filter((leaf) => {
    const { text, element } = leaf;
    if (text.length > INITIALS) return false;
    const owner = ownerOf(leaf);
    return all.some(
      (other) =>
        other.is === 'text' &&
        other.element !== element &&
        other.text.length > text.length &&
        other.text.startsWith(text) &&
        ownerOf(other) === owner,
    );
  });
  return short.length * 2 > leaves.length;
}

/** Who and when are drawn together while one points at a message: that is no tip, and nothing to click. */
function isWithTime({ chain, element }: Leaf, { leaves }: Scope): boolean {
  const around = parentOf(element);
  const isTimed = leaves.some(({ is, element: at }) => is === 'stamp' && parentOf(at) === around);
  return isTimed && !chain.some(isButton);
}

function mayBeName(text: string): boolean {
  return isNameLike(text) && !isOfFile(text);
}

function isBefore(leaf: Leaf, scope: Scope, layout: Layout): boolean {
  const text = scope.texts.get(scope.ownerOf(leaf) as Element) as Element;
  // Of words that stand in the element around it, not in one of their own, there is no box.
  if (leaf.element !== text && leaf.element.contains(text)) return standsBefore(leaf, text);
  const box = drawnBox(leaf.element, layout);
  const words = drawnBox(text, layout);
  if (layout.isDrawn && box && words)
    return box.top + box.height <= words.top + 6 || box.left + box.width <= words.left + 2;
  return Boolean(leaf.element.compareDocumentPosition(text) & 4) || leaf.chain.includes(text);
}

function standsBefore({ element }: Leaf, text: Element): boolean {
  const first = [...element.childNodes].find(
    ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
  );
  return Boolean((first?.compareDocumentPosition(text) ?? 0) & 4);
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
