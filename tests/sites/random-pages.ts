import fc from 'fast-check';
import type { Traits } from './fixtures';

const NAMES = ['div', 'span', 'p', 'pre', 'a', 'img', 'h4', 'ul', 'i', 'br', 'script', 'style'];
const VALUES = ['', 'null', '7', '{'];
const TEXTS = ['9:02', '99:99', '撤回了一条消息', '[图片]', '88.7KB', '1.2.3MB', '\ud800'];

/** A tree as plain data: an element's name, class, attributes and children, or a text. */
export type Tree =
  | string
  | { name: string; shape: string; attributes: [string, string][]; children: Tree[] };

/** One change of a page; `at` picks the node. */
export type Mutation =
  | { do: 'remove' | 'empty' | 'double' | 'lift'; at: number }
  | { do: 'set'; at: number; name: string; value: string }
  | { do: 'shape'; at: number; value: string }
  | { do: 'say'; at: number; value: string }
  | { do: 'insert'; at: number; tree: Tree };

/** Trees and changes of pages, made of anything and of the words that an adapter looks for. */
export function randomPages(traits: Traits): {
  tree: fc.Arbitrary<Tree>;
  mutation: fc.Arbitrary<Mutation>;
} {
  const values = [...VALUES, ...traits.values];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(...values, ...TEXTS),
  );
  const value = fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 20 }));
  const shape = fc.constantFrom('', ...traits.classes);
  const attribute = fc.constantFrom('title', ...traits.attributes);
  const { tree } = fc.letrec<{ tree: Tree; element: Tree }>((tie) => ({
    tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, text, tie('element')),
    element: fc.record({
      name: fc.constantFrom(...NAMES, ...(traits.names ?? [])),
      shape,
      attributes: fc.array(fc.tuple(attribute, value), { maxLength: 3 }),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  }));
  const at = fc.nat();
  const mutation: fc.Arbitrary<Mutation> = fc.oneof(
    fc.record({ do: fc.constantFrom('remove', 'empty', 'double', 'lift'), at }),
    fc.record({ do: fc.constant('set'), at, name: attribute, value }),
    fc.record({ do: fc.constant('shape'), at, value: shape }),
    fc.record({ do: fc.constant('say'), at, value: text }),
    fc.record({ do: fc.constant('insert'), at, tree }),
  );
  return { tree, mutation };
}

/** Makes the nodes of a tree. */
export function grow(document: Document, from: Tree): Node {
  if (typeof from === 'string') return document.createTextNode(from);
  const made = document.createElement(from.name);
  if (from.shape) made.className = from.shape;
  for (const [name, set] of from.attributes) made.setAttribute(name, set);
  made.append(...from.children.map((child) => grow(document, child)));
  return made;
}

/** Applies a change to some element under the root, never to the root. */
export function mutate(root: Element, change: Mutation): void {
  const all = root.querySelectorAll('*');
  const target = all[change.at % Math.max(1, all.length)];
  if (!target) return;
  if (change.do === 'remove') target.remove();
  else if (change.do === 'empty') target.replaceChildren();
  else if (change.do === 'double') target.after(target.cloneNode(true));
  else if (change.do === 'lift') target.replaceWith(...target.childNodes);
  else if (change.do === 'set') target.setAttribute(change.name, change.value);
  else if (change.do === 'shape') target.className = change.value;
  else if (change.do === 'say') target.textContent = change.value;
  else if (change.do === 'insert') target.append(grow(target.ownerDocument, change.tree));
}
