import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { LANGUAGES, wordsOf } from './words.ts';

const ROOT = join(import.meta.dirname, '../../');

async function features(language: string) {
  const entries = await parseMessagesFile(`${ROOT}locales/${language}.yml`);
  return Object.fromEntries(
    entries.map(({ key, type, substitutions, namedSubstitutions }) => [
      key.join('.'),
      { type, substitutions, names: [...namedSubstitutions].sort() },
    ]),
  );
}

test('both languages have the same keys, plurals and places to fill in', async () => {
  expect(await features('en')).toEqual(await features('zh_CN'));
});

test.each(LANGUAGES)('%s has no empty words', async (language) => {
  const words = Object.entries(await wordsOf(language));
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter(([, { message }]) => message.trim() === '')).toEqual([]);
});

test('every word is used somewhere', async () => {
  const folders = ['components', 'entrypoints', 'lib'];
  const sources = folders.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(`${ROOT}${folder}/${name}`, 'utf8')),
  );
  const text = [...sources, readFileSync(`${ROOT}wxt.config.ts`, 'utf8')].join('\n');
  const own = Object.keys(await wordsOf('zh_CN')).filter((key) => !key.startsWith('@@'));
  // Words of facts and demands are called by the name of the fact or demand.
  const called = [...text.matchAll(/t\(`(\w+_)\$\{|: `(\w+_)\$\{demand\}`/g)].map(
    (found) => found[1] ?? found[2],
  );
  const isUsed = (key: string) =>
    text.includes(`'${key}'`) ||
    text.includes(`__MSG_${key}__`) ||
    called.some((prefix) => prefix !== undefined && key.startsWith(prefix));
  expect(own.filter((key) => !isUsed(key))).toEqual([]);
});

test('the English file holds no Chinese and the Chinese one does', () => {
  const han = /\p{Script=Han}/u;
  const read = (language: string) => readFileSync(`${ROOT}locales/${language}.yml`, 'utf8');
  expect(read('en')).not.toMatch(han);
  expect(read('zh_CN')).toMatch(han);
});

test('components and pages hold no words of their own', () => {
  const han = /\p{Script=Han}/u;
  const folders = ['components', 'entrypoints', 'lib/screens'];
  const files = folders.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => han.test(code(readFileSync(ROOT + file, 'utf8'))))).toEqual([]);
});
