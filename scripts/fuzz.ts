// npm run fuzz -- [--minutes n] [--seed n]
// The long form of the tests in tests/fuzz: every suite goes on with fresh inputs for its share of the time. Ends with a
// table: suite, inputs, failures, seed. A seed that is given runs the short form again with it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzLine } from '../tests/fuzz/fuzz-test.ts';
import { run } from './command.ts';

/** Suites of one file run one after the other; the simulated document of a round keeps what was ever in it, so rounds are short. */
const ROUND_SECONDS = 15;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '' } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'fingerlight-fuzz-'));
const report = join(folder, 'report.ndjson');
const files = readdirSync('tests/fuzz').filter((name) => name.endsWith('.test.ts'));
const broken = new Set<string>();

process.env.FUZZ_REPORT = report;
process.env.FUZZ_SEED = values.seed;
for (let seconds = 0; ; seconds = ROUND_SECONDS) {
  // The first round is the short form: also where there is little time, every suite is tried.
  process.env.FUZZ_SECONDS = String(seconds);
  for (const file of files) {
    const { code, output } = await run('vitest', ['run', `tests/fuzz/${file}`]);
    if (code !== 0 && !broken.has(file)) console.log(output);
    if (code !== 0) broken.add(file);
    if (seconds > 0 && Date.now() >= end) break;
  }
  if (values.seed !== '' || Date.now() >= end) break;
}

type Row = { inputs: number; failures: number; seed: number };
const table: Record<string, Row> = {};
for (const line of readFileSync(report, 'utf8').trim().split('\n')) {
  const { suite, inputs, seed, failed } = JSON.parse(line) as FuzzLine;
  const row = table[suite] ?? { inputs: 0, failures: 0, seed };
  const isShown = failed || row.failures === 0;
  table[suite] = {
    inputs: row.inputs + inputs,
    failures: row.failures + (failed ? 1 : 0),
    seed: isShown ? seed : row.seed,
  };
}
rmSync(folder, { recursive: true });
console.table(table);
const inputs = Object.values(table).reduce((sum, row) => sum + row.inputs, 0);
console.log(`${inputs} inputs, ${broken.size} files with failures`);
process.exitCode = broken.size === 0 ? 0 : 1;
