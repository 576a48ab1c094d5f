// npm run zip: builds the files at hand and packs, into .output/release, what the stores take, with the licences and
// the list of parts. The source archive holds this too: whoever unpacks it gets the same bytes. A whole release is
// `npm run release`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBoth } from './build-both.ts';
import { BUILDS } from './bundles.ts';
import { bundledIn } from './licences/bundled-packages.ts';
import { allLicences } from './release/all-licences.ts';
import { artefacts, RELEASE } from './release/artefacts.ts';
import { changedFiles, commitOf } from './release/commit.ts';
import { lockedPackages } from './release/locked-packages.ts';
import { sbomOf } from './release/sbom.ts';
import { forStores } from './release/store-manifest.ts';
import { filesIn, zipOf } from './release/zip-file.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const commit = commitOf(ROOT);
const changed = changedFiles(ROOT);
if (changed.length > 0) {
  console.log(`These are not the files of commit ${commit.hash}:\n${changed.join('\n')}`);
}
rmSync(BUILDS.chromium, { recursive: true, force: true });
rmSync(BUILDS.firefox, { recursive: true, force: true });
if (!(await buildBoth())) process.exit(1);

const lock = lockedPackages(ROOT);
const bundled = [...bundledIn(BUILDS.chromium), ...bundledIn(BUILDS.firefox)];
const once = [...new Map(bundled.map((each) => [`${each.name} ${each.version}`, each])).values()];
const built = filesIn(BUILDS.chromium);
const forChromium = zipOf(forStores(built), commit.time);
const names = artefacts(lock.own.version);
const made = new Map<string, string | Uint8Array>([
  [names.chrome, forChromium],
  // One build serves both: Edge's store takes the same bytes under a name of its own.
  [names.edge, forChromium],
  [names.unpacked, zipOf(built, commit.time)],
  [names.firefox, zipOf(filesIn(BUILDS.firefox), commit.time)],
  [names.sbom, sbomOf(lock, once, commit)],
  [names.licences, allLicences(lock, once)],
]);
const folder = join(ROOT, RELEASE);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of made) writeFileSync(join(folder, name), content);
console.log(`packed into ${RELEASE}: ${[...made.keys()].join(', ')}`);
