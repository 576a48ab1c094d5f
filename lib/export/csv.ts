/** A cell: text, a number, or nothing. */
export type Cell = string | number | null;

/** Without it Excel reads UTF-8 as the system's code page and garbles Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV text: UTF-8 with byte order mark, RFC 4180 quoting, lines ended by CRLF.
 * Text that a spreadsheet would run as a formula is led by an apostrophe; numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map(cellText).join(','));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return quote(neutralise(cell));
}

/** Text that a spreadsheet does not run. What begins, after white space or nothing, like a formula is led by an apostrophe; full-width signs count, because Excel takes them for half-width ones. */
export function neutralise(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
