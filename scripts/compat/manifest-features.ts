import { branchAt } from './table.ts';
import type { UsedFeature } from './used-feature.ts';

/** What a manifest uses of a browser: its keys, two levels deep, also of what stands in lists. */
export function featuresOfManifest(manifest: object): UsedFeature[] {
  const used = new Map<string, UsedFeature>();
  const look = (value: unknown, path: readonly string[], depth: number) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one, path, depth);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key];
      if (!branchAt(at)) continue;
      used.set(at.slice(2).join('.'), { name: `manifest: ${at.slice(2).join('.')}`, paths: [at] });
      if (depth > 1) look(inner, at, depth - 1);
    }
  };
  look(manifest, ['webextensions', 'manifest'], 2);
  return [...used.values()].filter(({ paths }) => paths.some((path) => branchAt(path)?.__compat));
}
