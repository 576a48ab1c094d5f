import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { LedgerHead, LedgerLine } from '../../lib/export/ledger-lines.ts';
import {
  type BrokenFile,
  checkedFile,
  filesNamed,
  isBroken,
  type SoundFile,
} from './checked-files.ts';
import { BASIS_QUERY, basisOf, LEDGER_QUERY, linesOf } from './ledger-query.ts';
import { loadHeads } from './load-heads.ts';
import { loadJson } from './load-json.ts';
import { loadParquet, writeParquet } from './parquet.ts';
import { CREATE_TABLES } from './tables.ts';

/** Files loaded by one statement. */
const BATCH = 200;

export type RollUp = {
  files: number;
  broken: BrokenFile[];
  lines: LedgerLine[];
  head: LedgerHead;
};

export type RollUpOptions = {
  /** Folders, patterns or names of files. */
  names: readonly string[];
  /** Where the tables go as Parquet. */
  parquet?: string;
  /** What DuckDB may take, for example "2GB"; what does not fit goes to the disk. */
  memory?: string;
  progress?: (done: number, all: number) => void;
};

/**
 * The ledger of any number of tally files, JSON or Parquet. A broken file is named and left out, whole.
 * Works in a database on the disk, which is removed afterwards.
 */
export async function rollUp(options: RollUpOptions): Promise<RollUp> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-rollup-'));
  const instance = await DuckDBInstance.create(join(folder, 'rollup.duckdb'));
  const db = await instance.connect();
  try {
    await db.run(`SET memory_limit = '${options.memory ?? '2GB'}'`);
    await db.run('SET preserve_insertion_order = false');
    for (const statement of CREATE_TABLES) await db.run(statement);
    const { files, broken } = await load(db, options);
    if (options.parquet !== undefined) await writeParquet(db, options.parquet);
    const ledger = await db.runAndReadAll(LEDGER_QUERY);
    return { files, broken, lines: linesOf(ledger.getRowObjectsJson()), head: await headOf(db) };
  } finally {
    db.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(
  db: DuckDBConnection,
  { names, progress }: RollUpOptions,
): Promise<Pick<RollUp, 'files' | 'broken'>> {
  const parquet = filesNamed(names, '.parquet');
  const broken = await loadParquet(db, parquet);
  const files = filesNamed(names, '.json');
  // DuckDB loads one batch in threads of its own while the next one is checked here.
  let loading: Promise<void> = Promise.resolve();
  for (let done = 0; done < files.length; done += BATCH) {
    const checked = files.slice(done, done + BATCH).map(checkedFile);
    await loading;
    if (done > 0) progress?.(done, files.length);
    broken.push(...checked.filter(isBroken));
    loading = loadBatch(db, checked.filter(isSound), broken);
  }
  await loading;
  if (files.length > 0) progress?.(files.length, files.length);
  return { files: files.length + parquet.length, broken };
}

/** Adds to `broken` what DuckDB does not read as it was checked. */
async function loadBatch(
  db: DuckDBConnection,
  sound: readonly SoundFile[],
  broken: BrokenFile[],
): Promise<void> {
  if (sound.length === 0) return;
  const misread = await loadJson(db, sound);
  broken.push(...misread);
  const out = new Set(misread.map(({ file }) => file));
  await loadHeads(
    db,
    sound.filter(({ file }) => !out.has(file)),
  );
}

function isSound(file: SoundFile | BrokenFile): file is SoundFile {
  return !isBroken(file);
}

async function headOf(db: DuckDBConnection): Promise<RollUp['head']> {
  const list = async (column: string) => {
    const query = `SELECT DISTINCT ${column} AS each FROM tally_files ORDER BY each NULLS FIRST`;
    return (await db.runAndReadAll(query)).getRowObjectsJson().map(({ each }) => each);
  };
  return {
    contributors: (await list('installation')).length,
    words: (await list('word')) as (string | null)[],
    formulas: (await list('formula')).map(Number),
    basis: basisOf((await db.runAndReadAll(BASIS_QUERY)).getRowObjectsJson()),
  };
}
