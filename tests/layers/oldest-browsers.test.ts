import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What came to Chromium after 114, the oldest that is served, and is easily written by who has a newer one. */
const TOO_YOUNG =
  /\b(?:Map|Object)\.groupBy\(|Promise\.(?:withResolvers|try)\(|Array\.fromAsync\(|RegExp\.escape\(|\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(|Iterator\.(?:from|concat)\(|\.(?:values|keys|entries)\(\)\s*\.(?:map|filter|toArray|some|every|find|reduce|take|drop|flatMap|forEach)\(/;

test('no script of ours asks for more than the oldest browser has', () => {
  const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const young = files.filter((file) => {
    const code = readFileSync(ROOT + file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return TOO_YOUNG.test(code);
  });
  expect(young).toEqual([]);
});

test.each(['Map.groupBy(list, key)', 'new Map().values().map(String)', 'Promise.withResolvers()'])(
  'it catches %s',
  (code) => {
    expect(TOO_YOUNG.test(code)).toBe(true);
  },
);
