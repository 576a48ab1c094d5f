import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
/** An attack and what is said of it: a row of the table that is no head and no heading. */
const ROWS = DOCUMENT.split('\n').filter((line) => /^\| (?!attack |\*\*)/.test(line));
/** A named test: its file, and the title within it where one is named. */
const NAMED = /`(tests\/[^`]+)`(?: "([^"]+)")?/g;

type Named = { file: string; title: string | undefined };

function testsIn(row: string): Named[] {
  return [...row.matchAll(NAMED)].map(([, file = '', title]) => ({ file, title }));
}

/** What is wrong with a row: no test, or one that is not there. */
function faultsOf(row: string, read: (file: string) => string | null): string[] {
  const named = testsIn(row.split('|')[3] ?? '');
  if (named.length === 0) return ['names no test'];
  return named.flatMap(({ file, title }) => {
    const text = read(file);
    if (text === null) return [`${file} is not there`];
    return title === undefined || titlesIn(text).some((each) => each.includes(title))
      ? []
      : [`${file} has no test "${title}"`];
  });
}

/** Every title of a test or a group in a file, also of one with examples. */
function titlesIn(text: string): string[] {
  const titles =
    /\b(?:it|test|describe)\b[^'"`]*?(?:\.each[\s\S]*?\]\)?\s*\)?\s*\(|\()\s*(['"`])((?:(?!\1).)+)\1/g;
  const plain = [...text.matchAll(titles)].map((match) => match[2] ?? '');
  const lines = [...text.matchAll(/(?:^|\()\s*(['"`])((?:(?!\1).){4,})\1,?\s*(?:\(|async|$)/gm)];
  return [...plain, ...lines.map((match) => match[2] ?? '')];
}

const readHere = (file: string) => {
  const path = join(ROOT, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

describe('docs/security.md', () => {
  it('has the attacks that the words ask for', () => {
    expect(ROWS.length).toBeGreaterThan(25);
  });

  it.each(ROWS.map((row) => [row.split('|')[1]?.trim() ?? '', row]))(
    '%s: its test is there',
    (_, row) => {
      expect(faultsOf(row, readHere)).toEqual([]);
    },
  );

  it('would fail without a test, without its file and without its title', () => {
    const read = (file: string) =>
      file === 'tests/a.test.ts' ? "it('is stopped', () => {});" : null;
    expect(faultsOf('| a | b | none |', read)).toEqual(['names no test']);
    expect(faultsOf('| a | b | `tests/b.test.ts` |', read)).toEqual([
      'tests/b.test.ts is not there',
    ]);
    expect(faultsOf('| a | b | `tests/a.test.ts` "is let in" |', read)).toHaveLength(1);
    expect(faultsOf('| a | b | `tests/a.test.ts` "is stopped" |', read)).toEqual([]);
  });
});
