import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { factsOf, render } from './notices.ts';
import type { Fact, Piece } from './types.ts';

/** How many draws may give a value that the family has had before. */
const TRIES = 30;

/** How often each kind of fact is the one that changes. */
export const CHANGE_WEIGHTS: readonly { kind: FactKind; weight: number }[] = [
  { kind: 'date', weight: 20 },
  { kind: 'time', weight: 15 },
  { kind: 'place', weight: 11 },
  { kind: 'number', weight: 11 },
  { kind: 'contact', weight: 11 },
  { kind: 'title', weight: 6 },
  { kind: 'audience', weight: 8 },
  { kind: 'file', weight: 7 },
  { kind: 'link', weight: 5 },
  { kind: 'wording', weight: 6 },
];

/** Values that the versions of one family have stated, as "slot=value". */
export type StatedValues = Set<string>;

/** The values that a notice states. */
export function statedValues(pieces: readonly Piece[]): StatedValues {
  return new Set([...factsOf(pieces).values()].map(stated));
}

/**
 * The same notice with one fact of this kind changed to a value that it never had,
 * or null where the notice states no such fact.
 */
export function changeOne(
  pieces: readonly Piece[],
  kind: FactKind,
  past: StatedValues,
  now: number,
  random: Random,
): Piece[] | null {
  const slots = [...factsOf(pieces).values()].filter((fact) => fact.kind === kind);
  if (slots.length === 0) return null;
  const old = random.pick(slots);
  const changed = redraw(old, past, now);
  if (!changed) return null;
  const next = pieces.map((piece) => (isSlot(piece, old.slot) ? changed : piece));
  return render(next) === render(pieces) ? null : next;
}

function redraw(old: Fact, past: StatedValues, now: number): Fact | null {
  for (let tries = 0; tries < TRIES; tries++) {
    const drawn = old.redraw(now);
    // To say more or less of the same place is no change.
    const samePlace =
      old.kind === 'place' && (old.text.includes(drawn.text) || drawn.text.includes(old.text));
    if (!past.has(stated(drawn)) && drawn.text !== old.text && !samePlace) return drawn;
  }
  return null;
}

function isSlot(piece: Piece, slot: string): boolean {
  return typeof piece !== 'string' && piece.slot === slot;
}

function stated(fact: Fact): string {
  return `${fact.slot}=${fact.value}`;
}
