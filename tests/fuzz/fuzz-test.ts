import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';

/** What is tried on one suite. A suite is named once and everywhere alike: its name is in the closing table. */
export type Fuzzed<T> = {
  /** Inputs of the short form, in every run of the unit tests. */
  runs: number;
  input: fc.Arbitrary<T>;
  /** Fails by throwing. */
  check: (input: T) => void | Promise<void>;
  /** Inputs that failed once, shrunk: they are tried first, always. */
  kept?: readonly T[];
};

/** Seconds; a test may have set all other clocks to a time of its own. */
const { uptime } = process;

/** One line of the report that `FUZZ_REPORT` names a file for. */
export type FuzzLine = { suite: string; inputs: number; seed: number; failed: boolean };

/** Of the short form, so that what has nothing to do with a change does not stop it. */
const SEED = 20_261_129;
/** What a failure may take to be shrunk, s; after that it is told as it is. */
const SHRINKING = 15;
/** What a busy machine may take besides, ms. */
const GRACE = 240_000;

/**
 * A test that tries random inputs. In the short form they are the same each time; with `FUZZ_SECONDS` it goes on in rounds
 * for so long, from a seed that is another one each time and is printed, so that what one run misses the next may find.
 * From outside: `FUZZ_SEED` sets the seed, `FUZZ_RUNS` the number of inputs of a round. `FUZZ_TRACE` names a file that holds the input that is being
 * tried: for one that never ends.
 */
export function fuzzTest<T>(suite: string, { runs, input, check, kept = [] }: Fuzzed<T>): void {
  const seconds = numberFrom('FUZZ_SECONDS') ?? 0;
  const isSeeded = numberFrom('FUZZ_SEED') !== null;
  test(suite, { timeout: seconds * 1000 + GRACE }, async () => {
    const first =
      numberFrom('FUZZ_SEED') ?? (seconds > 0 ? Math.floor(Math.random() * 0x7fffffff) : SEED);
    const numRuns = (numberFrom('FUZZ_RUNS') ?? runs) + kept.length;
    const trace = process.env.FUZZ_TRACE;
    let failedAt = Number.POSITIVE_INFINITY;
    const property = fc.asyncProperty(input, async (value) => {
      if (uptime() > failedAt + SHRINKING) return;
      if (trace) writeFileSync(trace, `${suite}\n${fc.stringify(value)}\n`);
      try {
        await check(value);
      } catch (error) {
        failedAt = Math.min(failedAt, uptime());
        throw error;
      }
    });
    const examples = kept.map((value): [T] => [value]);
    const end = uptime() + seconds;
    let inputs = 0;
    for (let seed = first; ; seed++) {
      const details = await fc.check(property, { seed, numRuns, examples });
      inputs += details.numRuns;
      const isOver = details.failed || isSeeded || uptime() >= end;
      if (!isOver) continue;
      report({ suite, inputs, seed: details.failed ? seed : first, failed: details.failed });
      if (details.failed) {
        throw new Error(
          `FUZZ_SEED=${seed} FUZZ_RUNS=${numRuns}\n${await fc.asyncDefaultReportMessage(details)}`,
          {
            cause: details.errorInstance,
          },
        );
      }
      return;
    }
  });
}

function report(line: FuzzLine): void {
  console.log(`fuzz ${line.suite}: ${line.inputs} inputs, seed ${line.seed}`);
  const file = process.env.FUZZ_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

function numberFrom(name: string): number | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : Number(value);
}
