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
  const room = Math.max(2, width - 1);
  let drawn = -1;
  let longestWord = 0;
  for (const word of text.split(' ')) {
    const wordWidth = widthOf(word);
    drawn += wordWidth + 1;
    longestWord = Math.max(longestWord, Math.min(wordWidth, room));
  }
  if (drawn <= room) return 1;
  // At the end of each line a word may leave its own width unused; Chinese breaks anywhere.
  const lost = /[!-~]{2}/.test(text) ? Math.min(longestWord, room / 3) : 1;
  return Math.ceil(drawn / (room - lost));
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
  return width;
}
