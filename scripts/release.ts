// npm run release: everything of one commit that goes to the stores, in .output/release, and a smoke test of it in both
// browsers. With --check it makes the release twice in different surroundings instead, and compares every byte.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { artefacts, RELEASE } from './release/artefacts.ts';
import { auditStep, NOT_CHECKED } from './release/audit.ts';
import { type Commit, changedFiles, commitOf, git } from './release/commit.ts';
import { makeRelease, versionIn } from './release/make.ts';
import { smokeTest } from './release/smoke.ts';
import { SUMS } from './release/sums.ts';
import { makeTwice } from './release/twice.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULT = join(ROOT, RELEASE);

try {
  const commit = commitToRelease();
  console.log(`commit ${commit.hash} of ${new Date(commit.time * 1000).toISOString()}`);
  await (process.argv.includes('--check') ? check(commit) : release(commit));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** A release is of a commit: nobody else could make one of files that only this folder has. */
function commitToRelease(): Commit {
  try {
    git(ROOT, 'rev-parse', 'HEAD');
  } catch (error) {
    throw new Error(
      'A release is made in a clone; of other files, npm run zip packs what they give.',
      {
        cause: error,
      },
    );
  }
  const changed = changedFiles(ROOT);
  if (changed.length > 0) {
    throw new Error(`A release is of a commit, and these are not in it:\n${changed.join('\n')}`);
  }
  return commitOf(ROOT);
}

async function release(commit: Commit): Promise<void> {
  const audited = auditStep(join(ROOT, 'docs/audit.md'));
  console.log(audited);
  console.log('building from the archive of the commit …');
  const work = mkdtempSync(join(tmpdir(), 'fingerlight-release-'));
  try {
    await makeRelease({ repository: ROOT, commit, work: join(work, 'source'), result: RESULT });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const { chrome, firefox } = artefacts(versionIn(ROOT));
  console.log('trying the zips in Chromium and Firefox …');
  await smokeTest('chromium', join(RESULT, chrome));
  await smokeTest('firefox', join(RESULT, firefox));
  console.log(`${readFileSync(join(RESULT, SUMS), 'utf8')}in ${RELEASE}`);
  if (audited.startsWith(NOT_CHECKED)) console.log(audited);
}

async function check(commit: Commit): Promise<void> {
  console.log('making the release twice …');
  const difference = await makeTwice(ROOT, commit);
  if (difference) throw new Error(`the two releases differ: ${difference}`);
  console.log('the two releases are the same, byte by byte');
}
