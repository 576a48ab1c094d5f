// Builds the files at hand once more, in another folder and with other surroundings, and compares every byte with the
// builds that are there. The long form, from two clones and with the packed files, is `npm run release -- --check`.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILDS } from './bundles.ts';
import { run } from './command.ts';
import { firstDifference } from './release/compare.ts';
import { ELSEWHERE, OTHER_UMASK } from './release/twice.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is made of the sources is not copied with them; the packages are the same ones. */
const MADE = new Set(['node_modules', '.output', '.wxt', '.git']);

const work = mkdtempSync(join(tmpdir(), 'fingerlight-again-'));
try {
  process.umask(OTHER_UMASK);
  const folder = join(work, '另一处', 'other build');
  mkdirSync(dirname(folder));
  cpSync(ROOT, folder, { recursive: true, filter: (file) => !MADE.has(relative(ROOT, file)) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const surroundings = { cwd: folder, env: ELSEWHERE };
  const { code, output } = await run('node', ['scripts/build.ts'], false, surroundings);
  if (code !== 0) throw new Error(output);
  for (const build of Object.values(BUILDS)) {
    const difference = firstDifference(build, join(folder, relative(ROOT, build)));
    if (!difference) continue;
    console.log(`${relative(ROOT, build)}: ${difference}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true });
}
