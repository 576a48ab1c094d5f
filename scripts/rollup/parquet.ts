import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenFile } from './checked-files.ts';
import { literalPattern, textOf } from './load-json.ts';
import { FIGURE_COLUMNS, TABLES } from './tables.ts';

/** Conditions that sound rows meet; the same bounds as a file is checked by. */
const SOUND: Readonly<Record<string, string>> = {
  tally_files:
    "revision >= 0 AND first_day <= last_day AND regexp_matches(installation, '^[0-9a-f]{32}$') AND (word IS NULL OR regexp_matches(word, '^[0-9a-f]{4}$'))",
  tally_groups: "disposal IN ('keep', 'merge', 'dissolve', 'regulate')",
  tally_rows: `regexp_matches(code, '^[0-9a-f]{20}$') AND regexp_matches(site, '^[a-z0-9-]{1,40}$') AND regexp_matches(day, '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$') AND ${FIGURE_COLUMNS.map((column) => `${column} BETWEEN 0 AND ${column === 'copy_chars' ? 1_000_000_000 : 1_000_000}`).join(' AND ')} AND notices + copies <= messages - own`,
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
    if (!(await loadOne(db, file))) broken.push({ file, problem: 'damaged' });
  }
  return broken;
}

async function loadOne(db: DuckDBConnection, file: string): Promise<boolean> {
  const table = file.split(/[\\/]/).at(-2) ?? '';
  const [columns, sound] = [TABLES[table], SOUND[table]];
  if (columns === undefined || sound === undefined) return false;
  const names = columns.split(', ').map((column) => column.split(' ')[0]);
  try {
    const source = `read_parquet(${textOf(literalPattern(file))})`;
    await db.run(`CREATE OR REPLACE TEMP TABLE part AS SELECT ${names.join(', ')} FROM ${source}`);
    const faults = await db.runAndReadAll(
      `SELECT COUNT(*) AS faults FROM part WHERE NOT COALESCE(${sound}, FALSE)`,
    );
    if (Number(faults.getRowObjects()[0]?.faults ?? 1) > 0) return false;
    await db.run(`INSERT INTO ${table} SELECT * FROM part`);
    return true;
  } catch {
    return false;
  }
}
