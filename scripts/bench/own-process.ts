import { spawn } from 'node:child_process';

const HEAP_MB = 12_000;

/** Runs one of the programs beside this file in a process of its own and reads the JSON that it prints. */
export async function inOwnProcess<T>(program: string, ...args: (string | number)[]): Promise<T> {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const path = `${import.meta.dirname}/${program}`;
  const child = spawn(process.execPath, [...flags, path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return JSON.parse(output) as T;
}
