import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is bundled, with the licence under which it is passed on. */
export type BundledPackage = {
  name: string;
  version: string;
  /** SPDX identifier. */
  licence: string;
  /** Where its source is. */
  source: string;
  /** Its licence and notice files, in full. */
  texts: string[];
};

/** Licences under which code may be part of a program under MIT, as long as their texts go with it. */
export const ALLOWED: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'],
]);

/** Packages under another licence, each looked at by itself. */
export const EXCEPTIONS: Readonly<Record<string, { licence: string; why: string }>> = {
  'webextension-polyfill': {
    licence: 'MPL-2.0',
    why: 'its files are bundled as they are; the licence binds those files alone and asks that their source can be had, which the address beside it says',
  },
};

type PackageFile = {
  name: string;
  version: string;
  license?: string;
  repository?: string | { url?: string };
  homepage?: string;
};

const MODULES = 'node_modules';

const TEXT_FILES = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/** Reads a package's licence. Throws when it is not allowed or when there is no text of it. */
export function bundledPackage(folder: string): BundledPackage {
  const { name, version, license: licence = '', ...about } = packageFile(folder);
  const allowed = ALLOWED.has(licence) || EXCEPTIONS[name]?.licence === licence;
  if (!allowed) throw new Error(`${name} ${version} is bundled under "${licence}"`);
  const own = textsIn(folder);
  const texts = own.length > 0 ? own : textsOfSameSource(folder, licence);
  if (texts.length === 0) throw new Error(`${name} ${version} is bundled without a licence text`);
  return { name, version, licence, source: sourceOf(about) ?? about.homepage ?? '', texts };
}

function packageFile(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

function textsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => TEXT_FILES.test(file));
  return files.sort().map((file) => ownPart(readFileSync(join(folder, file), 'utf8')));
}

/** A tool's file may go on with the licences of what the tool itself bundles, none of which gets into what it builds. */
function ownPart(text: string): string {
  const [own = ''] = text.replaceAll('\r\n', '\n').split(/^# Licenses of bundled dependencies/m);
  return own.trim();
}

/** Some packages of one repository are published without its licence file; another one brings it. */
function textsOfSameSource(folder: string, licence: string): string[] {
  const source = sourceOf(packageFile(folder));
  if (source === undefined) return [];
  const modules = folder.slice(0, folder.lastIndexOf(MODULES) + MODULES.length);
  for (const beside of packageFolders(modules)) {
    const other = packageFile(beside);
    if (sourceOf(other) !== source || other.license !== licence) continue;
    const texts = textsIn(beside);
    if (texts.length > 0) return texts;
  }
  return [];
}

function packageFolders(modules: string): string[] {
  const names = readdirSync(modules).sort();
  const scoped = names
    .filter((name) => name.startsWith('@'))
    .flatMap((scope) => readdirSync(join(modules, scope)).map((name) => `${scope}/${name}`));
  const folders = [...names.filter((name) => /^[^.@]/.test(name)), ...scoped.sort()];
  return folders.map((name) => join(modules, name));
}

/** The repository's address as a browser takes it. */
function sourceOf({ repository }: Pick<PackageFile, 'repository'>): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url?.replace(/^git\+/, '').replace(/\.git$/, '');
}
