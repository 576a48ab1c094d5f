import type { DuckDBConnection } from '@duckdb/node-api';
import { COUNTED_DEMANDS, PLAIN_FIGURES } from '../../lib/tally/hand-over.ts';
import type { BrokenFile, SoundFile } from './checked-files.ts';
import { FIGURE_COLUMNS } from './tables.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** The shape of a row in a file, as DuckDB writes it. */
const ROW = `STRUCT(day VARCHAR, site VARCHAR, code VARCHAR, ${PLAIN_FIGURES.map((name) => `"${name}" INTEGER`).join(', ')}, demands ${structOf(COUNTED_DEMANDS)}, hours ${structOf(HOURS)})`;

/** What stands in each column of figures; what is left out in a file is 0. */
const FIGURES = [
  ...PLAIN_FIGURES.map((name) => `r."${name}"`),
  ...COUNTED_DEMANDS.map((kind) => `r.demands."${kind}"`),
  ...HOURS.map((hour) => `r.hours."${hour}"`),
].map((path, at) => `COALESCE(${path}, 0) AS ${FIGURE_COLUMNS[at]}`);

/**
 * Loads the rows of sound files; returns those that DuckDB does not read as they were checked (two fields of one
 * name, for example), of which nothing is then loaded.
 */
export async function loadJson(
  db: DuckDBConnection,
  files: readonly SoundFile[],
): Promise<BrokenFile[]> {
  try {
    return await loadTogether(db, files);
  } catch (error) {
    refuseOwnFault(error);
    const [only] = files;
    if (!only) throw error;
    if (files.length === 1) return [{ file: only.file, problem: 'damaged' }];
    // One file stops all: they are loaded one by one, so that it is known which.
    const broken: BrokenFile[] = [];
    for (const file of files) broken.push(...(await loadJson(db, [file])));
    return broken;
  }
}

/** Throws again what is no fault of a file: then every one of them would be called broken. */
export function refuseOwnFault(error: unknown): void {
  if (/^Out of Memory|No space left|disk full/i.test(String((error as Error).message))) throw error;
}

async function loadTogether(
  db: DuckDBConnection,
  files: readonly SoundFile[],
): Promise<BrokenFile[]> {
  await db.run(`CREATE OR REPLACE TEMP TABLE batch AS ${selectOf(files)}`);
  const checks = await db.runAndReadAll(
    `SELECT file, COUNT(*) AS lines, SUM(${FIGURE_COLUMNS.join(' + ')}) AS total FROM batch GROUP BY file`,
  );
  const read = new Map(
    checks.getRowObjects().map(({ file, lines, total }) => [file, `${lines}|${total}`]),
  );
  const broken = files.filter(
    ({ file, rows, sum }) => rows > 0 && read.get(file) !== `${rows}|${sum}`,
  );
  const out = broken.map(({ file }) => textOf(file));
  await db.run(
    `INSERT INTO tally_rows SELECT * EXCLUDE file FROM batch${out.length > 0 ? ` WHERE file NOT IN (${out})` : ''}`,
  );
  return broken.map(({ file }) => ({ file, problem: 'damaged' }));
}

function selectOf(files: readonly SoundFile[]): string {
  const names = files.map(({ file }) => textOf(literalPattern(file))).join(', ');
  // As much memory is taken for each thread, so it is no more than these files need.
  const largest = Math.max(...files.map(({ bytes }) => bytes)) + 1_024;
  return `
    SELECT file, installation, revision, r.day AS day, r.site AS site, r.code AS code, ${FIGURES.join(', ')}
    FROM (
      SELECT filename AS file, installation, revision, unnest(rows) AS r
      FROM read_json([${names}], format = 'unstructured', filename = true,
        maximum_object_size = ${largest},
        columns = {installation: 'VARCHAR', revision: 'BIGINT', rows: '${ROW}[]'})
    )`;
}

/** A pattern that a file's name alone matches: brackets and stars in names are no pattern of ours. */
export function literalPattern(file: string): string {
  return file.replace(/[[*?]/g, '[$&]');
}

/** A text as SQL writes it. */
export function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function structOf(names: readonly string[]): string {
  return `STRUCT(${names.map((name) => `"${name}" INTEGER`).join(', ')})`;
}
