// node scripts/with-tools.mjs [--browsers] [--office] [--chat-server] command arguments…
// Sets the project up, then runs the command with the project's own Node and tools.
// So every npm script also works as the first command in a fresh clone.
import { spawn } from 'node:child_process';
import { ROOT, setUp } from './set-up.mjs';

const TOOLS = ['--browsers', '--office', '--chat-server'];

const words = process.argv.slice(2);
const first = words.findIndex((word) => !TOOLS.includes(word));
const wanted = first < 0 ? words : words.slice(0, first);
const [command, ...args] = words.slice(wanted.length);

try {
  const env = setUp({
    browsers: wanted.includes('--browsers'),
    office: wanted.includes('--office'),
    chatServer: wanted.includes('--chat-server'),
  });
  if (command) run(command, args, env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, args, env) {
  const windows = process.platform === 'win32';
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit', shell: windows });
  // A terminal sends Ctrl-C to the child as well; wait for it to tidy up.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`${command}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
