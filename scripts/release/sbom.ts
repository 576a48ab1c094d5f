import type { BundledPackage } from '../licences/package-licence.ts';
import type { Commit } from './commit.ts';
import { dependencyOf, type LockedPackage, type LockFile } from './locked-packages.ts';

/**
 * The list of what went into a release, CycloneDX 1.6. It says the same for the same commit: the commit's time instead of
 * now, no random serial number, and no word of the npm that is installed (which is why it is not what `npm sbom` prints).
 * What is bundled is "required", what only builds or tests is "excluded".
 */
export function sbomOf(
  lock: LockFile,
  bundled: readonly BundledPackage[],
  { hash, time }: Commit,
): string {
  const shipped = new Set(bundled.map(purlOf));
  const byRef = new Map(lock.packages.map((each) => [purlOf(each), each]));
  const missing = [...shipped].filter((ref) => !byRef.has(ref));
  if (missing.length > 0) throw new Error(`bundled but not locked: ${missing.join(', ')}`);
  const components = [...byRef].sort(byFirst).map(([ref, each]) => component(ref, each, shipped));
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: new Date(time * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': purlOf(lock.own),
        name: lock.own.name,
        version: lock.own.version,
        ...licencesOf(lock.own),
        purl: purlOf(lock.own),
      },
      properties: [{ name: 'fingerlight:commit', value: hash }],
    },
    components,
    dependencies: dependenciesOf(lock),
  };
  return `${JSON.stringify(sbom, null, 1)}\n`;
}

function component(ref: string, each: LockedPackage, shipped: ReadonlySet<string>) {
  return {
    type: 'library',
    'bom-ref': ref,
    name: each.name,
    version: each.version,
    scope: shipped.has(ref) ? 'required' : 'excluded',
    ...hashesOf(each),
    ...licencesOf(each),
    purl: ref,
  };
}

/** A package URL, which is also by what the parts of the list refer to each other. */
function purlOf({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashesOf({ integrity }: LockedPackage) {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  if (!base64) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] };
}

/** An id, an expression of ids, or, where an author wrote neither, the author's words. */
function licencesOf({ license }: LockedPackage) {
  if (!license) return {};
  if (/^[\w.+-]+$/.test(license)) return { licenses: [{ license: { id: license } }] };
  const isExpression = / (OR|AND|WITH) /.test(license);
  return { licenses: [isExpression ? { expression: license } : { license: { name: license } }] };
}

function dependenciesOf({ own, packages }: LockFile) {
  const byPath = new Map(packages.map((each) => [each.path, each]));
  const wanted = new Map<string, Set<string>>();
  for (const each of [own, ...packages]) {
    const tools = each === own ? each.devDependencies : {};
    const names = { ...each.dependencies, ...each.optionalDependencies, ...tools };
    const found = Object.keys(names).flatMap((name) => dependencyOf(byPath, each.path, name) ?? []);
    // The same version may lie in several places, each with what it finds above itself.
    const refs = wanted.get(purlOf(each)) ?? new Set();
    wanted.set(purlOf(each), new Set([...refs, ...found.map(purlOf)]));
  }
  return [...wanted].sort(byFirst).map(([ref, refs]) => ({ ref, dependsOn: [...refs].sort() }));
}

function byFirst([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
