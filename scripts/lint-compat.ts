// Says what a build uses that the oldest browser it names does not have. Exit code 1 if there is more than is known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_KINDS, BUILDS, type BuildKind, bundlesOf } from './bundles.ts';
import { KNOWN_NEWER } from './compat/known-newer.ts';
import { featuresOfManifest } from './compat/manifest-features.ts';
import { newerThan } from './compat/newer.ts';
import { featuresOfScript } from './compat/script-features.ts';
import { featuresOfStyle } from './compat/style-features.ts';
import type { Engine } from './compat/table.ts';

type Manifest = {
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko?: { strict_min_version?: string } };
};

const ENGINES = { chromium: 'chrome', firefox: 'firefox' } as const satisfies Record<
  BuildKind,
  Engine
>;

for (const kind of BUILD_KINDS) {
  const manifest = JSON.parse(
    readFileSync(join(BUILDS[kind], 'manifest.json'), 'utf8'),
  ) as Manifest;
  const stated =
    manifest.minimum_chrome_version ??
    manifest.browser_specific_settings?.gecko?.strict_min_version;
  const oldest = Number.parseInt(stated ?? '', 10);
  if (Number.isNaN(oldest)) throw new Error(`the ${kind} build names no oldest version`);
  const features = [
    ...featuresOfManifest(manifest).map((feature) => ({ ...feature, file: 'manifest.json' })),
    ...bundlesOf(kind).flatMap(({ file, text }) => {
      if (file.endsWith('.html')) return [];
      const found = file.endsWith('.css') ? featuresOfStyle(text) : featuresOfScript(text);
      return found.map((feature) => ({ ...feature, file }));
    }),
  ];
  const wrong = newerThan(features, ENGINES[kind], oldest, KNOWN_NEWER);
  for (const words of wrong) console.log(`${kind} ${words}`);
  console.log(
    `${wrong.length === 0 ? 'ok' : 'NOT OK'} ${kind} ${oldest}: ${features.length} uses read`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
