import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { licenceTexts } from './licence-texts.ts';
import { packageFolderOf } from './module-package.ts';
import { type BundledPackage, bundledPackage } from './package-licence.ts';

/** The file in a build that carries the licences of what is bundled: most of them ask to be passed on. */
const LICENCES_IN_BUILD = 'third-party-licenses.txt';

/**
 * Notes, over all bundles of one build, which packages got into it: from the bundler's graph of modules, since package.json
 * names what is bundled in part and leaves out what the tools add.
 * @param root the project's folder
 */
export function watchBundled(root: string) {
  const modules = new Set<string>();
  const plugin: Plugin = {
    name: 'bundled-packages',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          // Of a module that was shaken off nothing is left; a style sheet leaves its chunk for a file of its own.
          if (renderedLength > 0 || /\.css(\?|$)/.test(id)) modules.add(id);
        }
      }
    },
  };
  /** Writes the licence texts into the finished build, and a list for the release beside it. */
  const write = (build: string): void => {
    const found = [...modules].flatMap((id) => packageFolderOf(id, root) ?? []);
    // By their real places: the packages may be linked in, and the bundler follows links.
    const folders = new Set(found.map((folder) => realpathSync(folder)));
    const packages = [...folders].map(bundledPackage).sort(byName);
    writeFileSync(join(build, LICENCES_IN_BUILD), licenceTexts(packages));
    const list = listFile(build);
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(list, JSON.stringify(packages, null, 1));
  };
  return { plugin, write };
}

/** What `watchBundled` found in a build. */
export function bundledIn(build: string): BundledPackage[] {
  return JSON.parse(readFileSync(listFile(build), 'utf8')) as BundledPackage[];
}

function listFile(build: string): string {
  return join(dirname(build), 'bundled', `${basename(build)}.json`);
}

function byName(one: BundledPackage, other: BundledPackage): number {
  return `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1;
}
