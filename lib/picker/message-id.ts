import type { Part } from '../sites/picked-definition';
import { areDurable } from '../sites/picked-id';
import { chainUpTo, parentOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import type { FoundRow } from './rows-at';

/** Fewest messages that must show that no two have the same. */
const ENOUGH = 3;

/**
 * The attribute that holds a message's id: on the row or between it and the words, another one in each, and made by
 * a server. Numbers that count rows or elements of the page say nothing tomorrow.
 */
export function messageIdOf(rows: readonly FoundRow[]): (Part & { attribute: string }) | null {
  const [first] = rows;
  if (!first || rows.length < ENOUGH) return null;
  const depth = Math.min(
    ...rows.map(({ row, text }) => chainUpTo(text, parentOf(row))?.length ?? 0),
  );
  for (let level = 0; level < depth; level++) {
    const elements = rows.map(
      ({ row, text }) => chainUpTo(text, parentOf(row))?.at(-1 - level) ?? row,
    );
    const place = commonPlace(
      rows.map(({ row }, index) => ({ from: row, to: elements[index] as Element })),
    );
    if (!place) return null;
    const names = [...(elements[0]?.attributes ?? [])].map(({ name }) => name).filter(mayHoldId);
    const attribute = names.find((name) =>
      areIds(elements.map((element) => element.getAttribute(name))),
    );
    if (attribute) return { place, attribute };
  }
  return null;
}

function mayHoldId(name: string): boolean {
  return (
    name === 'id' ||
    (/^data-.*(id|key|uuid|guid|stamp|mid|seq)$/.test(name) && !/index|pos/.test(name))
  );
}

function areIds(values: readonly (string | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && areDurable(known);
}
