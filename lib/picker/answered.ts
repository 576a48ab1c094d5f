import { pickedSite } from '../sites/picked';
import type { Part, PickedDefinition, RowKind, Step } from '../sites/picked-definition';
import { nameIn } from '../sites/picked-name';
import { partOf } from '../sites/picked-place';
import { worded } from '../sites/picked-row';
import { wordsIn } from '../sites/picked-text';
import { descendantsOf } from '../sites/picked-tree';
import { placeOfMost } from './common-place';
import { isBare } from './leaves';
import { isNameLike } from './sentences';

/** Shorter words than these, characters, may be said again by chance. */
const TELLING = 6;
/** Of a long transcript so many rows at its end are looked at, and of each so many elements. */
const LOOKED_AT = 400;
const ELEMENTS = 40;
/** Of what stands at the place so much, at least, was said before; some is above what the page holds. */
const PROVEN = 0.5;
/** As much where nothing but its tag tells the place. */
const PROVEN_BARE = 0.6;

/**
 * Where messages show what they answer, among their words: a box of its own that says what somebody said before, in full or
 * cut short, with or without the name. One for each kind of the definition that shows one.
 * @param read the rows of the definition, in reading order
 */
export function answeredIn(
  definition: PickedDefinition,
  read: readonly HTMLElement[],
  transcript: Element,
): Map<RowKind, Part> {
  const rows = quotingRows(definition, read.slice(-LOOKED_AT), transcript);
  const places = new Map<RowKind, Part>();
  for (const kind of definition.kinds) {
    const alike = rows.filter((each) => each.kind === kind);
    const quotes = alike.flatMap(({ row, quote }) => (quote ? [{ from: row, to: quote }] : []));
    const place = quotes.length > 0 ? placeOfMost(quotes) : null;
    if (!place) continue;
    const shown = alike.filter(({ row }) => partOf({ place }, row, transcript) !== null);
    if (quotes.length >= shown.length * (isBareStep(place.at(-1)) ? PROVEN_BARE : PROVEN))
      places.set(kind, { place });
  }
  // What the other side's answer may be above what the page holds: it is called as it is here.
  const named = [...places.values()].find(({ place }) => !isBareStep(place.at(-1)));
  if (!named) return places;
  for (const kind of definition.kinds) if (!places.has(kind)) places.set(kind, named);
  return places;
}

type Quoting = { kind: RowKind; row: Element; quote: Element | null };

function quotingRows(
  definition: PickedDefinition,
  rows: readonly HTMLElement[],
  transcript: Element,
): Quoting[] {
  const site = pickedSite(definition);
  const before = new Said();
  return rows.flatMap((row) => {
    const found = worded(definition, row, transcript);
    if (!found) return [];
    const name = found.kind.sender && partOf(found.kind.sender, row, transcript);
    const quote = quoteIn(found.text, before, name ?? null);
    if (name) before.addName(name);
    const message = site.read(row);
    if (message) before.add(message.sender, message.text);
    return [{ kind: found.kind, row, quote }];
  });
}

function isBareStep(step: Step | undefined): boolean {
  return !step?.classes && !step?.attributes;
}

/**
 * The largest box in the words that says what was said before, and no more, or begins with a name that is built as those of
 * who speaks.
 */
function quoteIn(text: Element, before: Said, name: Element | null): Element | null {
  const quote = boxesIn(text).find(({ box, words, rest }) => {
    if (name && box.contains(name)) return false;
    // Who says it again to somebody says it: "@李娟" is no answer.
    return before.isSigned(box) || (!before.isMention(rest) && before.holds(words));
  });
  return quote?.box ?? null;
}

type Box = { box: Element; words: string; rest: string };

/** The boxes that hold some of the words, the outer before the inner: what each says, and what is said without it. */
export function boxesIn(text: Element): Box[] {
  const boxes = descendantsOf(text, ELEMENTS).filter(isBox);
  if (boxes.length === 0) return [];
  const all = squeezed(text);
  return boxes
    .map((box) => ({ box, words: squeezed(box) }))
    .filter(({ words }) => isSome(words, all))
    .map(({ box, words }) => ({ box, words, rest: all.replace(words, '') }));
}

/** A box of its own that holds some of the words, and not all. */
export function isBoxIn(text: Element, element: Element): boolean {
  return isBox(element) && isSome(squeezed(element), squeezed(text));
}

/** A word or two of what is said: a mention, something in bold. */
const INLINE = new Set('a b i em strong u s code mark small label time button'.split(' '));

function isBox(element: Element): boolean {
  const { localName, childElementCount } = element;
  const isWord = localName === 'span' || (childElementCount === 0 && INLINE.has(localName));
  return !isWord && !isBare(element);
}

function isSome(words: string, all: string): boolean {
  return words !== '' && words.length < all.length;
}

function squeezed(element: Element): string {
  return plain(wordsIn(element, new Set()));
}

function builtAs({ localName, classList }: Element): string {
  return [localName, ...[...classList].sort()].join('.');
}

function plain(words: string): string {
  return words.replace(/\s+/g, '');
}

/** What was said so far, and by whom. */
class Said {
  readonly #words = new Set<string>();
  readonly #names = new Set<string>();
  /** Classes of the elements of names. */
  readonly #built = new Set<string>();

  add(sender: string, text: string): void {
    this.#words.add(plain(text));
    if (sender !== '') this.#names.add(plain(sender));
  }

  addName(element: Element): void {
    this.#built.add(builtAs(element));
  }

  /** First in it stands a name, in an element like those of names, and then something else. */
  isSigned(box: Element): boolean {
    const first = descendantsOf(box, ELEMENTS).find(
      (each) => each.childElementCount === 0 && squeezed(each) !== '',
    );
    if (!first || first.classList.length === 0 || !this.#built.has(builtAs(first))) return false;
    return isNameLike(nameIn(first.textContent ?? '')) && squeezed(box) !== squeezed(first);
  }

  isMention(words: string): boolean {
    return (
      /^[@＠]/.test(words) && (this.#names.has(words.slice(1)) || /^.(所有人|all)$/i.test(words))
    );
  }

  holds(words: string): boolean {
    const named = [...this.#names].filter((name) => words.startsWith(name));
    return [words, ...named.map((name) => words.slice(name.length).replace(/^[:：]/, ''))].some(
      (each) => this.#holdsAll(each) || this.#holdsStart(each),
    );
  }

  #holdsAll(words: string): boolean {
    return words.length >= TELLING && this.#words.has(words);
  }

  /** "明天上午九点开会…" */
  #holdsStart(words: string): boolean {
    const start = words.replace(/(…|\.{3})$/, '');
    if (start === words || start.length < TELLING) return false;
    return [...this.#words].some((each) => each.startsWith(start));
  }
}
