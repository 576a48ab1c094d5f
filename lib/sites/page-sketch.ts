/**
 * An element without its words: name, attributes, children, whether it holds words of its own, and the number of its
 * children, of which not all may be kept. Of attributes that say what somebody wrote, or where something lies, there is the
 * name alone; the others still say what they say: it goes nowhere before `pageStructure`.
 */
export type Sketch = [
  name: string,
  attributes: [name: string, value: string][],
  children: Sketch[],
  hasWords: boolean,
  all: number,
];

/** Children of one element that are kept, from its beginning and from its end: rows of a list are alike. */
const KEPT = 10;
/** Elements of a whole sketch. Pages of chats have some hundreds. */
const MOST = 3_000;
/** Attributes whose values tell a site's structure. */
const TELLING = /^(class|id|role|data-.*)$/;
/** A longer value says nothing more. */
const LONGEST = 200;

/** Takes down the structure of a page, in a few ms whatever its size. */
export function sketch(root: Element, left = { elements: MOST }): Sketch {
  const from = root.shadowRoot ?? root;
  const all = [...from.children];
  const kept = all.filter((_, at) => at < KEPT || at >= all.length - KEPT);
  return [
    root.localName,
    [...root.attributes].map(({ name, value }) => [
      name,
      TELLING.test(name) ? value.slice(0, LONGEST) : '',
    ]),
    kept.flatMap((child) => (left.elements-- > 0 ? [sketch(child, left)] : [])),
    hasWords(from),
    all.length,
  ];
}

/** It holds words of its own, not only those of elements inside it. */
export function hasWords({ childNodes }: ParentNode): boolean {
  return [...childNodes].some((node) => node.nodeType === 3 && /\S\S/.test(node.nodeValue ?? ''));
}
