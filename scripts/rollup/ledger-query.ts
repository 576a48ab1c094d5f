import { readFileSync } from 'node:fs';
import { inFileOrder, type LedgerLine } from '../../lib/export/ledger-lines.ts';
import { LEDGER_FIELDS } from './tables.ts';

/** The one query, as any engine takes it. */
export const LEDGER_QUERY = readFileSync(new URL('ledger.sql', import.meta.url), 'utf8');

/** Lines of a ledger out of what an engine answered, in the order of a file. */
export function linesOf(rows: readonly Record<string, unknown>[]): LedgerLine[] {
  return inFileOrder(rows.map(lineOf));
}

const TEXTS: ReadonlySet<string> = new Set(['section', 'item', 'site', 'from', 'to']);

/** Engines give sums as big integers, decimals or text: here they are numbers. */
function lineOf(row: Record<string, unknown>): LedgerLine {
  const fields = Object.entries(row).map(([column, value]) => {
    const name = LEDGER_FIELDS[column] ?? column;
    return [name, TEXTS.has(name) ? (value ?? '') : Number(value)];
  });
  return Object.fromEntries(fields) as LedgerLine;
}
