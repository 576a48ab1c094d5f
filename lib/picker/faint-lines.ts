import type { FoundKind } from './kinds';
import type { Layout } from './layout';
import { sampled } from './leaves';
import { type Look, looksIn } from './looks';
import { hasOwnWord } from './own';
import type { FoundParts } from './parts';
import type { FoundRow } from './rows-at';
import { shownName } from './shown-name';
import { sideOf } from './sides';

/** So much smaller than messages are is what a client only remarks. */
const SMALLER = 0.95;
/** Named messages from which it is known how words are drawn here. */
const ENOUGH = 3;

/** Of the kind with this index, a row that nobody said. */
export type IsFaint = (index: number, found: FoundRow) => boolean;

/**
 * Tells rows that show nobody's name and whose words are all drawn smaller, slanted or in the middle, as those of named messages
 * are not: a client remarks so who came, what was changed, what was taken back. Colour says nothing: one's own messages have
 * another one, too.
 */
export function faintTest(
  kinds: readonly FoundKind[],
  parts: readonly FoundParts[],
  root: Element,
  layout: Layout,
): IsFaint {
  const isNamed = (index: number, { row }: FoundRow) =>
    shownName(kinds[index] as FoundKind, parts[index], row, root) !== '';
  const looks = kinds.flatMap((kind, index) =>
    sampled(kind.rows)
      .filter((found) => isNamed(index, found))
      .flatMap(({ text }) => looksIn(text, layout).slice(0, 1)),
  );
  if (looks.length < ENOUGH) return () => false;
  const sizes = looks.map(({ size }) => size).sort((one, other) => one - other);
  const usual = sizes[Math.floor(sizes.length / 2)] as number;
  const isUnusual = ({ size, isSlanted, isCentred }: Look) =>
    size < usual * SMALLER ||
    (isSlanted && !looks.some((look) => look.isSlanted)) ||
    (isCentred && !looks.some((look) => look.isCentred));
  return (index, found) => {
    const kind = kinds[index];
    if (!kind || isNamed(index, found)) return false;
    const drawn = looksIn(found.text, layout);
    return (
      drawn.length > 0 &&
      drawn.every(isUnusual) &&
      sideOf(found.text, root, layout) !== 'right' &&
      !hasOwnWord(kind, found)
    );
  };
}
