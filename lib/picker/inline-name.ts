import type { Part } from '../sites/picked-definition';
import { nameIn } from '../sites/picked-name';
import { isStamp } from '../sites/picked-time';
import { childrenOf } from '../sites/picked-tree';
import { placeOfMost } from './common-place';
import type { FoundKind } from './kinds';
import { sampled } from './leaves';
import { isNameLike } from './sentences';
import { isCalled, NAME_WORDS } from './stable-names';

/** Share of the messages that begin with a name. */
const MOST = 0.7;
/** Fewer names than this share of the messages that show one are people's: some speak twice. */
const DISTINCT = 0.8;
/** What may stand before a name in the same line. */
const SIGNS = /^[\s<[(（*#·•-]*$/;

/** Where name and time stand at the start of the words themselves: "14:05 <王强> 收到". */
export function inlineParts(kind: FoundKind): { sender?: Part; time?: Part; share: number } {
  const rows = sampled(kind.rows).map(({ row, text }) => ({ row, ...headOf(filling(text)) }));
  const named = rows.flatMap(({ row, name }) => (name ? [{ from: row, to: name }] : []));
  const timed = rows.flatMap(({ row, time }) => (time ? [{ from: row, to: time }] : []));
  const names = named.map(({ to }) => nameIn(to.textContent ?? ''));
  const isTelling =
    named.every(({ to }) => isCalled(to, NAME_WORDS)) ||
    new Set(names).size < names.length * DISTINCT;
  if (named.length < rows.length * MOST || new Set(names).size < 2 || !isTelling)
    return { share: 0 };
  const sender = placeOfMost(named);
  const time = timed.length >= rows.length * MOST ? placeOfMost(timed) : null;
  if (!sender) return { share: 0 };
  return {
    sender: { place: sender },
    ...(time ? { time: { place: time } } : {}),
    share: named.length / rows.length,
  };
}

/** The innermost element that holds all of a text. */
function filling(text: Element): Element {
  const [only, ...more] = childrenOf(text);
  return only && more.length === 0 && only.textContent?.trim() === text.textContent?.trim()
    ? filling(only)
    : text;
}

type Head = { name?: Element; time?: Element };

/** The first elements of a text, as long as nothing but signs stands before them. */
function headOf(text: Element): Head {
  const head: Head = {};
  for (const element of childrenOf(text)) {
    const words = (element.textContent ?? '').trim();
    if (words === '' || !isFirst(element, head)) return head;
    if (isStamp(words.replace(/^\[|\]$/g, '')) && !head.time) head.time = element;
    else if (isNameLike(nameIn(words)) && !words.startsWith('@')) return { ...head, name: element };
    else return head;
  }
  return head;
}

/** Before it stand signs, or the time, alone. */
function isFirst(element: Element, { time }: Head): boolean {
  for (let at = element.previousSibling; at && at !== time; at = at.previousSibling)
    if (at.nodeType === 3 && !SIGNS.test(at.nodeValue ?? '')) return false;
  return true;
}
