import { type Engine, since } from './table.ts';
import type { UsedFeature } from './used-feature.ts';

/** A feature that an old browser lacks and that is used all the same: why that does no harm, and what shows it. */
export type KnownNewer = { name: string; engine?: Engine; why: string };

type Use = UsedFeature & { file: string };

/**
 * Uses of features that came after `oldest`, but for those that are known; and known ones that are used nowhere any more.
 * One line each.
 */
export function newerThan(
  uses: readonly Use[],
  engine: Engine,
  oldest: number,
  known: readonly KnownNewer[],
): string[] {
  const files = new Map<string, { version: number; files: Set<string> }>();
  for (const { name, paths, file } of uses) {
    const versions = paths.map((path) => since(path, engine)).filter((version) => version !== null);
    const version = Math.min(...versions);
    // A member by its name alone that no version has is none of the browser's.
    const isNobodys = name.startsWith('.') && version === Number.POSITIVE_INFINITY;
    if (versions.length === 0 || version <= oldest || isNobodys) continue;
    const at = files.get(name) ?? { version, files: new Set() };
    files.set(name, { version, files: at.files.add(file) });
  }
  const meant = known.filter((one) => one.engine === undefined || one.engine === engine);
  const isKnown = (name: string) => meant.some((one) => one.name === name);
  const unknown = [...files].filter(([name]) => !isKnown(name));
  const unused = meant.filter(({ name, engine: only }) => only !== undefined && !files.has(name));
  return [
    ...unknown.map(
      ([name, { version, files: where }]) => `${name} since ${version}: ${[...where].join(', ')}`,
    ),
    ...unused.map(({ name }) => `${name} is known to be newer and is not used, or no longer newer`),
  ];
}
