/** Cells that a picture is seen as: each row has eight neighbours, which make 64 bits. */
const COLUMNS = 9;
const ROWS = 8;

/** Grey levels by which neighbours differ at least: less is noise of compression, or paper. */
const STEP = 2;
/** Neighbours that differ at least in a picture that shows anything; a white sheet looks like every other. */
const SHOWS = 6;

/**
 * The difference hash of a picture (dHash, N. Krawetz 2013) as 16 hexadecimal digits: a bit says that a cell is
 * brighter than the next one to its right. Scaling and compression move few bits. Null when it shows next to nothing.
 * `pixels`: red, green, blue and alpha by row.
 */
export function differenceHash(
  pixels: ArrayLike<number>,
  width: number,
  height: number,
): string | null {
  let digits = '';
  let shown = 0;
  for (let row = 0; row < ROWS; row++) {
    let bits = 0;
    for (let column = 0; column < COLUMNS - 1; column++) {
      const [left, right] = [column, column + 1].map((at) => grey(pixels, width, height, at, row));
      const step = (left ?? 0) - (right ?? 0);
      if (Math.abs(step) >= STEP) shown++;
      bits = bits * 2 + (step >= STEP ? 1 : 0);
    }
    digits += bits.toString(16).padStart(2, '0');
  }
  return shown < SHOWS ? null : digits;
}

/** Mean grey level of a cell. */
function grey(
  pixels: ArrayLike<number>,
  width: number,
  height: number,
  column: number,
  row: number,
): number {
  const edge = (at: number, of: number, length: number) => Math.floor((at * length) / of);
  let sum = 0;
  let count = 0;
  for (let y = edge(row, ROWS, height); y < edge(row + 1, ROWS, height); y++) {
    for (let x = edge(column, COLUMNS, width); x < edge(column + 1, COLUMNS, width); x++) {
      const at = 4 * (y * width + x);
      // Weights of ITU-R BT.601.
      sum +=
        0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
      count++;
    }
  }
  return sum / count;
}
