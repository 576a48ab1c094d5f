import type { Part } from '../sites/picked-definition';
import { isOfFile } from '../sites/picked-file';
import { nameIn } from '../sites/picked-name';
import { fits, partOf } from '../sites/picked-place';
import { BESIDE } from '../sites/picked-sender';
import { chainUpTo } from '../sites/picked-tree';
import { commonPlace, commonStep } from './common-place';
import { type Company, companyOf, overlap } from './company';
import { type FoundKind, textKinds } from './kinds';
import type { Layout } from './layout';
import { type Leaf, sampled } from './leaves';
import { looksIn } from './looks';
import { atNamedWords, isCalledWords } from './named-words';
import { isOfPage, isRare } from './page-lines';
import type { FoundParts } from './parts';
import type { FoundRow } from './rows-at';

export type Parted = { kind: FoundKind; parts: FoundParts };

/** Of a name that are drawn in the place of a face. */
const LETTERS = 3;

/**
 * Puts right the kinds after the first by what the kinds before them show. Of a message with a picture or a file alone
 * the guess sees few: it would take the sender for the words, or the name of the file for the sender. What cannot be
 * told is left out, to be unread rather than wrong.
 * @param partsFor finds the parts of a kind whose words are elsewhere
 */
export function settled(
  found: readonly Parted[],
  root: Element,
  leaves: readonly Leaf[],
  layout: Layout,
  partsFor: (kind: FoundKind) => FoundParts,
): Parted[] {
  // Of the kinds that were found in one go, those with the same rows.
  const first = mostOf(found.filter(({ kind }) => kind.place === found[0]?.kind.place));
  if (!first) return [];
  const later = found.filter((each) => each !== first);
  const inRow = leavesByRow(found, leaves);
  const all = found.reduce((sum, { kind }) => sum + kind.rows.length, 0);
  const { isCompany, isHeading } = companyOf([first, ...later], root, layout);
  const around = { root, layout, inRow, all, isCompany, first: first.kind, partsFor };
  const done = [first];
  const settledOf = (next: Parted): Parted[] => {
    if (isRare(next.kind, all) && isOfPage(next, first, root, layout)) return [];
    const names = namesOf(done, root, layout);
    if (names.elements.length === 0) return [next];
    return withoutNames(next, names, around)
      .flatMap((each) => settle(each, names, around))
      .filter(({ kind }) => !kind.rows.every(isHeading));
  };
  // The order stays: of two places of words the later one is looked at first.
  const inOrder = found.flatMap((each) => {
    if (each === first) return [first];
    const sure = atNamedWords(each, first.kind, inRow, partsFor).flatMap(settledOf);
    done.push(...sure);
    return sure;
  });
  return inOrder;
}

/** The kind of which there are most; of equals the first. */
function mostOf(found: readonly Parted[]): Parted | undefined {
  const most = Math.max(...found.map(({ kind }) => kind.rows.length));
  return found.find(({ kind }) => kind.rows.length === most);
}

type Surroundings = {
  root: Element;
  layout: Layout;
  inRow: ReadonlyMap<Element, Leaf[]>;
  all: number;
  /** The same stands beside the words of other messages. */
  isCompany: Company['isCompany'];
  /** The kind of which there are most. */
  first: FoundKind;
  partsFor: (kind: FoundKind) => FoundParts;
};

/** Where names were found: their places, elements and words. */
type Names = {
  parts: Part[];
  elements: Element[];
  words: Set<string>;
  /** How they are set; none where nothing is drawn. */
  sets: Set<string>;
};

function leavesByRow(found: readonly Parted[], leaves: readonly Leaf[]): Map<Element, Leaf[]> {
  const byRow = new Map<Element, Leaf[]>();
  for (const { kind } of found) for (const { row } of kind.rows) byRow.set(row, []);
  for (const leaf of found.length > 1 ? leaves : []) {
    for (const element of leaf.chain) byRow.get(element)?.push(leaf);
  }
  return byRow;
}

