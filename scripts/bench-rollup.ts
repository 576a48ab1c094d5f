// node scripts/bench-rollup.ts [files]: how long the roll-up takes over so many files of a month, and how much memory.
// Files are written to a folder first and read by a process of its own; the folder is removed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAnother, jsonOf, makeTown, personOf } from '../tests/tally/handed/people.ts';
import { rollUp } from './rollup/roll-up.ts';

process.env.TZ = 'Asia/Shanghai';

const FILES = Number(process.argv[2] ?? 20_000);
const MONTH = { seed: 11, groups: 60, days: 31, messages: 60_000, lastDay: '2026-10-15' };

/** People that are made; the others are these under other installations. */
const MADE = 50;

const given = process.argv[3];
if (given !== undefined) await measure(given);
else {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-bench-rollup-'));
  try {
    const bytes = await writeFiles(folder);
    console.log(`${FILES} files of a month, 30 groups each, ${megabytes(bytes)}`);
    spawnSync(process.execPath, [import.meta.filename, String(FILES), folder], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeFiles(folder: string): Promise<number> {
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

async function measure(folder: string): Promise<void> {
  const start = performance.now();
  let loaded = start;
  const { files, broken, lines } = await rollUp({
    names: [folder],
    progress: () => {
      loaded = performance.now();
    },
  });
  const end = performance.now();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(`${files - broken.length} files, ${lines.length} lines in the ledger`);
  console.log(
    `checked and loaded in ${seconds(loaded - start)}, ledger in ${seconds(end - loaded)}`,
  );
  console.log(`processor time ${seconds((userCPUTime + systemCPUTime) / 1000)}`);
  console.log(`memory of the process: ${megabytes(maxRSS * 1024)} at most`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
