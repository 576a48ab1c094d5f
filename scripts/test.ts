// Every check of the project, one after the other; none is left out because another failed.
// The last line is "N passed, N failed": tests of the test runners, and one for each other step.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_TESTS } from '../tests/engine-tests.ts';
import { run } from './command.ts';

type Result = { passed: number; failed: number };
type Step = { name: string; browsers?: true; check: () => Promise<Result> };

/** The builds are made for the browser tests too, so these always run. */
const BUILD_STEPS: Step[] = [
  { name: 'build for Chromium', check: () => command('wxt', ['build']) },
  { name: 'build for Firefox', check: () => command('wxt', ['build', '-b', 'firefox']) },
];

const STEPS: Step[] = [
  { name: 'generated types', check: () => command('wxt', ['prepare']) },
  { name: 'format and lint', check: () => command('biome', ['ci', '--colors=off']) },
  { name: 'types', check: () => command('tsc', ['--noEmit']) },
  { name: 'types of the engine', check: () => command('tsc', ['-p', 'lib/detect']) },
  { name: 'unit tests of the engine', check: () => tests('vitest.engine.config.ts') },
  { name: 'unit tests', check: () => tests('vitest.config.ts', ENGINE_TESTS) },
  ...BUILD_STEPS,
  { name: 'add-on linter', check: () => command('node', ['scripts/lint-add-on.ts']) },
  { name: 'oldest browsers', check: () => command('node', ['scripts/lint-compat.ts']) },
  { name: 'no way to the network', check: () => command('node', ['scripts/lint-rights.ts']) },
  {
    name: 'the same build twice',
    check: () => command('node', ['scripts/check-repeatable.ts']),
  },
  { name: 'bundle budgets', check: () => command('node', ['scripts/check-budgets.ts']) },
];

const BROWSER_STEP: Step = {
  name: 'tests in Chromium and Firefox',
  check: () => tests('vitest.e2e.config.ts'),
};

async function command(name: string, args: string[]): Promise<Result> {
  const { code, output } = await run(name, args);
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** `elsewhere`: files that another step runs. */
async function tests(config: string, elsewhere: readonly string[] = []): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-tests-'));
  const file = join(folder, 'result.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const without = elsewhere.map((files) => `--exclude=${files}`);
    const { code } = await run(
      'vitest',
      ['run', '--config', config, ...without, ...reporters],
      true,
    );
    return counted(file, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file that does not load has no failed test, yet the run failed: that counts as one. */
function counted(file: string, code: number): Result {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { numPassedTests, numFailedTests } = report as Record<string, number>;
    const failed = numFailedTests ?? 0;
    return { passed: numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function chosenSteps(): Step[] {
  if (process.argv.includes('--without-browsers')) return STEPS;
  if (process.argv.includes('--only-browsers')) return [...BUILD_STEPS, BROWSER_STEP];
  return [...STEPS, BROWSER_STEP];
}

const total: Result = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const { name, check } of chosenSteps()) {
  const start = performance.now();
  console.log(`── ${name}`);
  const { passed, failed } = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${failed === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(name);
}
if (failedSteps.length > 0) console.log(`failed: ${failedSteps.join('; ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
