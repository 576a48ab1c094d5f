import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledIn, watchBundled } from '../../../scripts/licences/bundled-packages.ts';
import { licenceTexts } from '../../../scripts/licences/licence-texts.ts';
import { packageFolderOf } from '../../../scripts/licences/module-package.ts';
import { bundledPackage } from '../../../scripts/licences/package-licence.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerlight-licences-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(name: string, about: object, files: Record<string, string> = {}): string {
  const folder = join(root, 'node_modules', name);
  const all = { 'package.json': JSON.stringify({ name, version: '1.2.3', ...about }), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

test.each([
  ['/p/node_modules/dexie/dist/dexie.mjs', '/p/node_modules/dexie'],
  ['/p/node_modules/@noble/hashes/sha2.js?x', '/p/node_modules/@noble/hashes'],
  ['/p/node_modules/a/node_modules/b/i.js', '/p/node_modules/a/node_modules/b'],
  ['\0/p/node_modules/c/i.js?commonjs-module', '/p/node_modules/c'],
  ['/elsewhere/node_modules/d/i.js', '/elsewhere/node_modules/d'],
  ['\0rolldown/runtime.js', '/p/node_modules/rolldown'],
  ['\0vite/preload-helper.js', '/p/node_modules/vite'],
  ['\0virtual:wxt-background-entrypoint?/p/entrypoints/background.ts', '/p/node_modules/wxt'],
  ['/p/lib/detect/judge.ts', null],
  ['/p/.wxt/i18n/index.ts', null],
])('the module %j is of %s', (id, folder) => {
  expect(packageFolderOf(id, '/p')).toBe(folder);
});

test.each(['/elsewhere/lib/a.ts', '\0virtual:somebody', '/project-beside/a.ts'])(
  'the module %j, of nobody that is known, is no module to be shipped',
  (id) => {
    expect(() => packageFolderOf(id, '/p')).toThrow(/which package/);
  },
);

test('a package is passed on with its licence and its notice', () => {
  const folder = install(
    'fine',
    { license: 'Apache-2.0', repository: { url: 'git+https://example.org/fine.git' } },
    { LICENSE: 'the licence\r\n', NOTICE: 'the notice', 'README.md': 'x' },
  );
  expect(bundledPackage(folder)).toEqual({
    name: 'fine',
    version: '1.2.3',
    licence: 'Apache-2.0',
    source: 'https://example.org/fine',
    texts: ['the licence', 'the notice'],
  });
});

test.each([['GPL-3.0'], ['MPL-2.0'], ['SEE LICENSE IN x'], [undefined]])(
  'a package under %s is not bundled',
  (license) => {
    const folder = install('other', { license }, { LICENSE: 'text' });
    expect(() => bundledPackage(folder)).toThrow(`other 1.2.3 is bundled under "${license ?? ''}"`);
  },
);

test('the one under the Mozilla licence is, as long as it stays under that one', () => {
  const mozilla = install('webextension-polyfill', { license: 'MPL-2.0' }, { LICENSE: 'text' });
  expect(licenceTexts([bundledPackage(mozilla), apache()])).toContain('bundled as they are');
  const changed = install('webextension-polyfill', { license: 'GPL-2.0' }, { LICENSE: 'text' });
  expect(() => bundledPackage(changed)).toThrow('is bundled under "GPL-2.0"');
});

test('a package without a text is not bundled, unless another of its repository brings the text', () => {
  const about = { license: 'MIT', repository: 'https://example.org/many' };
  const bare = install('@many/bare', about);
  install('unlike', { ...about, repository: 'https://example.org/other' }, { LICENSE: 'not this' });
  install('@many/strict', { ...about, license: 'ISC' }, { LICENSE: 'nor this' });
  expect(() => bundledPackage(bare)).toThrow('@many/bare 1.2.3 is bundled without a licence text');
  install('@many/full', about, { LICENSE: 'Copyright Many' });
  expect(bundledPackage(bare).texts).toEqual(['Copyright Many']);
});

test('of a tool only its own licence goes along, not those of what the tool bundles', () => {
  const file = 'Copyright Tool\n\n# Licenses of bundled dependencies\nCopyright Many Others\n';
  const folder = install('tool', { license: 'MIT' }, { 'LICENSE.md': file });
  expect(bundledPackage(folder).texts).toEqual(['Copyright Tool']);
});

test('each text stands once, under all that share it; derived data is named too', () => {
  const [one, other] = ['one', 'other'].map((name) => ({ ...apache(), name }));
  const text = licenceTexts([one, other, apache()].filter((each) => each !== undefined));
  expect(text.match(/the Apache text/g)).toHaveLength(1);
  expect(text).toMatch(/^one 1: Apache-2\.0, https:.*\nother 1: Apache-2\.0/m);
  expect(text).toContain('OpenCC');
  expect(() => licenceTexts([])).toThrow('no bundled package brings the text of Apache-2.0');
});

describe('a build', () => {
  const MIT = { license: 'MIT' };

  /** Bundles modules of these lengths, as the bundler tells a plugin of them, and writes what it then has to. */
  function bundle(modules: Record<string, number>): { text: string; names: string[] } {
    const { plugin, write } = watchBundled(root);
    const lengths = Object.entries(modules).map(([id, renderedLength]) => [
      id.replace('~', `${root}/node_modules`),
      { renderedLength },
    ]);
    const chunk = { type: 'chunk', modules: Object.fromEntries(lengths) };
    const told = plugin.generateBundle as unknown as (options: object, bundle: object) => void;
    told({}, { 'a.js': chunk, 'a.css': { type: 'asset' } });
    const build = join(root, 'output', 'chrome-mv3');
    mkdirSync(build, { recursive: true });
    write(build);
    const text = readFileSync(join(build, 'third-party-licenses.txt'), 'utf8');
    return { text, names: bundledIn(build).map(({ name }) => name) };
  }

  test('carries the licences of what it bundles, not of what was shaken off', () => {
    install('used', MIT, { LICENSE: 'Copyright Used' });
    install('styles', { license: 'Apache-2.0' }, { LICENSE: 'Copyright Styles' });
    install('unused', MIT, { LICENSE: 'Copyright Unused' });
    const modules = { '~/used/a.js': 5, '~/used/b.js': 6, '~/unused/a.js': 0, '~/styles/a.css': 0 };
    const { text, names } = bundle({ ...modules, [`${root}/lib/a.ts`]: 7 });
    expect(names).toEqual(['styles', 'used']);
    expect(text).toContain('Copyright Used');
    expect(text).toContain('Copyright Styles');
    expect(text).not.toContain('Unused');
  });

  test('names a package once that is linked in from elsewhere', () => {
    const real = install('real', { license: 'Apache-2.0' }, { LICENSE: 'text' });
    symlinkSync(real, join(root, 'node_modules', 'linked'));
    expect(bundle({ '~/real/a.js': 1, '~/linked/b.js': 1 }).names).toEqual(['real']);
  });

  test('fails when it bundles something that it may not', () => {
    install('bound', { license: 'AGPL-3.0' }, { LICENSE: 'text' });
    expect(() => bundle({ '~/bound/a.js': 1 })).toThrow('bound 1.2.3 is bundled under "AGPL-3.0"');
  });
});

function apache() {
  const source = 'https://example.org';
  return {
    name: 'apache',
    version: '1',
    licence: 'Apache-2.0',
    source,
    texts: ['the Apache text'],
  };
}
