import type { Cell } from './csv.ts';

/**
 * What a column holds. `date` cells are days "YYYY-MM-DD"; `percent` cells are shares, 0.25 for 25 %;
 * `decimal` cells are rounded to one place by whoever builds the sheet. Any cell may be null: not known.
 */
export type ColumnType = 'text' | 'whole' | 'decimal' | 'percent' | 'date';

/** `width` in characters of a spreadsheet; a Chinese character takes two. */
export type Column = { head: string; type: ColumnType; width: number };

/** One table of the hand-over, the same for every format. `notes` stand below the rows. */
export type Sheet = {
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  notes: readonly string[];
};

/** Heads, rows, an empty line, notes: a sheet as a plain table. */
export function plainTable({ columns, rows, notes }: Sheet): Cell[][] {
  const heads = columns.map(({ head }) => head);
  const below = notes.length > 0 ? [[], ...notes.map((note) => [note])] : [];
  return [heads, ...rows.map((row) => [...row]), ...below];
}

/** Rounded to one decimal place, as `decimal` cells are. */
export function toOnePlace(value: number): number {
  return Math.round(value * 10) / 10;
}
