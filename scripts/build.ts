// Builds for both browsers; with --zip also packs what the stores take.
import { run } from './command.ts';

const task = process.argv.includes('--zip') ? 'zip' : 'build';
for (const target of [[], ['-b', 'firefox']]) {
  const { code } = await run('wxt', [task, ...target], true);
  if (code !== 0) process.exitCode = 1;
}
