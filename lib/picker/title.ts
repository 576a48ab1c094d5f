import { childrenOf, parentOf } from '../sites/picked-tree';
import { FACE_LETTERS, isInFace } from './face-letters';
import { scrollerAround } from './heights';
import type { Layout } from './layout';
import { isButton, type Leaf, type Seen } from './leaves';
import { isCalled } from './stable-names';

/** Levels above the transcript on which a head is looked for. */
const LEVELS = 12;
/** The edge of a chat's picture is no longer, px. */
const PICTURE = 80;
/** How many are in the chat, under its name. */
const COUNTED =
  /^[(（]?\d+\s*(?:[名位个]?\s*(?:群?成员|人)(?:在线)?[)）]?$|(?:members?|participants?|people|online)\b)/i;
const TITLE_WORDS = new Set('title name header heading subject topic'.split(' '));

/** The element that names the open chat: the largest words above the transcript, as near as may be. */
export function titleOf(transcript: Element, seen: Seen, layout: Layout): Element | null {
  const scroller = scrollerAround(transcript, layout);
  // What scrolls with the messages is seldom their head: "no more messages".
  const outside = scroller && headAbove(scroller, transcript, seen, layout);
  return outside ?? headAbove(transcript, transcript, seen, layout);
}

function headAbove(from: Element, transcript: Element, seen: Seen, layout: Layout): Element | null {
  let at: Element | null = from;
  const first = seen.leaves.find(({ chain }) => chain.includes(transcript))?.order ?? 0;
  for (let up = 0; at && up < LEVELS && at.localName !== 'body'; up++, at = parentOf(at)) {
    const above = parentOf(at);
    if (!above) return null;
    const before = childrenOf(above);
    const heads = seen.leaves.filter(
      (leaf) =>
        leaf.order < first &&
        leaf.is === 'text' &&
        leaf.length <= 60 &&
        !isRemark(leaf) &&
        !COUNTED.test(leaf.text) &&
        leaf.chain.includes(above) &&
        !leaf.chain.includes(at as Element) &&
        before.length > 1 &&
        isAbove(leaf, transcript, layout),
    );
    const found = heads
      .filter(
        (leaf) => !isPicture(leaf, layout) && !isShortFor(leaf, heads) && !isSignFor(leaf, heads),
      )
      .sort((one, other) => rank(other, layout) - rank(one, layout))[0];
    if (found)
      return (
        found.element.querySelector('h1, h2, h3, h4, h5, h6, [role="heading"]') ?? found.element
      );
  }
  return null;
}

function isAbove({ element, chain }: Leaf, transcript: Element, layout: Layout): boolean {
  const one = layout.box(element);
  const other = layout.box(transcript);
  if (!layout.isDrawn || !one || !other) return !chain.some(isButton);
  const top = seenTop(transcript, other.top, layout);
  const isOver = one.left < other.left + other.width && one.left + one.width > other.left;
  return isOver && one.top + one.height / 2 <= top + 60;
}

/** What is scrolled, by the browser or by a script, begins far above the place where it is seen. */
function seenTop(transcript: Element, top: number, layout: Layout): number {
  let seen = top;
  for (let at: Element | null = transcript, up = 0; at && up < LEVELS; at = parentOf(at), up++) {
    const { overflowY, overflow } = layout.style(at);
    if (/auto|scroll|overlay|hidden|clip/.test(overflowY || overflow))
      seen = Math.max(seen, layout.box(at)?.top ?? seen);
  }
  return seen;
}

/** What a field is for, or a sentence that the page says: no chat is called so. */
function isRemark({ text, chain }: Leaf): boolean {
  return /[。:：]$/.test(text) || chain.some(({ localName }) => localName === 'label');
}

/** Letters in a round or square box stand for a picture. */
function isPicture(leaf: Leaf, layout: Layout): boolean {
  if (leaf.length > FACE_LETTERS) return false;
  if (isInFace(leaf)) return true;
  return leaf.chain.slice(-3).some((at) => {
    const box = layout.isDrawn ? layout.box(at) : null;
    return (
      box !== null &&
      box.width <= PICTURE &&
      Math.abs(box.width - box.height) <= 1 &&
      Number.parseFloat(layout.style(at).borderTopLeftRadius) > 0
    );
  });
}

/** Its letters begin the whole name that stands beside it. */
function isShortFor({ text, length }: Leaf, heads: readonly Leaf[]): boolean {
  return (
    length <= FACE_LETTERS &&
    heads.some((other) => other.length > length && other.text.startsWith(text))
  );
}

/** "💧 供水调度": the sign of a chat stands in an element of its own beside the name. */
function isSignFor({ text }: Leaf, heads: readonly Leaf[]): boolean {
  const hasLetters = (words: string) => /[\p{L}\p{N}]/u.test(words);
  return !hasLetters(text) && heads.some((other) => hasLetters(other.text));
}

function rank({ element, chain }: Leaf, layout: Layout): number {
  const near = chain.slice(-3);
  const isHeading = near.some(
    (at) => /^h[1-6]$/.test(at.localName) || at.getAttribute('role') === 'heading',
  );
  const isNamed = near.some((at) => isCalled(at, TITLE_WORDS));
  const size = Number.parseFloat(layout.style(element).fontSize) || 0;
  const weight = Number.parseFloat(layout.style(element).fontWeight) || 400;
  // What else stands in a bar of tools may be the title.
  const clicked = chain.some(isButton) ? 6 : 0;
  return (isHeading ? 8 : 0) + (isNamed ? 4 : 0) + size / 4 + weight / 300 - clicked;
}
