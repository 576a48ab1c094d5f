import type { OwnMark } from '../sites/picked-definition';
import type { Guess } from './guess';
import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import { apart, comparedWithAll, type Feature, featuresOf, saysOf } from './marks';
import type { FoundRow } from './rows-at';
import { shownName } from './shown-name';
import { sidesOf } from './sides';

/** Words with which clients name what one has written oneself. */
const OWN_WORDS = new Set(
  'own self me mine my local outgoing outbound out sent send right'.split(' '),
);

/** With these "right" says how something is set, not whose it is: "small-right-margin". */
const SPACE = new Set('margin padding border gap radius inset spacing shadow'.split(' '));

/**
 * How the user's own messages are told from others. Their side is the evidence; a mark that goes with it is what is
 * kept, for it can be read without looking at the drawing. Null where nothing tells.
 */
export function ownMark(
  { kinds, parts, transcript: root }: Pick<Guess, 'kinds' | 'parts' | 'transcript'>,
  layout: Layout,
): OwnMark | null {
  const rows = kinds.flatMap((kind) => kind.rows.map((found) => ({ kind, ...found })));
  const texts = rows.map(({ text }) => text);
  const sides = sidesOf(texts, root, layout);
  const features = apart(rows.map(({ kind, ...found }) => featuresOf(kind, found)));
  const names = rows.flatMap(({ kind, row }, index) =>
    sides[index] === 'right' ? shownName(kind, parts[kinds.indexOf(kind)], row, root) : [],
  );
  // At the side of the user's nobody else is named: what begins further in is no more than that.
  const shown = names.filter((name) => name !== '');
  const areOthers = new Set(shown).size > 1 && shown.length * 2 > names.length;
  const own = features.filter((_, index) => sides[index] === 'right' && !areOthers);
  const others = features.filter((_, index) => sides[index] === 'left');
  if (own.length > 0 && others.length > 0) {
    return agreeing(own, others) ?? splitting(own, others) ?? 'side';
  }
  const worded = byWords(features);
  if (worded) return worded;
  return others.length > 0 && own.length + others.length >= rows.length / 2 ? 'side' : null;
}

/** A mark that says "own" by its name, and of whose word the sides agree in four of five. */
function agreeing(own: readonly Feature[][], others: readonly Feature[][]): OwnMark | null {
  const has = (features: readonly Feature[], name: string) =>
    features.some((other) => other.name === name);
  const all = own.length + others.length;
  const worded = own.flat().find((feature) => {
    const right = own.filter((features) => has(features, feature.name)).length;
    const left = others.filter((features) => !has(features, feature.name)).length;
    return isOwnWord(feature) && left > 0 && right + left >= all * 0.8;
  });
  return worded?.mark ?? null;
}

/** How messages like this one, which the user says is their own, are known: by a mark that few others have, else by their side. */
export function markOf(kinds: readonly FoundKind[], own: Element): OwnMark {
  const { its, count, all } = comparedWithAll(kinds, own);
  const worded = its.find((feature) => isOwnWord(feature) && count(feature) < all);
  const rare = its.find((feature) => !feature.isState && count(feature) * 2 <= all);
  return (worded ?? rare)?.mark ?? 'side';
}

/** A mark that all of the one have and none of the others. */
function splitting(own: readonly Feature[][], others: readonly Feature[][]): OwnMark | null {
  const elsewhere = new Set(others.flatMap((features) => features.map(({ name }) => name)));
  const [first = [], ...rest] = own;
  const shared = first.filter(
    ({ name }) =>
      !elsewhere.has(name) &&
      rest.every((features) => features.some((other) => other.name === name)),
  );
  const found = shared.find(isOwnWord) ?? shared.find((feature) => !feature.isState);
  return found?.mark ?? null;
}

/** Where all stand at one side: a mark of some rows whose name says that they are one's own. */
function byWords(features: readonly Feature[][]): OwnMark | null {
  const counts = new Map<string, { feature: Feature; count: number }>();
  for (const feature of features.flat()) {
    if (!isOwnWord(feature)) continue;
    const known = counts.get(feature.name);
    counts.set(feature.name, { feature, count: (known?.count ?? 0) + 1 });
  }
  const found = [...counts.values()].find(({ count }) => count < features.length);
  return found?.feature.mark ?? null;
}

/** Something in it, or around it, is called one's own. */
export function hasOwnWord(kind: FoundKind, found: FoundRow): boolean {
  return featuresOf(kind, found).some(isOwnWord);
}

function isOwnWord(feature: Feature): boolean {
  return saysOf(
    feature,
    (words) =>
      (words.some((word) => OWN_WORDS.has(word)) && !words.some((word) => SPACE.has(word))) ||
      isOfUser(words),
  );
}

/** "by-current-user" */
function isOfUser(words: readonly string[]): boolean {
  return words.includes('current') && words.includes('user');
}
