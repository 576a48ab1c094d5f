import { neutralise } from './csv.ts';

/** A table as text for the clipboard: cells parted by tabs, lines by LF. No cell can break its line or run as a formula. */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => neutralise(text.replace(/[\t\r\n\u2028\u2029]+/g, ' '));
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
