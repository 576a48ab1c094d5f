import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf, offences } from './layers/imports.ts';
import { EMPTY_NAMES, ENTRYPOINT_LINES } from './layers/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Source = { file: string; text: string };

function sourcesIn(folder: string): Source[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(ROOT + file, 'utf8') }));
}

const PRODUCT = ['lib', 'components', 'entrypoints'].flatMap(sourcesIn);
const EVERYTHING = [...PRODUCT, ...sourcesIn('tests'), ...sourcesIn('scripts')];

test('no module imports what its layer must not know', () => {
  expect(PRODUCT.length).toBeGreaterThan(0);
  expect(PRODUCT.flatMap(({ file, text }) => offences(file, text))).toEqual([]);
});

test.each([
  ['lib/detect/judge.ts', `import { db } from '../tally/db';`],
  ['lib/detect/judge.ts', `import { readFileSync } from 'node:fs';`],
  ['lib/detect/judge.ts', `export { db } from '../tally/db';`],
  ['lib/sites/wechat.ts', `import { judge } from '../detect/judge';`],
  ['lib/tally/query.ts', `import { type Verdict, judge } from '../detect/judge';`],
  ['lib/overlay/run.ts', `import '../tally/db';`],
  ['lib/overlay/run.ts', `const { db } = await import('../tally/db');`],
  ['lib/export/csv.ts', `import { openRecorder } from '../tally/record';`],
  ['lib/tally/opinion.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
  ['components/Counts.tsx', `import {\n  browser,\n} from 'wxt/browser';`],
  ['components/Counts.tsx', `import { db } from '@/lib/tally/db';`],
  ['entrypoints/popup/main.tsx', `import { openRecorder } from '../../lib/tally/record.ts';`],
  ['lib/background/badge.ts', `import background from '../../entrypoints/background';`],
  ['lib/sundry/thing.ts', ''],
])('the rules catch %s: %s', (file, text) => {
  expect(offences(file, text)).toHaveLength(1);
});

test.each([
  ['lib/sites/wechat.ts', `import type { Message } from '../detect/types';`],
  ['lib/tally/record.ts', `import { type Message, type Verdict } from '../detect/types.ts';`],
  ['entrypoints/background.ts', `import { openRecorder } from '../lib/tally/record';`],
])('the rules let %s: %s', (file, text) => {
  expect(importsOf(file, text)).toHaveLength(1);
  expect(offences(file, text)).toEqual([]);
});

test('no barrel files: a module is imported by its own name', () => {
  const again = PRODUCT.filter(({ text }) => /^\s*export\s[^=;]*\sfrom\s*['"]/m.test(text));
  expect(again.map(({ file }) => file)).toEqual([]);
});

test('no file is named after nothing', () => {
  expect(EVERYTHING.map(({ file }) => file).filter((file) => EMPTY_NAMES.test(file))).toEqual([]);
});

test('no value is typed any', () => {
  const loose = PRODUCT.filter(({ text }) => /(:|\bas|<)\s*any\b(?!['"\w])/.test(code(text)));
  expect(loose.map(({ file }) => file)).toEqual([]);
});

test('entrypoints are wiring', () => {
  const long = sourcesIn('entrypoints').filter(
    ({ text }) => text.trimEnd().split('\n').length > ENTRYPOINT_LINES,
  );
  expect(long.map(({ file }) => file)).toEqual([]);
});

/** The text without its comments, where prose may hold any word. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
