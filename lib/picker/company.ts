import { partOf } from '../sites/picked-place';
import { chainUpTo, parentOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import type { Layout } from './layout';
import { sampled } from './leaves';
import { type Look, looksIn } from './looks';
import type { Parted } from './rare-kinds';
import type { FoundRow } from './rows-at';

/** Messages that are compared with. */
const COMPARED = 20;
/** One in so many messages, at least, is of the side that is seldomer. */
const SIDE = 4;
/** Messages of other kinds by which it is known how words are drawn. */
const SEVERAL = 2;

/** What stands in most messages beside their words, and therefore is not what a rarer one says. */
export type Company = {
  /** The letters that stand for a face, a tick, a role. */
  isCompany(row: Element, element: Element): boolean;
  /** Words in the line of the name, where other messages have none: they say that somebody came or went. */
  isHeading(found: FoundRow): boolean;
};

export function companyOf(
  found: readonly [Parted, ...Parted[]],
  root: Element,
  layout: Layout,
): Company {
  const [{ kind, parts }] = found;
  const others = kind.rows.slice(-COMPARED);
  const words = found.map(({ kind: { rows } }) => ({
    inKind: new Set(rows.map(({ row }) => row)),
    looks: sampled(rows).flatMap(({ text }) => looksIn(text, layout)),
  }));

  /** Where others have their name a message without one may have its words: they are drawn as words are, and not as names. */
  function isDrawnAsWords(row: Element, element: Element, there: readonly Element[]): boolean {
    const looks = looksIn(element, layout);
    const elsewhere = words.flatMap(({ inKind, looks }) => (inKind.has(row) ? [] : looks));
    const beside = there.flatMap((other) => looksIn(other, layout));
    // One's own are set as others' are, in another colour.
    return (['drawn', 'set'] as const).some((how) => {
      const areAlike = (one: Look | undefined, other: Look) => one?.[how] === other[how];
      return (
        elsewhere.filter((other) => areAlike(looks[0], other)).length >= SEVERAL &&
        // A name among them: "王强 joined" in the line of the name.
        !looks.some((look) => beside.some((other) => areAlike(look, other)))
      );
    });
  }

  /** At the same place in half of the others something stands apart from the words, and is such. */
  function isInHalf(
    row: Element,
    element: Element,
    isSuch: (there: Element, other: FoundRow) => boolean,
  ): boolean {
    const place = element === row ? null : commonPlace([{ from: row, to: element }]);
    if (!place) return false;
    const there = others.flatMap((other) => {
      const at = partOf({ place }, other.row, root);
      return at ? [{ at, other }] : [];
    });
    const beside = there.filter(({ at, other }) => !overlap(at, other.text) && isSuch(at, other));
    // Where one's own messages are built unlike those of others they have places of their own.
    const all = there.length * SIDE >= others.length ? there.length : others.length;
    if (beside.length === 0 || beside.length * 2 < all) return false;
    return !isDrawnAsWords(
      row,
      element,
      beside.map(({ at }) => at),
    );
  }

  return {
    isCompany: (row, element) =>
      isInHalf(
        row,
        element,
        (there) => hasPicture(there) || (there.textContent ?? '').trim() !== '',
      ) ||
      // Who has no face is drawn with letters.
      isInHalf(row, parentOf(element) ?? row, hasPicture),
    isHeading: ({ row, text }) =>
      // However deep in that line they stand: "joined #general" is drawn with a sign and a link.
      (chainUpTo(text, row) ?? []).some((at) =>
        isInHalf(row, parentOf(at) ?? row, (there, other) =>
          there.contains((parts.sender && partOf(parts.sender, other.row, root)) ?? null),
        ),
      ),
  };
}

/** One holds the other, or is it. */
export function overlap(text: Element, name: Element | null): boolean {
  return name !== null && (text.contains(name) || name.contains(text));
}

function hasPicture(element: Element): boolean {
  return element.querySelector('img') !== null;
}
