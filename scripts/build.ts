// Builds for both browsers; with --zip also packs what the stores take.
import { run } from './command.ts';

// The stores give an extension a key of their own.
if (process.argv.includes('--zip')) process.env.FINGERLIGHT_FOR_STORES = '1';

const task = process.argv.includes('--zip') ? 'zip' : 'build';
for (const target of [[], ['-b', 'firefox']]) {
  const { code } = await run('wxt', [task, ...target], true);
  if (code !== 0) process.exitCode = 1;
}
