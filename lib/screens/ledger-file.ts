import { ledgerCsv, ledgerJson, ledgerLines } from '../export/ledger-lines';
import { ledgerSheets } from '../export/ledger-sheets';
import { xlsxOf } from '../export/xlsx';
import type { Ledger } from '../tally/merged-ledger';
import type { WrittenFile } from './export-formats';
import { ledgerWarnings } from './ledger-warnings';
import { ledgerWords } from './ledger-words';

/** Every format of a merged ledger, in the order of its buttons. Heads in the reader's language; JSON is for programs. */
const FORMATS = {
  xlsx: (ledger) => xlsxOf(ledgerSheets(ledgerLines(ledger), ledgerWords(ledger))),
  csv: (ledger) =>
    new Blob([ledgerCsv(ledgerLines(ledger), ledgerWords(ledger), ledgerWarnings(ledger))], {
      type: 'text/csv;charset=utf-8',
    }),
  json: (ledger) =>
    new Blob([ledgerJson(ledgerLines(ledger), ledger)], { type: 'application/json' }),
} as const satisfies Record<string, (ledger: Ledger) => Blob | Promise<Blob>>;

export type LedgerFormat = keyof typeof FORMATS;

/** The ledger as a file, and the file's name. */
export async function ledgerFile(ledger: Ledger, format: LedgerFormat): Promise<WrittenFile> {
  const { from, to } = ledger.totals;
  const content = await FORMATS[format](ledger);
  return { name: `fingerlight-ledger-${from ?? ''}_${to ?? ''}.${format}`, content };
}
