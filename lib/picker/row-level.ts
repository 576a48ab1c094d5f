import { childrenOf } from '../sites/picked-tree';
import { chainBelow } from './clusters';
import type { Layout } from './layout';
import { isBare, type Leaf } from './leaves';
import { isCalled } from './stable-names';

const ROW_ROLES = new Set(['listitem', 'article', 'row']);
/** What a text is made of; a client may mark its pieces with data of its own. */
const PARAGRAPHS = new Set('p pre blockquote h1 h2 h3 h4 h5 h6 ul ol'.split(' '));
const ROW_WORDS = new Set('message msg bubble row entry item line post event'.split(' '));

/** So many lines, over all elements that hold such, are few. */
const SELDOM = 0.4;

/**
 * How many levels below `root` one message stands, seen from what was said in each: the deepest level at which an
 * element parts into several of a kind that are each a message, and not only lines of one.
 */
export function rowLevel(
  root: Element,
  bodies: readonly Leaf[],
  others: readonly Leaf[],
  layout: Layout,
): number {
  const chains = bodies.map((leaf) => chainBelow(root, leaf));
  const depth = Math.min(...chains.map(({ length }) => length));
  const marked = ancestorsOf(others);
  let level = 1;
  for (let at = 1; at < depth; at++) {
    const units = branchesAt(chains, at);
    const around = new Set(chains.map((chain) => chain[at - 1]));
    const isSeldom = units.length < around.size * SELDOM;
    const good = units.filter(
      (unit) =>
        !(isSeldom && isLineOfText(unit)) &&
        (isMessage(unit, marked, layout) || holdsBubble(unit, chains, at, layout)),
    );
    if (units.length > 0 && good.length >= units.length / 2) level = at + 1;
  }
  return level;
}

/** Nothing but text, and not called a message: what few of the messages have several of are their paragraphs. */
function isLineOfText(unit: Element): boolean {
  return unit.childElementCount === 0 && unit.id === '' && !isCalled(unit, ROW_WORDS);
}

/** Elements one level below those at `at` that hold several bodies, where they are alike. */
function branchesAt(chains: readonly Element[][], at: number): Element[] {
  const below = new Map<Element, Set<Element>>();
  for (const chain of chains) {
    const parent = chain[at - 1];
    const child = chain[at];
    if (!parent || !child) continue;
    below.set(parent, (below.get(parent) ?? new Set()).add(child));
  }
  return [...below.values()].flatMap((children) => {
    const [first, ...rest] = children;
    return first && rest.some((other) => areAlike(first, other)) ? [...children] : [];
  });
}

/** Made by the same line of a client's code: half of their classes are the same, or they have none. */
export function areAlike(one: Element, other: Element): boolean {
  if (one.localName !== other.localName) return false;
  const names = [...one.classList];
  if (names.length === 0 || other.classList.length === 0) {
    return names.length === other.classList.length;
  }
  const shared = names.filter((name) => other.classList.contains(name)).length;
  return shared * 2 >= Math.min(names.length, other.classList.length);
}

/** Everything above a time or a picture. */
function ancestorsOf(leaves: readonly Leaf[]): Set<Element> {
  const above = new Set<Element>();
  for (const { chain, is } of leaves) {
    if (is !== 'text') for (const element of chain) above.add(element);
  }
  return above;
}

/** Messages of a run may each stand in an element without a name of its own. */
function unwrapped(unit: Element): Element {
  let at = unit;
  for (let depth = 0; depth < 3 && isBare(at) && !isLine(at); depth++) {
    const [only, ...more] = childrenOf(at);
    if (!only || more.length > 0 || isLine(only)) break;
    at = only;
  }
  return at;
}

/** A piece of a text, not what holds one. */
export function isParagraph({ localName }: Element): boolean {
  return PARAGRAPHS.has(localName);
}

function isLine({ localName }: Element): boolean {
  return PARAGRAPHS.has(localName) || localName === 'span' || localName === 'a';
}

function isMessage(branch: Element, marked: ReadonlySet<Element>, layout: Layout): boolean {
  const unit = unwrapped(branch);
  if (isBare(unit)) return false;
  if (marked.has(unit) || unit.id !== '' || ROW_ROLES.has(unit.getAttribute('role') ?? ''))
    return true;
  if (unit.localName === 'li' || unit.localName === 'article') return true;
  if (
    !isParagraph(unit) &&
    [...unit.attributes].some(({ name, value }) => /^data-.*(id|key)$/.test(name) && value !== '')
  ) {
    return true;
  }
  if (isCalled(unit, ROW_WORDS)) return true;
  // Paragraphs stand off from one another as messages do.
  if (isParagraph(unit)) return false;
  return layout.isDrawn && hasRoom(unit, layout, 0);
}

/** Around the words in it stands a box of a colour of its own, in which they have room. Around paragraphs stands one for all. */
function holdsBubble(
  unit: Element,
  chains: readonly Element[][],
  at: number,
  layout: Layout,
): boolean {
  const isColoured = (element: Element) => {
    const { backgroundColor, paddingLeft } = layout.style(element);
    const isClear = /transparent|, 0\)$/.test(backgroundColor);
    return !isClear && Number.parseFloat(paddingLeft) >= 2;
  };
  // A paragraph may be a bubble itself. Code has a colour, too.
  if (unit.localName === 'p') return isColoured(unit);
  if (isBare(unit) || isParagraph(unit)) return false;
  const chain = chains.find((each) => each[at] === unit) ?? [];
  return chain.slice(at + 1, -1).some((element) => !isParagraph(element) && isColoured(element));
}

/** It, or what fills it, stands off from its neighbours: a bubble. Lines of a text do not. */
function hasRoom(unit: Element, layout: Layout, depth: number): boolean {
  const style = layout.style(unit);
  const size = (value: string) => Number.parseFloat(value) || 0;
  const isBlock = style.display !== 'inline';
  const room = [style.marginTop, style.marginBottom, style.paddingTop, style.paddingBottom];
  if (isBlock && room.some((value) => size(value) >= 2)) return true;
  if (isBlock && (size(style.borderTopWidth) > 0 || size(style.borderTopLeftRadius) > 0))
    return true;
  const only = unit.firstElementChild;
  return (
    depth < 3 && only !== null && unit.childElementCount === 1 && hasRoom(only, layout, depth + 1)
  );
}
