// node scripts/bench-merge.ts [people]: how long it takes to merge a year each of so many people, and how much memory.
// Files are written to a folder first, so that reading them is measured too, and read by a process of its own;
// the folder is removed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerOf } from '../lib/import/ledger.ts';
import { merge, mergedOf, NOTHING_MERGED } from '../lib/import/merge.ts';
import { checkSize, parseTally } from '../lib/import/tally.ts';
import { jsonOf, makeTown, personOf } from '../tests/tally/handed/people.ts';

process.env.TZ = 'Asia/Shanghai';

const PEOPLE = Number(process.argv[2] ?? 300);
/** A year of a heavy user, as in the budget of the popup. */
const YEAR = { seed: 11, groups: 60, days: 365, messages: 600_000, lastDay: '2026-10-15' };

const given = process.argv[3];
const folder = given ?? mkdtempSync(join(tmpdir(), 'fingerlight-merge-'));
if (given !== undefined) measure();
else {
  try {
    console.log(`${PEOPLE} files of a year, 40 groups each, ${megabytes(await writeFiles())}`);
    const again = [import.meta.filename, String(PEOPLE), folder];
    spawnSync(process.execPath, again, { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeFiles(): Promise<number> {
  const town = makeTown(YEAR);
  let bytes = 0;
  for (let person = 0; person < PEOPLE; person++) {
    const tally = await personOf(town, person, { groups: 40, word: '减负行动' });
    writeFileSync(fileOf(person), jsonOf(tally));
    bytes += statSync(fileOf(person)).size;
  }
  return bytes;
}

function measure(): void {
  const start = performance.now();
  let merged = NOTHING_MERGED;
  let rows = 0;
  for (let person = 0; person < PEOPLE; person++) {
    checkSize(statSync(fileOf(person)).size);
    const tally = parseTally(readFileSync(fileOf(person), 'utf8'));
    rows += tally.rows.length;
    merged = merge(merged, mergedOf(tally));
  }
  const read = performance.now();
  const { groups } = ledgerOf(merged);
  const end = performance.now();
  console.log(`${rows} rows of ${groups?.length ?? 0} groups that several have`);
  console.log(`read and merged in ${seconds(read - start)}, ledger in ${seconds(end - read)}`);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  console.log(`processor time ${seconds((userCPUTime + systemCPUTime) / 1000)}`);
  // In KB, whatever the documentation of other systems says.
  console.log(`memory of the process: ${megabytes(process.resourceUsage().maxRSS * 1024)} at most`);
}

function fileOf(person: number): string {
  return join(folder, `${person}.json`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
