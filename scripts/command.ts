import { spawn } from 'node:child_process';

export type Ran = { code: number; output: string };

/**
 * Runs one of the project's commands and collects what it prints.
 * @param live also shows the output while it runs
 * @param surroundings a folder instead of this process's own, and variables that go before its own
 */
export function run(
  command: string,
  args: string[],
  live = false,
  surroundings: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const plain = live ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
  const env = { ...process.env, ...plain, ...surroundings.env };
  const child = spawn(command, args, { ...surroundings, env, shell: process.platform === 'win32' });
  let output = '';
  const collect = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk;
    if (live) target.write(chunk);
  };
  child.stdout.on('data', collect(process.stdout));
  child.stderr.on('data', collect(process.stderr));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
