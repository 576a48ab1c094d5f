import type { Mark, OwnMark } from '../sites/picked-definition';
import { chainUpTo, holds, parentOf } from '../sites/picked-tree';
import { weightOfEvidence } from './evidence';
import { faintTest } from './faint-lines';
import { type FoundKind, kindsBelow } from './kinds';
import { canScroll, type Layout, layoutOf } from './layout';
import { isPressedBox, look, type Seen, sampled } from './leaves';
import { type FoundParts, partsOf } from './parts';
import { settled } from './rare-kinds';
import { withoutStrays } from './strays';
import { withoutSystemLines } from './system-lines';
import { titleOf } from './title';

/** What the picker takes a page's transcript to be, as elements of the page. */
export type Guess = {
  document: Document;
  transcript: Element;
  kinds: FoundKind[];
  parts: FoundParts[];
  title: Element | null;
  /** How own messages are known, where the user has said so. */
  own?: OwnMark | null;
  /** How lines that nobody said are told from messages, where the user has said so or it is known from before. */
  system?: Mark[];
  score: number;
};

/** What the user pointed at: an element in which all messages are, the one around a single message, or anything in a message. */
export type Hints = {
  transcript?: Element;
  message?: Element;
  inside?: Element;
  /** With `transcript`: somebody's name. */
  name?: Element;
};

/** Under this there is no chat. On the hand-written pages chats have 5.9 and more, other pages 2.6 and less. */
export const ENOUGH = 4;
/** Elements that are tried as transcripts, those with the most words first. */
const MAX_TRIED = 160;

/**
 * Guesses which part of a page is the transcript of a chat; null where none looks like one. Looks into frames of the
 * same origin. Reads only.
 */
export function guess(document: Document): Guess | null {
  const documents = documentsOf(document);
  return better((isPressed) =>
    documents
      .map((each) => bestIn(each, {}, isPressed))
      .filter((each) => each !== null && each.score >= ENOUGH),
  );
}

/** The best reading of a page in which the user pointed something out; null where nothing repeats there. */
export function guessWith(hints: Hints): Guess | null {
  const document = (hints.message ?? hints.transcript ?? hints.inside)?.ownerDocument;
  return document ? better((isPressed) => [bestIn(document, hints, isPressed)]) : null;
}

/** Where nothing is found, or boxes that are called buttons are in most of it, these are looked into as well. */
function better(readings: (isPressed: boolean) => (Guess | null)[]): Guess | null {
  const best = (found: readonly (Guess | null)[]) =>
    found.filter((each) => each !== null).sort((one, other) => other.score - one.score)[0] ?? null;
  const plain = best(readings(false));
  return plain && !arePressed(plain) ? plain : best([plain, ...readings(true)]);
}

function arePressed({ kinds }: Guess): boolean {
  const rows = sampled(kinds.flatMap((kind) => kind.rows));
  const pressed = rows.filter(({ row }) =>
    [...row.querySelectorAll('[role="button"]')].some(isPressedBox),
  );
  return pressed.length * 2 > rows.length;
}

/** A document and those of its frames that may be looked into. */
export function documentsOf(document: Document): Document[] {
  const frames = [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const inside = contentOf(frame);
    return inside ? documentsOf(inside) : [];
  });
  return [document, ...frames];
}

function contentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function bestIn(document: Document, hints: Hints = {}, isPressed = false): Guess | null {
  const layout = layoutOf(document);
  const seen = look(document, layout, isPressed);
  let best: Guess | null = null;
  for (const root of candidates(seen, hints, layout)) {
    const made = judge(document, root, seen, layout, hints);
    if (made && (!best || made.score > best.score)) best = made;
  }
  return (
    best && { ...withoutFaintKinds(best, layout), title: titleOf(best.transcript, seen, layout) }
  );
}

/** Without kinds, but the first, that are nothing but remarks of the page. */
function withoutFaintKinds(found: Guess, layout: Layout): Guess {
  const { kinds, parts, transcript } = found;
  const isFaint = faintTest(kinds, parts, transcript, layout);
  const isKept = (_: unknown, index: number) =>
    index === 0 || !kinds[index]?.rows.every((row) => isFaint(index, row));
  return { ...found, kinds: kinds.filter(isKept), parts: parts.filter(isKept) };
}

/** Elements that part into several with words, or say that they are a transcript. */
function candidates(seen: Seen, hints: Hints, layout: Layout): Element[] {
  const inner = hints.message ?? hints.inside;
  const words = new Map<Element, number>();
  const children = new Map<Element, Set<Element>>();
  for (const { chain, is, length } of seen.leaves) {
    if (is !== 'text') continue;
    for (const [index, element] of chain.entries()) {
      words.set(element, (words.get(element) ?? 0) + Math.min(length, 200));
      const next = chain[index + 1];
      if (next) children.set(element, (children.get(element) ?? new Set()).add(next));
    }
  }
  return [...words]
    .filter(([element]) => element.localName !== 'body' && element.localName !== 'html')
    .filter(([element]) => !inner || (holds(element, inner) && element !== inner))
    .filter(([element]) => !hints.transcript || holds(hints.transcript, element))
    .filter(
      ([element]) =>
        (children.get(element)?.size ?? 0) >= 2 || isNamed(element) || canScroll(element, layout),
    )
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_TRIED)
    .map(([element]) => element);
}

function isNamed(element: Element): boolean {
  return /^(log|feed|list)$/.test(element.getAttribute('role') ?? '');
}

function judge(
  document: Document,
  root: Element,
  seen: Seen,
  layout: Layout,
  hints: Hints,
): Guess | null {
  const leaves = seen.leaves.filter(({ chain }) => chain.includes(root));
  const partsFor = (kind: FoundKind) => partsOf(kind, root, leaves, layout);
  const found = kindsBelow(root, leaves, layout, hints.message, hints.name).map((kind) => ({
    kind,
    parts: partsFor(kind),
  }));
  if (found.length === 0) return null;
  const sure = settled(found, root, leaves, layout, partsFor).map((each) =>
    withoutStrays(withoutSystemLines(each, root), root, layout),
  );
  const kinds = sure.map(({ kind }) => kind);
  const parts = sure.map((each) => each.parts);
  const score = weightOfEvidence(root, kinds, parts, seen, layout) + depthBonus(root, kinds);
  return { document, transcript: root, kinds, parts, title: null, score };
}

/** Of two that hold the same messages the inner one: rows should lie close below it. */
function depthBonus(root: Element, kinds: readonly FoundKind[]): number {
  const [first] = kinds;
  if (!first) return 0;
  let only = 0;
  for (let at = first.rows[0]?.row ?? null; at && at !== root; at = parentOf(at)) only += 1;
  return -0.2 * only;
}

/** The row that an element lies in, of those that were found; null when in none. */
export function rowAround({ kinds, transcript }: Guess, element: Element): Element | null {
  const rows = new Set(kinds.flatMap((kind) => kind.rows.map(({ row }) => row)));
  return chainUpTo(element, transcript)?.find((at) => rows.has(at)) ?? null;
}
