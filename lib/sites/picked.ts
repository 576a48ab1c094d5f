import { isOurs } from './ours';
import { dayBelow, dayBelowRow, MAX_LINE } from './picked-day';
import type { PickedDefinition, Place } from './picked-definition';
import { readPicked } from './picked-message';
import { fits, followAll, partOf } from './picked-place';
import { kindsOf, type RowPlace } from './picked-row';
import { isDayLine } from './picked-time';
import { titleWords } from './picked-title';
import { chainUpTo, childrenOf, parentOf } from './picked-tree';
import type { OpenChat, RowParts, Site } from './site';

/** Rows at the end that are read to see whether a definition still fits its page. */
const TRIED = 30;

/** An adapter that knows its page by what it finds there. */
export type PickedSite = Site & { isHere(document: Document): boolean };

/** An adapter made of what a user pointed at. It remembers where things were found last, and looks again when they are gone. */
export function pickedSite(definition: PickedDefinition): PickedSite {
  const found = new WeakMap<Document, Element>();
  const places = new WeakMap<Element, RowPlace>();

  function transcriptOf(document: Document): Element | null {
    const known = found.get(document);
    if (known?.isConnected && isShown(known)) return known;
    const shown = followAll(definition.transcript, document).filter(isShown);
    // Of several side by side none is the one that is read.
    const [only, ...more] = shown;
    if (!only || more.length > 0 || only === document.body) return null;
    found.set(document, only);
    return only;
  }

  /** In the order in which one reads. */
  function rows(document: Document): HTMLElement[] {
    const transcript = transcriptOf(document);
    if (!transcript) return [];
    const walked: HTMLElement[] = [];
    const now = Date.now();
    let day: number | null = null;
    let before: Element | null = null;
    const walk = (element: Element, depth: number, places_: readonly Place[]) => {
      const children = childrenOf(element);
      if (depth === definition.upwards) children.reverse();
      for (const child of children) {
        const fitting = places_.filter(
          (place) => place[depth] !== undefined && fits(child, place[depth]),
        );
        if (fitting.some((place) => place.length === depth + 1)) {
          day = dayBelowRow(child, day, now);
          places.set(child, { row: child, transcript, before, after: null, day });
          const last = before && places.get(before);
          if (last) last.after = child;
          before = child;
          walked.push(child as HTMLElement);
        } else if (fitting.length > 0) walk(child, depth + 1, fitting);
        else day = dayBelow(child, day, now);
      }
    };
    walk(
      transcript,
      0,
      definition.kinds.map(({ row }) => row),
    );
    return walked;
  }

  function rowOf(node: Node): HTMLElement | null {
    const start = node.nodeType === 1 ? (node as Element) : parentOf(node);
    const transcript = start && transcriptOf(start.ownerDocument);
    const chain = transcript && chainUpTo(start, transcript);
    const row = chain?.find(
      (element) => kindsOf(definition, element, transcript as Element).length > 0,
    );
    return (row as HTMLElement | undefined) ?? null;
  }

  const around = (row: Element): RowPlace | null => places.get(row) ?? null;

  function read(row: HTMLElement) {
    const transcript = transcriptOf(row.ownerDocument);
    if (!transcript) return null;
    // A row that is read by itself, before all are looked through, has a place as well.
    if (!around(row)) rows(row.ownerDocument);
    const place = around(row) ?? { row, transcript, before: null, after: null, day: null };
    return readPicked(definition, place, around, Date.now());
  }

  function openChat(document: Document): OpenChat | null {
    if (!transcriptOf(document)) return null;
    const name = titleIn(definition, document);
    return {
      sessionId: name,
      name,
      isGroup: definition.kinds.some(({ sender }) => sender !== undefined),
    };
  }

  return {
    id: definition.id,
    matches: [],
    isHere: (document) => isUsable(transcriptOf(document), rows(document), read),
    rememberedHeights: definition.rememberedHeights,
    stage: (document) => document.body,
    shadowRoots: (document) => shadowRootsOf(definition, transcriptOf(document), rows(document)),
    watchedAttributes: attributesOf(definition),
    openChat,
    scroller: (document) => scrollerOf(transcriptOf(document)),
    rows,
    rowOf,
    read,
    isRecalled: () => false,
    parts: (row) => rowParts(definition, row, transcriptOf(row.ownerDocument)),
    ownNames: () => [],
  };
}

