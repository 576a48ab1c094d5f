import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BUILD_KINDS, BUILDS } from '../../scripts/bundles.ts';

const FOLDER = fileURLToPath(new URL('../../docs/store', import.meta.url));
/** The most characters that the stores take for a short description. */
const SHORT = 132;
/** Bytes of a picture, so that a page of them loads on a slow line. */
const PICTURE_BYTES = 300_000;
/** What a form asks for, in each language. */
const HEADINGS = {
  'listing.en.md': [
    'Short description',
    'Single purpose',
    'Remote code',
    'Data use',
    'Privacy policy',
  ],
  'listing.zh-CN.md': ['简短说明', '单一用途', '远程代码', '数据使用', '隐私政策'],
};

type Manifest = {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
};

/** Everything that a user or a reviewer may ask a reason for, in either build. */
function askedFor(): string[] {
  const asked = BUILD_KINDS.flatMap((kind) => {
    const file = join(BUILDS[kind], 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const { permissions = [], host_permissions = [], content_scripts = [] } = manifest;
    const optional = [manifest.optional_permissions, manifest.optional_host_permissions];
    const pages = content_scripts.flatMap(({ matches }) => matches);
    return [
      ...permissions,
      ...host_permissions,
      ...optional.flatMap((each) => each ?? []),
      ...pages,
    ];
  });
  return [...new Set(asked)].sort();
}

/** The first cell of each row of a table that names permissions or hosts, where the second gives a reason. */
function explained(text: string): string[] {
  const rows = text.matchAll(/^\| ((?:`[^`]+` ?)+)\| *(\S.{9,}?) *\|$/gm);
  return [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

function sectionOf(text: string, heading: string): string {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  return section.split('\n## ')[0]?.trim() ?? '';
}

describe.each(Object.entries(HEADINGS))('the store texts in %s', (file, headings) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const locale = file.includes('zh') ? 'zh_CN' : 'en';

  test('give a reason for everything that the manifests ask for, and for nothing else', () => {
    const asked = askedFor();
    expect(asked).toEqual(expect.arrayContaining(['storage', 'sidePanel', 'https://wx.qq.com/*']));
    expect(explained(text).sort()).toEqual(asked);
  });

  test('answer what the forms ask', () => {
    for (const heading of headings)
      expect(`${heading}: ${sectionOf(text, heading)}`).toMatch(/: .{20,}/s);
  });

  test('describe the extension in few words, the same as the browser shows', () => {
    const short = sectionOf(text, headings[0] ?? '');
    expect([...short].length).toBeLessThanOrEqual(SHORT);
    const messages = join(BUILDS.chromium, '_locales', locale, 'messages.json');
    const { extension_description: shown } = JSON.parse(readFileSync(messages, 'utf8'));
    expect(short).toBe(shown.message);
  });

  test('show the pictures that there are, each of the size that the stores take', () => {
    const shown = [...text.matchAll(/\]\(images\/([^)]+)\)/g)].map(([, name = '']) => name);
    const own = readdirSync(join(FOLDER, 'images')).filter((name) =>
      name.endsWith(`-${file.split('.')[1]}.png`),
    );
    expect(shown).toEqual(own.sort());
    expect(shown).toHaveLength(5);
    for (const name of shown) {
      const picture = readFileSync(join(FOLDER, 'images', name));
      expect([name, picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([name, 1280, 800]);
      expect(statSync(join(FOLDER, 'images', name)).size).toBeLessThan(PICTURE_BYTES);
    }
  });
});

test('a row without a reason explains nothing', () => {
  expect(explained('| `tabs` | |\n| `history` | x |\n| `alarms` | Starts the new day. |')).toEqual([
    'alarms',
  ]);
});
