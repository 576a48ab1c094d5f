import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { onHosts } from '../../tests/e2e/harness/on-hosts.ts';
import { BUILDS } from '../bundles.ts';
import type { BenchedClient } from './chat-page.ts';

/**
 * What runs beside the page.
 * - `floor`: an empty content script whose one MutationObserver hears of every added node and does nothing about it.
 * - `dark-reader`: rewrites a page's colours; restyles what is added. Version of npm, `DarkReader.enable` with its defaults.
 * - `pangu`: puts spaces between Han and Latin letters; reads and rewrites the text that is added, as ours reads it, and is the
 *   library of an extension that Chinese readers know. Version of npm, `autoSpacingPage` with its defaults.
 */
export const VARIANTS = ['without', 'floor', 'ours', 'dark-reader', 'pangu'] as const;

export type Variant = (typeof VARIANTS)[number];

type Library = {
  scripts: readonly string[];
  start: string;
  /** Runs in the page: whether the library has done anything there. */
  isAtWork(): boolean;
};

/** A text that `pangu` changes, to "报 3 份". */
export const WORTH_CHANGING = '请各社区报3份台账';

const LIBRARIES: Readonly<Record<Exclude<Variant, 'without' | 'ours'>, Library>> = {
  floor: {
    scripts: [],
    start: `let added = 0;
new MutationObserver((records) => {
  for (const record of records) for (const node of record.addedNodes) added += node.nodeType;
  document.documentElement.dataset.floor ??= String(added > 0);
}).observe(document, { childList: true, subtree: true });`,
    isAtWork: () => document.documentElement.dataset.floor === 'true',
  },
  'dark-reader': {
    scripts: ['darkreader/darkreader.js'],
    start: 'DarkReader.enable({});',
    isAtWork: () => document.querySelector('style.darkreader') !== null,
  },
  pangu: {
    scripts: ['pangu/dist/browser/pangu.umd.js'],
    start: 'pangu.autoSpacingPage();',
    // In web WeChat it leaves messages alone, as they stand in a `pre`, and changes the list of chats.
    isAtWork: () => document.body.textContent.includes('报 3 份'),
  },
};

/** The unpacked extension of a variant, or false. Folders are temporary. */
export function extensionOf(variant: Variant, client: BenchedClient): string | false {
  if (variant === 'without') return false;
  if (variant !== 'ours') return libraryExtension(variant, client.pattern);
  return client.isInstalled ? BUILDS.chromium : onHosts('chromium', [client.pattern]);
}

/** What works when the page has nothing to do comes within, ms. */
const AT_WORK_WITHIN = 10_000;

/**
 * Throws unless the variant leaves a trace in the page: a library that does nothing would be quick. Call when
 * `WORTH_CHANGING` was said.
 */
export async function checkAtWork(variant: Variant, page: Page): Promise<void> {
  const isThere =
    variant === 'ours'
      ? () => document.querySelector('[data-fl-row]') !== null
      : variant !== 'without' && LIBRARIES[variant].isAtWork;
  if (!isThere) return;
  await page.waitForFunction(isThere, { timeout: AT_WORK_WITHIN }).catch((cause: unknown) => {
    throw new Error(`${variant} did nothing in the page`, { cause });
  });
}

/** What was made for a variant and an address serves all its replays. */
const made = new Map<string, string>();

function libraryExtension(variant: keyof typeof LIBRARIES, pattern: string): string {
  const name = `${variant} ${pattern}`;
  const folder = made.get(name) ?? newLibraryExtension(LIBRARIES[variant], pattern);
  made.set(name, folder);
  return folder;
}

function newLibraryExtension({ scripts, start }: Library, pattern: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-beside-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, json: object) =>
    writeFileSync(join(folder, name), JSON.stringify(json));
  for (const script of scripts) {
    const file = fileURLToPath(new URL(`../../node_modules/${script}`, import.meta.url));
    copyFileSync(file, join(folder, basename(script)));
  }
  writeFileSync(join(folder, 'start.js'), start);
  // A language of its own, as ours has: pages are then told the same one.
  mkdirSync(join(folder, '_locales/zh_CN'), { recursive: true });
  write('_locales/zh_CN/messages.json', { name: { message: 'compared' } });
  write('manifest.json', {
    ...{ manifest_version: 3, name: '__MSG_name__', version: '1', default_locale: 'zh_CN' },
    content_scripts: [
      { matches: [pattern], js: [...scripts.map((one) => basename(one)), 'start.js'] },
    ],
  });
  return folder;
}
