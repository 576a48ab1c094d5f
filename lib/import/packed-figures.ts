import { type Figures, WIDTH } from '../tally/hand-over.ts';

/**
 * Figures as bytes, most of them one byte each (LEB128): three million rows, 300 people's year, would not fit into
 * memory as lists of numbers.
 */
export function packFigures(rows: readonly Figures[]): Uint8Array {
  let bytes = new Uint8Array(rows.length * WIDTH * 2);
  let end = 0;
  for (const figures of rows) {
    // No whole number of JavaScript takes more than eight bytes.
    if (end + WIDTH * 8 > bytes.length) bytes = grown(bytes, end + WIDTH * 8);
    for (const figure of figures) {
      let rest = figure;
      while (rest >= 0x80) {
        bytes[end++] = (rest % 0x80) | 0x80;
        rest = Math.floor(rest / 0x80);
      }
      bytes[end++] = rest;
    }
  }
  return bytes.slice(0, end);
}

/** Calls back with the figures of each row, in order. The list is used again for the next row. */
export function unpackFigures(
  packed: Uint8Array,
  each: (figures: Figures, row: number) => void,
): void {
  const figures: Figures = new Array<number>(WIDTH).fill(0);
  let at = 0;
  for (let row = 0; at < packed.length; row++) {
    for (let place = 0; place < WIDTH; place++) {
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

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
