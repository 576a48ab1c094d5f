import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changedFiles, commitOf, git } from '../../../scripts/release/commit.ts';
import { laySource } from '../../../scripts/release/source.ts';
import { filesIn } from '../../../scripts/release/zip-file.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Seconds since 1970. */
const TIME = Date.UTC(2026, 10, 29, 4, 5, 6) / 1000;

let work = '';
let clone = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'fingerlight-commit-'));
  clone = join(work, 'clone');
  mkdirSync(clone);
  for (const own of ['release-commit.txt', '.gitattributes', '.gitignore']) {
    writeFileSync(join(clone, own), readFileSync(join(ROOT, own)));
  }
  writeFileSync(join(clone, 'a.ts'), 'one\n');
  git(clone, 'init', '--quiet');
  git(clone, 'add', '--all');
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const before = process.env.GIT_COMMITTER_DATE;
  process.env.GIT_COMMITTER_DATE = `${TIME} +0800`;
  git(clone, ...who, 'commit', '--quiet', '-m', 'one');
  if (before === undefined) delete process.env.GIT_COMMITTER_DATE;
  else process.env.GIT_COMMITTER_DATE = before;
});
afterEach(() => rmSync(work, { recursive: true }));

describe('the commit of a release', () => {
  test('is the same told by git and, in its archive, by the stamp', () => {
    const commit = commitOf(clone);
    expect(commit.time).toBe(TIME);
    expect(commit.hash).toBe(git(clone, 'rev-parse', 'HEAD').trim());
    const laid = join(work, 'deep', 'laid');
    laySource(clone, commit.hash, laid);
    // Nowhere near a repository that could be asked.
    expect(() => git(laid, 'rev-parse', 'HEAD')).toThrow(/not a git repository/);
    expect(commitOf(laid)).toEqual(commit);
    expect(changedFiles(laid)).toEqual([]);
  });

  test('holds what was committed, whatever else lies in the folder and however git is set', () => {
    const { hash } = commitOf(clone);
    writeFileSync(join(clone, 'a.ts'), 'two\n');
    writeFileSync(join(clone, 'new.ts'), 'x');
    mkdirSync(join(clone, 'node_modules'));
    writeFileSync(join(clone, 'node_modules', 'b.js'), 'x');
    git(clone, 'config', 'core.autocrlf', 'true');
    const laid = join(work, 'laid');
    laySource(clone, hash, laid);
    const files = filesIn(laid).map(({ path }) => path);
    expect(files.sort()).toEqual(['.gitattributes', '.gitignore', 'a.ts', 'release-commit.txt']);
    expect(readFileSync(join(laid, 'a.ts'), 'utf8')).toBe('one\n');
  });

  test('differs from a folder with a changed, a removed or a new file, not from one with what git ignores', () => {
    expect(changedFiles(clone)).toEqual([]);
    mkdirSync(join(clone, 'node_modules'));
    writeFileSync(join(clone, 'node_modules', 'b.js'), 'x');
    expect(changedFiles(clone)).toEqual([]);
    writeFileSync(join(clone, 'a.ts'), 'two\n');
    writeFileSync(join(clone, 'new.ts'), 'x');
    rmSync(join(clone, '.gitignore'));
    const changed = changedFiles(clone).join('\n');
    expect(changed).toContain(' M a.ts');
    expect(changed).toContain('?? new.ts');
    expect(changed).toContain(' D .gitignore');
  });

  test('is unknown where there is neither git nor a stamp', () => {
    rmSync(join(clone, '.git'), { recursive: true });
    expect(() => commitOf(clone)).toThrow(/not a git repository/);
  });
});