function namesOf(done: readonly Parted[], root: Element, layout: Layout): Names {
  const names: Names = { parts: [], elements: [], words: new Set(), sets: new Set() };
  for (const { kind, parts } of done) {
    const { sender } = parts;
    if (!sender || sender.attribute || sender.up) continue;
    names.parts.push(sender);
    for (const { row } of kind.rows) {
      const element = partOf(sender, row, root);
      if (!element) continue;
      names.elements.push(element);
      names.words.add(nameIn(element.textContent ?? ''));
    }
  }
  for (const element of sampled(names.elements)) {
    for (const { set } of looksIn(element, layout)) names.sets.add(set);
  }
  return names;
}

function isSetAsName(element: Element, { sets }: Names, layout: Layout): boolean {
  return sets.size === 0 || sets.has(looksIn(element, layout)[0]?.set ?? '');
}

/** Where some show a name, and others without one their words, at the same place: those are two kinds. */
function withoutNames(next: Parted, names: Names, { layout, partsFor }: Surroundings): Parted[] {
  const isName = ({ text }: FoundRow) =>
    names.words.has(nameIn(text.textContent ?? '')) && isSetAsName(text, names, layout);
  const { place, rows } = next.kind;
  const named = rows.filter(isName);
  if (named.length === 0 || named.length === rows.length) return [next];
  return [rows.filter((row) => !named.includes(row)), named]
    .flatMap((some) => textKinds(place, some))
    .map((kind) => ({ kind, parts: partsFor(kind) }));
}

function settle(next: Parted, names: Names, around: Surroundings): Parted[] {
  const { kind, parts } = next;
  const named = kind.rows.map(({ row }) => nameElement(row, names, around));
  const proven = named.filter((element) => element !== null).length;
  if (proven < kind.rows.length * 0.8) {
    // What stands beside the words of the others is not what these say: one's own name, which no other message shows.
    if (kind.rows.every(({ row, text }) => around.isCompany(row, text)))
      return reaimed(kind, named, around).map((each) => ({
        kind: each,
        parts: around.partsFor(each),
      }));
    return isDoubtful(next, names, around) ? [] : [next];
  }
  const isClear = kind.rows.every(
    ({ row, text }, index) =>
      !overlap(text, named[index] ?? null) &&
      !areLettersOf(text.textContent, named[index]) &&
      !around.isCompany(row, text),
  );
  // A size alone is half of what a card of a file says.
  const isFile = kind.rows.every(({ text }) => isOfFile((text.textContent ?? '').trim()));
  const shared = sharedPart(kind, named, names, around.root);
  // Of a card one line is no more the words than another: all of them are.
  const isWhole = isClear && !isFile;
  const isNamed = isClear && kind.rows.every(({ text }) => isCalledWords(around.first, text));
  const aimed =
    isNamed || (isWhole && !isRare(kind, around.all)) ? [] : reaimed(kind, named, around);
  if (aimed.length === 0) {
    if (!isWhole) return [];
    if (parts.sender) return [{ kind, parts: { ...parts, sender: shared ?? parts.sender } }];
  }
  const share = proven / kind.rows.length;
  return (aimed.length > 0 ? aimed : [kind]).flatMap((each) => {
    const sender = shared ?? placeOfNames(each, kind, named);
    return sender
      ? [{ kind: each, parts: { ...around.partsFor(each), sender, hasName: share } }]
      : [];
  });
}

/** Where the names stand in some of the rows. */
function placeOfNames(
  some: FoundKind,
  { rows }: FoundKind,
  named: readonly (Element | null)[],
): Part | null {
  const kept = new Set(some.rows.map(({ row }) => row));
  const pairs = rows.flatMap(({ row }, index) => {
    const to = named[index];
    return to && kept.has(row) ? [{ from: row, to }] : [];
  });
  const place = commonPlace(pairs);
  return place && { place };
}

