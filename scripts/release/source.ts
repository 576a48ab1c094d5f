import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './commit.ts';

/**
 * Lays the files of a commit, and nothing else, into an empty folder. The stamp in them says which commit it is.
 * @param repository a clone's folder
 */
export function laySource(repository: string, hash: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'fingerlight-archive-'));
  const archive = join(work, 'source.tar');
  try {
    // Whatever this machine's git is set to: the lines end as they were committed, the modes are plain.
    const same = ['-c', 'core.autocrlf=false', '-c', 'core.eol=lf', '-c', 'tar.umask=0022'];
    git(repository, ...same, 'archive', '--format=tar', `--output=${archive}`, hash);
    const { status, stderr } = spawnSync('tar', ['-xf', archive, '-C', folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
  } finally {
    rmSync(work, { recursive: true });
  }
}
