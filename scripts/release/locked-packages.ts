import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One entry of package-lock.json. */
export type LockedPackage = {
  /** Where npm puts it, such as "node_modules/a/node_modules/b". */
  path: string;
  name: string;
  version: string;
  /** SPDX identifier or expression, as its author wrote it. */
  license?: string;
  /** "sha512-" and the base64 of the hash of its archive. */
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  /** Of our own package only. */
  devDependencies?: Record<string, string>;
};

export type LockFile = { own: LockedPackage; packages: LockedPackage[] };

/** Everything that package-lock.json names, our own package apart. */
export function lockedPackages(folder: string): LockFile {
  const text = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Partial<LockedPackage>> };
  // A link is the package that it leads to, at one more place.
  const all = Object.entries(packages).map(([path, entry]) => ({
    ...(entry.link ? packages[entry.resolved ?? ''] : {}),
    ...entry,
    path,
    name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: entry.version ?? packages[entry.resolved ?? '']?.version ?? '',
  }));
  const own = all.find(({ path }) => path === '');
  if (!own) throw new Error('package-lock.json says nothing of our own package');
  return { own, packages: all.filter((each) => each !== own) };
}

/** The entry that a package gets when it asks for another by name: the nearest above it, as Node looks for it. */
export function dependencyOf(
  packages: ReadonlyMap<string, LockedPackage>,
  from: string,
  name: string,
): LockedPackage | undefined {
  for (
    let place = from;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))
  ) {
    const found = packages.get(`${place ? `${place}/` : ''}node_modules/${name}`);
    if (found || place === '') return found;
  }
}
