import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { artefacts, RELEASE } from './artefacts.ts';
import type { Commit } from './commit.ts';
import { laySource } from './source.ts';
import { writeSums } from './sums.ts';
import { filesIn, zipOf } from './zip-file.ts';

/** Where and as what a release is made. Two that differ in all of it must come out the same. */
export type Making = {
  /** A clone that has the commit. */
  repository: string;
  commit: Commit;
  /** An empty folder to build in. */
  work: string;
  /** Where the release is put; what was there is removed. */
  result: string;
  env?: NodeJS.ProcessEnv;
};

/**
 * Makes a release as somebody does who has nothing but the source archive: lays its files into a folder of their own,
 * installs what the lockfile says, builds and packs there. Throws with the tools' words when a step fails.
 */
export async function makeRelease(making: Making): Promise<void> {
  const { repository, commit, work, result, env = {} } = making;
  laySource(repository, commit.hash, work);
  // Before anything is installed or built beside it.
  const source = zipOf(filesIn(work), commit.time);
  const zip = [join(work, 'scripts/with-tools.mjs'), 'node', 'scripts/zip.ts'];
  const { code, output } = await run('node', zip, false, { env });
  if (code !== 0) throw new Error(output);
  rmSync(result, { recursive: true, force: true });
  mkdirSync(result, { recursive: true });
  cpSync(join(work, RELEASE), result, { recursive: true });
  writeFileSync(join(result, artefacts(versionIn(work)).source), source);
  writeSums(result);
}

export function versionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return version as string;
}
