import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenFile } from './checked-files.ts';
import { literalPattern, refuseOwnFault, textOf } from './load-json.ts';
import { FIGURE_COLUMNS, LATER_COLUMNS, TABLES } from './tables.ts';

/** A row of a real part takes some bytes even when packed; a few rows may take less. */
const MOST_ROWS_A_BYTE = 4;
const FREE_ROWS = 100_000;

/** Conditions that sound rows meet; the same bounds as a file is checked by. */
const SOUND: Readonly<Record<string, string>> = {
  tally_files:
    "revision >= 0 AND first_day <= last_day AND regexp_matches(installation, '^[0-9a-f]{32}$') AND (word IS NULL OR regexp_matches(word, '^[0-9a-f]{4}$')) AND (day_start IS NULL OR day_start BETWEEN 0 AND 6)",
  tally_restored: "regexp_matches(day, '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$')",
  tally_groups: "disposal IN ('keep', 'merge', 'dissolve', 'regulate')",
  tally_rows: `regexp_matches(code, '^[0-9a-f]{20}$') AND regexp_matches(site, '^[a-z0-9-]{1,40}$') AND regexp_matches(day, '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$') AND ${FIGURE_COLUMNS.map((column) => `${column} BETWEEN 0 AND ${column === 'copy_chars' ? 1_000_000_000 : 1_000_000}`).join(' AND ')} AND notices + copies <= messages - own AND copy_media <= copies AND GREATEST(late, off_hours, revisions, replies) <= messages - own AND TRY_CAST(day AS DATE) IS NOT NULL`,
};

/** Writes what is loaded as Parquet, a folder a table: to be put into object storage, or read again here. */
export async function writeParquet(db: DuckDBConnection, folder: string): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    mkdirSync(join(folder, table), { recursive: true });
    const file = join(folder, table, 'part-0.parquet');
    await db.run(`COPY ${table} TO ${textOf(file)} (FORMAT parquet, COMPRESSION zstd)`);
  }
}

/** Loads Parquet files; the folder that a file lies in names its table. Returns those that are left out. */
export async function loadParquet(
  db: DuckDBConnection,
  files: readonly string[],
): Promise<BrokenFile[]> {
  const broken: BrokenFile[] = [];
  for (const file of files) {
    const problem = await loadOne(db, file);
    if (problem !== null) broken.push({ file, problem });
  }
  return broken;
}

async function loadOne(db: DuckDBConnection, file: string): Promise<BrokenFile['problem'] | null> {
  const table = file.split(/[\\/]/).at(-2) ?? '';
  const [columns, sound] = [TABLES[table], SOUND[table]];
  if (columns === undefined || sound === undefined) return 'not-ours';
  const names = columns.split(', ').map((column) => column.split(' ')[0] ?? '');
  try {
    const name = textOf(literalPattern(file));
    if (await isBomb(db, name, statSync(file).size)) return 'too-large';
    const source = `read_parquet(${name})`;
    const there = await columnsOf(db, source);
    const taken = names.map((each) => (there.has(each) ? each : (LATER_COLUMNS[each] ?? each)));
    await db.run(`CREATE OR REPLACE TEMP TABLE part AS SELECT ${taken.join(', ')} FROM ${source}`);
    const faults = await db.runAndReadAll(
      `SELECT COUNT(*) AS faults FROM part WHERE NOT COALESCE(${sound}, FALSE)`,
    );
    if (Number(faults.getRowObjects()[0]?.faults ?? 1) > 0) return 'damaged';
    await db.run(`INSERT INTO ${table} SELECT * FROM part`);
    return null;
  } catch (error) {
    refuseOwnFault(error);
    return 'damaged';
  }
}

/** A small file can say that it holds one row a thousand million times. */
async function isBomb(db: DuckDBConnection, name: string, bytes: number): Promise<boolean> {
  const query = `SELECT SUM(num_rows) AS lines FROM parquet_file_metadata(${name})`;
  const [row] = (await db.runAndReadAll(query)).getRowObjects();
  return Number(row?.lines ?? 0) > FREE_ROWS + bytes * MOST_ROWS_A_BYTE;
}

async function columnsOf(db: DuckDBConnection, source: string): Promise<Set<string>> {
  const rows = (await db.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)).getRowObjects();
  return new Set(rows.map(({ column_name }) => String(column_name)));
}
