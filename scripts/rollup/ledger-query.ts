import { readFileSync } from 'node:fs';
import { inFileOrder, type LedgerLine } from '../../lib/export/ledger-lines.ts';
import type { LedgerBasis } from '../../lib/tally/merged-ledger.ts';
import { LEDGER_FIELDS } from './tables.ts';

/** The one query, as any engine takes it. */
export const LEDGER_QUERY = readFileSync(new URL('ledger.sql', import.meta.url), 'utf8');

/** What has to be known of the ledger; see there. */
export const BASIS_QUERY = readFileSync(new URL('basis.sql', import.meta.url), 'utf8');

/** The one row of that query. */
export function basisOf(rows: readonly Record<string, unknown>[]): LedgerBasis {
  const [row = {}] = rows;
  return {
    otherDayStarts: Number(row.other_day_starts),
    shorterPeriods: Number(row.shorter_periods),
    unknownDayStarts: Number(row.unknown_day_starts),
    restoredPeople: Number(row.restored_people),
    restoredDays: Number(row.restored_days),
  };
}

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
