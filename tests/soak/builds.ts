import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BUILDS } from '../../scripts/bundles.ts';
import { run } from '../../scripts/command.ts';
import type { BrowserKind } from '../e2e/harness/launch.ts';
import { temporaryCopy } from '../e2e/harness/one-language.ts';
import { BACKGROUND_MARKS } from './background-marks.ts';
import { clockScript, type Pace } from './pace.ts';

/** The extension in one folder, as a browser that keeps it sees it: the next version comes into the same place. */
export type Builds = {
  folder: string;
  version(): string;
  /** Puts the next version into the folder; the browser has to be told. */
  next(): void;
};

/**
 * A copy of the project's build whose contexts see another clock.
 * @param builds the next versions, see `nextBuilds`; after these it is the same build under a higher number
 */
export function soakBuilds(kind: BrowserKind, pace: Pace, builds: readonly string[]): Builds {
  const folder = temporaryCopy(BUILDS[kind]);
  const first = versionIn(folder);
  let count = 0;
  prepare(folder, pace);
  return {
    folder,
    version: () => versionIn(folder),
    next() {
      const source = builds[count] ?? BUILDS[kind];
      const version = later(first, ++count);
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      cpSync(source, folder, { recursive: true });
      if (source === BUILDS[kind]) numbered(folder, version);
      if (versionIn(folder) !== version) throw new Error(`the build is not ${version}`);
      prepare(folder, pace);
    },
  };
}

/** The next so many versions, each built anew: before the clock begins to run, as a build takes days of it. */
export async function nextBuilds(kind: BrowserKind, count: number): Promise<string[]> {
  const first = versionIn(BUILDS[kind]);
  const folders: string[] = [];
  for (let nth = 1; nth <= count; nth++) folders.push(await built(kind, later(first, nth)));
  return folders;
}

/** The version that lies so many behind. */
function later(version: string, by: number): string {
  const [major, minor, patch] = version.split('.');
  return `${major}.${minor}.${Number(patch) + by}`;
}

function versionIn(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

function numbered(folder: string, version: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
}

/** Builds the project under another version number, into a folder of its own. */
async function built(kind: BrowserKind, version: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'fingerlight-next-'));
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  const options = { browser: kind === 'firefox' ? 'firefox' : 'chrome', outDir: out };
  const script = `import { build } from 'wxt'; await build(${JSON.stringify({ ...options, manifest: { version } })});`;
  const { code, output } = await run('node', ['--input-type=module', '-e', script]);
  // Beside the extension a build leaves lists of what went into it.
  const folder = join(out, basename(BUILDS[kind]));
  if (code !== 0 || !existsSync(folder)) throw new Error(output);
  return folder;
}

function prepare(folder: string, pace: Pace): void {
  const clock = clockScript(pace);
  const scripts = readdirSync(join(folder, 'content-scripts'))
    // The page's own world gets its clock with the page.
    .filter((name) => name.endsWith('.js') && name !== 'page-feed.js')
    .map((name) => `content-scripts/${name}`);
  for (const file of ['installed-sites.js', ...scripts]) prepend(join(folder, file), clock);
  prepend(join(folder, 'background.js'), clock + BACKGROUND_MARKS);
}

function prepend(file: string, script: string): void {
  writeFileSync(file, script + readFileSync(file, 'utf8'));
}