/** Where the other kinds have their names, if these are there, too: of few rows it cannot be seen which class is a person's own. */
function sharedPart(
  { rows }: FoundKind,
  named: readonly (Element | null)[],
  { parts }: Names,
  root: Element,
): Part | undefined {
  return parts.find((part) =>
    rows.every(({ row }, index) => !named[index] || partOf(part, row, root) === named[index]),
  );
}

/** The element that names who speaks: at the place of the other kinds, built like theirs, or with a name that is known. */
function nameElement(
  row: Element,
  names: Names,
  { root, layout, inRow }: Surroundings,
): Element | null {
  for (const part of names.parts) {
    const element = partOf(part, row, root);
    const words = nameIn(element?.textContent ?? '');
    // Without a name the words of a run move to its place.
    if (element && words !== '' && !isOfFile(words) && isSetAsName(element, names, layout))
      return element;
  }
  const step = commonStep(names.elements);
  const leaves = (inRow.get(row) ?? []).filter(({ is }) => is === 'text');
  if (step?.classes || step?.attributes) {
    for (const { chain, element } of leaves) {
      const below = chain.slice(chain.indexOf(row) + 1, chain.indexOf(element) + 1);
      const like = below.find((at) => fits(at, step));
      if (like) return like;
    }
  }
  return leaves.find(({ text }) => names.words.has(nameIn(text)))?.element ?? null;
}

/** The words, or the pictures, that are neither the name nor a time nor a button; a kind for each place where they stand. */
function reaimed(
  kind: FoundKind,
  named: readonly (Element | null)[],
  { root, inRow, isCompany }: Surroundings,
): FoundKind[] {
  const avatars = new Set(kind.rows.map(({ row }) => firstPicture(inRow.get(row) ?? [])));
  const rows = kind.rows.flatMap(({ row }, index): FoundRow[] => {
    const name = named[index] ?? null;
    const rest = (inRow.get(row) ?? []).filter(
      ({ element, isControl, text }) =>
        !isControl &&
        !BESIDE.test(text) &&
        !areLettersOf(text, name) &&
        !overlap(element, name) &&
        !isCompany(row, element),
    );
    const words = rest.filter(({ is }) => is === 'text');
    const pictures = rest.filter((leaf) => leaf.is === 'picture' && !avatars.has(leaf.element));
    const text = around(row, words.length > 0 ? words : pictures);
    return text && text !== row && !overlap(text, name) ? [{ row, text }] : [];
  });
  const isHere = rows.length > 0 && rows.every(({ row }) => chainUpTo(row, root));
  return isHere ? textKinds(kind.place, rows) : [];
}

/** Who has no picture is drawn with letters of the name. */
function areLettersOf(words: string | null, name: Element | null | undefined): boolean {
  const text = (words ?? '').trim();
  const whole = nameIn(name?.textContent ?? '');
  return (
    text !== '' && text.length <= LETTERS && text.length < whole.length && whole.includes(text)
  );
}

/** A face stands before everything else of a message. */
function firstPicture(leaves: readonly Leaf[]): Element | null {
  const [first] = leaves;
  return first?.is === 'picture' ? first.element : null;
}

/** The smallest element that holds all of these, below the row. */
function around(row: Element, leaves: readonly Leaf[]): Element | null {
  const chains = leaves.map(({ chain }) => chain.slice(chain.indexOf(row)));
  const [first, ...rest] = chains;
  return first?.findLast((element) => rest.every((chain) => chain.includes(element))) ?? null;
}

/** Names were looked for and something was found that is nobody's in the many other messages. */
function isDoubtful({ kind, parts }: Parted, names: Names, around: Surroundings): boolean {
  if (!isRare(kind, around.all) || !parts.sender) return false;
  const words = partWords(parts.sender, kind, around.root);
  return words !== '' && !names.words.has(words);
}

function partWords(part: Part | undefined, { rows }: FoundKind, root: Element): string {
  const [first] = rows;
  const element = part && first && partOf(part, first.row, root);
  if (!element) return '';
  const words = part.attribute ? element.getAttribute(part.attribute) : element.textContent;
  return nameIn(words ?? '');
}
