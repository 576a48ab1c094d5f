/** Points of a line of Chinese at 10 points, in whichever font the reader has, and what stands above and below. */
const LINE = 15;
const PADDING = 2;

/** Excel takes no row that is higher. */
const HIGHEST = 409;

/** From here on a character is drawn about as wide as two digits: Chinese, its marks, emoji. */
const FIRST_WIDE = 0x2010;

/** One cell and the room that it has: `width` in characters of a spreadsheet. */
export type WrappedCell = { text: string; width: number };

/**
 * How high a row must be so that all of its wrapped text is seen, in points; undefined for a row of single lines, whose
 * height is the reader's own. LibreOffice makes no row of ours higher by itself, and Excel none with merged cells.
 */
export function heightOf(cells: readonly WrappedCell[]): number | undefined {
  const lines = cells.reduce((most, cell) => Math.max(most, linesOf(cell)), 1);
  return lines === 1 ? undefined : Math.min(lines * LINE + PADDING, HIGHEST);
}

/** Rather one line too many than one that is cut off: words are not broken and fonts differ. */
function linesOf({ text, width }: WrappedCell): number {
  const drawn = widthOf(text);
  if (drawn <= width) return 1;
  // What a line may leave unused at its end: Chinese breaks anywhere, words do not.
  const words = text.match(/[!-~]+/g) ?? [];
  const longestWord = Math.max(1, ...words.map((word) => word.length));
  return Math.ceil(drawn / (width - Math.min(longestWord, width / 3)));
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
  return width;
}
