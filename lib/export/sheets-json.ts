import type { Day } from '../tally/rows.ts';
import type { Cell } from './csv.ts';
import type { Redaction } from './redaction.ts';
import type { Sheet } from './sheet.ts';

const FORMAT = 'fingerlight-sheets';
const VERSION = 1;

/** Where sheets come from. `created`: Unix ms. */
export type SheetsHead = { from: Day; to: Day; redaction: Redaction; created: number };

/** The sheets as JSON text, each row an object by the heads of its columns, one row a line. No backup and no tally: nothing reads it back. */
export function sheetsJson(sheets: readonly Sheet[], head: SheetsHead): string {
  const { created, ...rest } = head;
  const about = {
    format: FORMAT,
    version: VERSION,
    created: new Date(created).toISOString(),
    ...rest,
  };
  return `${JSON.stringify(about).slice(0, -1)},\n"sheets":[${sheets.map(sheetJson).join(',\n')}]}\n`;
}

function sheetJson({ name, columns, rows, notes }: Sheet): string {
  const about = { name, columns: columns.map(({ head, type }) => ({ head, type })), notes };
  const heads = columns.map(({ head }) => head);
  const lines = rows.map((row) => JSON.stringify(rowObject(heads, row)));
  return `${JSON.stringify(about).slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}`;
}

function rowObject(heads: readonly string[], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null]));
}
