import { sheetsOf } from '../../lib/export/sheets';
import { makeYear } from '../tally/year/year';
import { ALL, dayRow, HOSTILE, noteOf, OPEN, sourceOf, sourceOfTally } from './hand-over';

export const FROM = '2026-10-01';
export const TO = '2026-10-15';
export const HEAD = { from: FROM, to: TO, redaction: OPEN, created: 0 };

/** The three sheets with harmful text wherever a text may stand. */
export function hostileSheets() {
  const rows = HOSTILE.map((chat) =>
    dayRow('2026-10-12', chat, { messages: 1, demands: { photo: 1 } }),
  );
  const notes = HOSTILE.map((chat) => noteOf(chat, { owner: chat, purpose: chat, note: chat }));
  return sheetsOf(sourceOf(FROM, TO, rows, { notes }), ALL, OPEN);
}

/** The three sheets of a generated tally. */
export function yearSheets() {
  const size = { seed: 5, groups: 40, days: 120, messages: 8_000, lastDay: TO };
  return sheetsOf(sourceOfTally(makeYear(size), FROM, TO), ALL, OPEN);
}

/** Rows of cells without the nothing at their ends, nothing and "" being the same in a workbook. */
export function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map((row) => {
    const cells = row.map((cell) => (cell === '' ? null : cell));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
}
