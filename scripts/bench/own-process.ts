import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const HEAP_MB = 12_000;
const OUTPUT_BYTES = 1 << 20;

/** Runs one of the programs beside this file in a process of its own and reads the JSON that it prints. */
export async function inOwnProcess<T>(program: string, ...args: (string | number)[]): Promise<T> {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const path = `${import.meta.dirname}/${program}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, path, ...args.map(String)],
    {
      maxBuffer: OUTPUT_BYTES,
    },
  );
  return JSON.parse(stdout) as T;
}