/** Still a transcript with messages in it, and no compose box beside them. */
function isUsable(
  transcript: Element | null,
  rows: readonly HTMLElement[],
  read: Site['read'],
): boolean {
  if (!transcript) return false;
  const field = transcript.querySelector(
    'textarea, [contenteditable=""], [contenteditable="true"]',
  );
  if (field && !rows.some((row) => row.contains(field))) return false;
  return rows.slice(-TRIED).some((row) => read(row)?.text);
}

function isShown(element: Element): boolean {
  return (element as Partial<Element>).checkVisibility?.() ?? true;
}

function titleIn({ title, name }: PickedDefinition, document: Document): string {
  if (!title) return name;
  const [element] = followAll(title, document);
  return element ? titleWords(element) : '';
}

/** The one around the transcript that scrolls, or the transcript itself. */
function scrollerOf(transcript: Element | null): HTMLElement | null {
  for (let at = transcript; at; at = parentOf(at)) {
    if (/auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) return at as HTMLElement;
  }
  return transcript as HTMLElement | null;
}

/** What is to be watched besides the page's own tree. */
function shadowRootsOf(
  definition: PickedDefinition,
  transcript: Element | null,
  rows: readonly Element[],
): ShadowRoot[] {
  if (!transcript) return [];
  const found = new Set<Node>();
  for (
    let at: Element | null = transcript;
    at;
    at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null
  ) {
    found.add(at.getRootNode());
  }
  for (const row of holdTrees(definition, transcript, rows) ? rows : []) {
    for (const { text } of definition.kinds) {
      const root = partOf(text, row, transcript)?.getRootNode();
      if (root) found.add(root);
    }
  }
  return [...found].filter((root): root is ShadowRoot => 'host' in root);
}

/** Whether rows have trees of their own is the same for all of them. */
function holdTrees(
  { kinds }: PickedDefinition,
  transcript: Element,
  rows: readonly Element[],
): boolean {
  return [rows[0], rows.at(-1)].some((row) =>
    kinds.some(({ text }) => {
      const words = row && partOf(text, row, transcript);
      return words && words.getRootNode() !== row.getRootNode();
    }),
  );
}

/** Attributes that a definition asks for or reads. */
function attributesOf({ transcript, kinds, system = [], messageId }: PickedDefinition): string[] {
  const names = new Set(['class']);
  const add = (places: readonly Place[]) => {
    for (const { attributes } of places.flat()) for (const name in attributes) names.add(name);
  };
  add([transcript]);
  for (const { row, text, sender, time, own } of kinds) {
    add([row, text.place, sender?.place ?? [], time?.place ?? []]);
    for (const part of [sender, time]) if (part?.attribute) names.add(part.attribute);
    if (typeof own === 'object' && own.attribute !== undefined) names.add(own.attribute);
  }
  for (const { attribute } of system) if (attribute !== undefined) names.add(attribute);
  if (messageId) names.add(messageId.attribute);
  return [...names];
}

/** Where rows have words of their own beside elements, or are rows of a table, nothing can be hidden or added. */
function rowParts(
  definition: PickedDefinition,
  row: HTMLElement,
  transcript: Element | null,
): RowParts | null {
  if (!transcript || row.localName === 'tr') return null;
  const host = innermost(definition, row, transcript);
  if (!host) return null;
  for (let child = host.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return null;
  }
  const hide = ([...host.children] as HTMLElement[]).filter(
    (child) => !isOurs(child) && !isDayLine((child.textContent ?? '').trim().slice(0, MAX_LINE)),
  );
  return hide.length > 0 ? { host, aside: host, hide } : null;
}

/** The row; where its words are drawn in a shadow tree of its own, the outermost element in there. */
function innermost(
  definition: PickedDefinition,
  row: HTMLElement,
  transcript: Element,
): HTMLElement | null {
  const text = kindsOf(definition, row, transcript)
    .map((kind) => partOf(kind.text, row, transcript))
    .find((found) => found !== null);
  if (!text || text.getRootNode() === row.getRootNode()) return row;
  let at: Element = text;
  while (at.parentElement) at = at.parentElement;
  return at === text ? null : (at as HTMLElement);
}
