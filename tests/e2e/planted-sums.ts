import { isDeepStrictEqual } from 'node:util';
import type { DayRow } from '../../lib/tally/rows.ts';

type Counts = Record<string, unknown>;

/** The sums of the tally in the shape of the planted ones, without cells of nothing. */
export function sumsOf(days: readonly DayRow[]): Map<string, Counts> {
  return new Map(
    days
      .filter(({ messages }) => messages > 0)
      .map((row) => [
        `${row.day}|${row.chat}`,
        {
          messages: row.messages,
          notices: row.notices,
          copies: row.copies,
          copyCharacters: row.copyChars,
          copyMedia: row.copyMedia,
          replies: row.replies,
          demands: withoutZeros(row.demands),
        },
      ]),
  );
}

/** Cells that are not as planted, with both. */
export function differing(sums: Map<string, Counts>, planted: Map<string, object>): unknown[] {
  const cells = [...new Set([...sums.keys(), ...planted.keys()])];
  return cells.flatMap((cell) => {
    const [counted, expected] = [sums.get(cell), planted.get(cell)];
    return isDeepStrictEqual(counted, expected) ? [] : [{ cell, counted, expected }];
  });
}

function withoutZeros(counts: Partial<Record<string, number>>): Record<string, number> {
  const entries = Object.entries(counts).filter((entry): entry is [string, number] => !!entry[1]);
  return Object.fromEntries(entries);
}
