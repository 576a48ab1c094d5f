import { type Figures, noFigures, WIDTH } from '../tally/hand-over.ts';

/** Most bytes of a row: each figure with its gap, no whole number taking more than eight. */
const LONGEST = WIDTH * 9 + 1;

/** Used again and again, so that packing leaves nothing behind but what it returns. */
let scratch = new Uint8Array(64 * LONGEST);

/**
 * Figures as bytes: three million rows, the year of 300 people, would not fit into memory as lists of numbers. Of a
 * row, each figure that is not 0 stands with its distance from the one before, both as LEB128; a 0 ends the row.
 */
export function packFigures(rows: readonly Figures[]): Uint8Array {
  if (scratch.length < rows.length * LONGEST) scratch = new Uint8Array(rows.length * LONGEST);
  let end = 0;
  for (const figures of rows) {
    let last = -1;
    for (let at = 0; at < WIDTH; at++) {
      let rest = figures[at] ?? 0;
      if (rest === 0) continue;
      scratch[end++] = at - last;
      last = at;
      while (rest >= 0x80) {
        scratch[end++] = (rest % 0x80) | 0x80;
        rest = Math.floor(rest / 0x80);
      }
      scratch[end++] = rest;
    }
    scratch[end++] = 0;
  }
  return scratch.slice(0, end);
}

/** Calls back with the figures of each row, in order. The list is used again for the next row. */
export function unpackFigures(
  packed: Uint8Array,
  each: (figures: Figures, row: number) => void,
): void {
  const figures = noFigures();
  let at = 0;
  for (let row = 0; at < packed.length; row++) {
    figures.fill(0);
    let place = -1;
    for (let gap = packed[at++] ?? 0; gap > 0; gap = packed[at++] ?? 0) {
      place += gap;
      let byte = packed[at++] ?? 0;
      let figure = byte & 0x7f;
      for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
        byte = packed[at++] ?? 0;
        figure += (byte & 0x7f) * scale;
      }
      figures[place] = figure;
    }
    each(figures, row);
  }
}
