import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Commit, git } from './commit.ts';
import { firstDifference } from './compare.ts';
import { makeRelease } from './make.ts';

/** Another place on earth, another language, and one thread where there may be many. */
export const ELSEWHERE: NodeJS.ProcessEnv = {
  TZ: 'America/St_Johns',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  RAYON_NUM_THREADS: '1',
  UV_THREADPOOL_SIZE: '1',
};

/** Only its owner may read what is made. */
export const OTHER_UMASK = 0o077;

/**
 * Makes the release of a commit twice from nothing: from this clone and from a clone of it, in folders of other names,
 * depths and alphabets, with another time zone, language, umask and number of threads.
 * @returns the first difference; null when all bytes are the same
 */
export async function makeTwice(repository: string, commit: Commit): Promise<string | null> {
  const work = mkdtempSync(join(tmpdir(), 'fingerlight-twice-'));
  const [one, other] = [join(work, 'result-1'), join(work, 'result-2')];
  try {
    await makeRelease({ repository, commit, work: join(work, 'a'), result: one });
    const before = process.umask(OTHER_UMASK);
    try {
      const clone = join(work, 'clone');
      git(work, 'clone', '--quiet', '--no-local', repository, clone);
      const away = join(work, 'other builds', '另一处', 'b');
      await makeRelease({ repository: clone, commit, work: away, result: other, env: ELSEWHERE });
    } finally {
      process.umask(before);
    }
    return firstDifference(one, other);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
