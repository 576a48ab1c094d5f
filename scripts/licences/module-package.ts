import { join } from 'node:path';

/** Which package the bundler's own pieces and WXT's virtual modules come from, by how their ids start. */
const PIECES: readonly [start: string, name: string][] = [
  ['virtual:wxt-', 'wxt'],
  ['rolldown/', 'rolldown'],
  ['vite/', 'vite'],
];

/**
 * Folder of the package that a module of the build's graph comes from.
 * @param id the bundler's id: an absolute path, with a query or a leading NUL where the bundler made the module
 * @param root the project's folder
 * @returns null for a module of our own; throws for one of unknown origin, so that nothing is left out of the list
 */
export function packageFolderOf(id: string, root: string): string | null {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  const piece = PIECES.find(([start]) => path.startsWith(start));
  if (piece) return join(root, 'node_modules', piece[1]);
  const [file = ''] = path.split('?');
  const inPackage = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  if (inPackage?.[1]) return inPackage[1];
  if (file.startsWith(`${root.replaceAll('\\', '/').replace(/\/$/, '')}/`)) return null;
  throw new Error(`nobody knows which package this bundled module is from: ${JSON.stringify(id)}`);
}
