import { COUNTED_DEMANDS, PLAIN_FIGURES } from '../../lib/tally/hand-over.ts';

/** Columns of figures in `tally_rows`, at the places that the figures of a row have. */
export const FIGURE_COLUMNS: readonly string[] = [
  ...PLAIN_FIGURES.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  ...COUNTED_DEMANDS.map((kind) => `ask_${kind.replaceAll('-', '_')}`),
  ...Array.from({ length: 24 }, (_, hour) => `hour_${String(hour).padStart(2, '0')}`),
];

/** The tables that the ledger is made of, in types that every engine has. */
export const TABLES: Readonly<Record<string, string>> = {
  tally_files:
    'installation VARCHAR(32), revision BIGINT, first_day VARCHAR(10), last_day VARCHAR(10), word VARCHAR(4), formula INTEGER, day_start INTEGER',
  tally_groups:
    'installation VARCHAR(32), revision BIGINT, site VARCHAR(40), code VARCHAR(20), disposal VARCHAR(10)',
  tally_restored: 'installation VARCHAR(32), revision BIGINT, day VARCHAR(10)',
  tally_rows: `installation VARCHAR(32), revision BIGINT, day VARCHAR(10), site VARCHAR(40), code VARCHAR(20), ${FIGURE_COLUMNS.map((column) => `${column} INTEGER`).join(', ')}`,
};

/** Columns that Parquet files of before have not, and what stands in for them. */
export const LATER_COLUMNS: Readonly<Record<string, string>> = {
  day_start: 'CAST(NULL AS INTEGER) AS day_start',
};

/** Statements that make the tables, empty. */
export const CREATE_TABLES: readonly string[] = Object.entries(TABLES).map(
  ([name, columns]) => `CREATE TABLE ${name} (${columns})`,
);

/** Columns of the ledger as the query names them, by their names in a file. */
export const LEDGER_FIELDS: Readonly<Record<string, string>> = {
  in_groups: 'groups',
  first_day: 'from',
  last_day: 'to',
  off_hours: 'offHours',
  copy_chars: 'copyChars',
  copy_media: 'copyMedia',
  keep_it: 'keep',
  merge_it: 'merge',
  dissolve_it: 'dissolve',
  regulate_it: 'regulate',
};
