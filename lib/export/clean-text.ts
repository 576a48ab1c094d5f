/** Longest text of one cell, in characters: what a reader of a form can use. */
const LONGEST = 200;

/** Control characters, the marks that turn the direction of writing, and code points that stand for nothing. */
const UNPRINTABLE =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Stands for what is no character: U+FFFD itself would be dropped on the way into a workbook. */
const UNKNOWN = '□';

/**
 * Text from a chat or a form as it may stand in a cell of any format: on one line, without control characters and
 * marks of direction, half surrogates as "□", at most `longest` characters with "…" for what is cut.
 * Everything else stays as it is: how a format keeps it from being run is that format's business.
 */
export function cleanText(text: string, longest = LONGEST): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ');
  return cut(line.replaceAll('\ufffd', UNKNOWN).replace(UNPRINTABLE, '').trim(), longest);
}

/** At most so many characters, counted as code points so that none is cut in half. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}
