import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a release is of. */
export type Commit = {
  hash: string;
  /** Seconds since 1970 at which it was committed: the only time that gets into what is released. */
  time: number;
};

/** In an archive that git made, this file says the commit; in a clone it holds the places for it. */
const STAMP = 'release-commit.txt';

/** The commit that these files are of, told by git or, in the source archive, by the stamp in it. */
export function commitOf(folder: string): Commit {
  const stamped = readFileSync(join(folder, STAMP), 'utf8');
  const [, hash, time] = /^commit ([0-9a-f]{40,64})\ntime (\d+)$/m.exec(stamped) ?? [];
  if (hash && time) return { hash, time: Number(time) };
  const [told = '', when = ''] = git(folder, 'log', '-1', '--format=%H %ct').trim().split(' ');
  return { hash: told, time: Number(when) };
}

/** Files that are not as in the commit; none in the source archive, which has no git to ask. */
export function changedFiles(folder: string): string[] {
  if (!readFileSync(join(folder, STAMP), 'utf8').includes('$Format')) return [];
  return git(folder, 'status', '--porcelain', '--untracked-files=normal')
    .split('\n')
    .filter(Boolean);
}

/** What a git command prints. Throws with git's own words when it fails. */
export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error('git could not be started', { cause: error });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
}
