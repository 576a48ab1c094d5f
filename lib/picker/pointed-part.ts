import type { Part } from '../sites/picked-definition';
import { partOf } from '../sites/picked-place';
import { nameAt } from '../sites/picked-sender';
import { chainUpTo, parentOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import { type Guess, guessWith, rowAround } from './guess';
import { loosened } from './loosened';

/** Sender or time, in every row where it stands at the same place. */
export function withPart(
  guess: Guess,
  what: 'sender' | 'time',
  row: Element,
  element: Element,
): Guess | null {
  const exact = partTo(element, row, guess.transcript);
  if (!exact) return null;
  const all = guess.kinds.flatMap((kind) => kind.rows.map((found) => found.row));
  const part = loosened(exact, row, all, guess.transcript);
  if (what === 'sender' && !isNameRead(guess, row, part)) return null;
  const parts = guess.parts.map((known, index) => {
    const rows = guess.kinds[index]?.rows ?? [];
    const fitting = rows.filter((found) => partOf(part, found.row, guess.transcript));
    const isHere = rows.some((found) => found.row === row);
    if (!isHere && fitting.length === 0) return known;
    const share = fitting.length / Math.max(1, rows.length);
    return {
      ...known,
      [what]: part,
      ...(what === 'sender' ? { hasName: share } : { hasTime: share }),
    };
  });
  return { ...guess, parts };
}

/** What was pointed at is all that is read as the words of its message. */
export function isWords({ kinds }: Guess, row: Element, element: Element): boolean {
  const text = kinds.flatMap(({ rows }) => rows).find((found) => found.row === row)?.text;
  return text !== undefined && (element === text || element.contains(text));
}

/** Names were taken for the words: what was said stands elsewhere in the same rows. */
export function withName(guess: Guess, name: Element): Guess | null {
  const next = guessWith({ transcript: guess.transcript, name });
  const row = next && rowAround(next, name);
  return row ? withPart(next, 'sender', row, name) : null;
}

/** A click as on a name is one only where a name is read. */
function isNameRead(guess: Guess, row: Element, sender: Part): boolean {
  const kind = guess.kinds[kindIndex(guess, row)];
  return (
    !kind || nameAt({ row: kind.place, text: kind.text, sender }, row, guess.transcript) !== ''
  );
}

/** Which kind a row is of; -1 for one of none. */
export function kindIndex({ kinds }: Guess, row: Element): number {
  return kinds.findIndex((kind) => kind.rows.some((found) => found.row === row));
}

function partTo(element: Element, row: Element, transcript: Element): Part | null {
  let from: Element | null = row;
  for (let up = 0; from && from !== transcript && up < 12; up++, from = parentOf(from)) {
    const place = chainUpTo(element, from) ? commonPlace([{ from, to: element }]) : null;
    if (place) return { ...(up > 0 ? { up } : {}), place };
  }
  return null;
}
