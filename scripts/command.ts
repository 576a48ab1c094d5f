import { spawn } from 'node:child_process';

export type Ran = { code: number; output: string };

/**
 * Runs one of the project's commands and collects what it prints.
 * @param live also shows the output while it runs
 */
export function run(command: string, args: string[], live = false): Promise<Ran> {
  const env = live ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const child = spawn(command, args, { env, shell: process.platform === 'win32' });
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
