// node scripts/bench-rollup.ts [files]: how long the roll-up takes over so many files of a month, and how much memory;
// then again from the Parquet that it wrote. Files are written to a folder first, and each reading is a process of its
// own; the folder is removed.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAnother, jsonOf, makeTown, personOf } from '../tests/tally/handed/people.ts';
import { rollUp } from './rollup/roll-up.ts';

process.env.TZ = 'Asia/Shanghai';

const FILES = Number(process.argv[2] ?? 20_000);
const MONTH = { seed: 11, groups: 60, days: 31, messages: 60_000, lastDay: '2026-10-15' };

/** People that are made; the others are these under other installations. */
const MADE = 50;

const [given, lake] = process.argv.slice(3);
if (given !== undefined) await measure(given, lake);
else {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-bench-rollup-'));
  const [files, parquet] = [join(folder, 'files'), join(folder, 'lake')];
  try {
    const bytes = await writeFiles(files);
    console.log(`${FILES} files of a month, 30 groups each, ${megabytes(bytes)}`);
    readByItself(files, parquet);
    console.log(`the same from Parquet, ${megabytes(bytesBelow(parquet))}`);
    readByItself(parquet);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readByItself(...folders: string[]): void {
  const again = [import.meta.filename, String(FILES), ...folders];
  spawnSync(process.execPath, again, { stdio: 'inherit' });
}

async function writeFiles(folder: string): Promise<number> {
  mkdirSync(folder);
  const town = makeTown(MONTH);
  let bytes = 0;
  for (let made = 0; made < Math.min(MADE, FILES); made++) {
    const tally = await personOf(town, made, { groups: 30, word: '减负行动' });
    for (let person = made; person < FILES; person += MADE) {
      const json = jsonOf(asAnother(tally, person));
      writeFileSync(join(folder, `${person}.json`), json);
      bytes += json.length;
    }
  }
  return bytes;
}

async function measure(folder: string, parquet: string | undefined): Promise<void> {
  const start = Date.now();
  let loaded: number | undefined;
  const { files, broken, lines } = await rollUp({
    names: [folder],
    ...(parquet === undefined ? {} : { parquet }),
    progress: () => {
      loaded = Date.now();
    },
  });
  const end = Date.now();
  const written = parquet === undefined ? undefined : newestBelow(parquet);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(`${files - broken.length} files, ${lines.length} lines in the ledger`);
  if (loaded !== undefined) console.log(`checked and loaded in ${seconds(loaded - start)}`);
  if (loaded !== undefined && written !== undefined) {
    console.log(`Parquet in ${seconds(written - loaded)}, ledger in ${seconds(end - written)}`);
  } else console.log(`all in ${seconds(end - start)}`);
  console.log(`processor time ${seconds((userCPUTime + systemCPUTime) / 1000)}`);
  console.log(`memory of the process: ${megabytes(maxRSS * 1024)} at most; load ${loadavg()[0]}`);
}

function bytesBelow(folder: string): number {
  return statsBelow(folder).reduce((sum, { size }) => sum + size, 0);
}

/** Unix ms at which the last Parquet file was finished. */
function newestBelow(folder: string): number {
  return Math.max(...statsBelow(folder).map(({ mtimeMs }) => mtimeMs));
}

function statsBelow(folder: string) {
  return globSync('**/*.parquet', { cwd: folder }).map((path) => statSync(join(folder, path)));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
