import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allLicences } from '../../../scripts/release/all-licences.ts';
import {
  dependencyOf,
  type LockedPackage,
  lockedPackages,
} from '../../../scripts/release/locked-packages.ts';
import { sbomOf } from '../../../scripts/release/sbom.ts';

const LOCK = lockedPackages(fileURLToPath(new URL('../../..', import.meta.url)));
const COMMIT = { hash: 'a'.repeat(40), time: Date.UTC(2026, 10, 29, 4) / 1000 };

function bundled(name: string) {
  const { version = '', license: licence = '' } =
    LOCK.packages.find((each) => each.name === name) ?? {};
  return {
    name,
    version,
    licence,
    source: `https://example.org/${name}`,
    texts: [`text of ${licence}`],
  };
}
const BUNDLED = [bundled('dexie'), bundled('preact')];

/** In the archive of a locked package, whose hash covers it: no package to be fetched. Or a link to such a part. */
function isPartOfAnother(path: string): boolean {
  const whole = LOCK.packages.find((each) => each.integrity && path.startsWith(`${each.path}/`));
  const link = LOCK.packages.find((each) => each.path === path)?.resolved;
  if (link) return isPartOfAnother(link);
  return whole !== undefined && !path.slice(whole.path.length).includes('node_modules');
}

describe('the lockfile', () => {
  test('pins everything to the bytes of its archive, wherever it is fetched from', () => {
    expect(LOCK.packages.length).toBeGreaterThan(100);
    const bare = LOCK.packages.filter(({ path, integrity }) => {
      return !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') && !isPartOfAnother(path);
    });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('names no place to fetch from, and nothing outside the registry: no git, no address', () => {
    const placed = LOCK.packages.filter(
      ({ resolved }) => resolved !== undefined && !isPartOfAnother(resolved),
    );
    expect(placed.map(({ path, resolved }) => `${path} ${resolved}`)).toEqual([]);
    const { dependencies, devDependencies } = LOCK.own;
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(`${name} ${range}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});

test('a package gets the dependency that lies nearest above it', () => {
  const at = (path: string): LockedPackage => ({ path, name: 'b', version: path });
  const packages = new Map(
    ['node_modules/b', 'node_modules/a/node_modules/b'].map((path) => [path, at(path)]),
  );
  const found = (from: string) => dependencyOf(packages, from, 'b')?.path;
  expect(found('')).toBe('node_modules/b');
  expect(found('node_modules/c')).toBe('node_modules/b');
  expect(found('node_modules/a')).toBe('node_modules/a/node_modules/b');
  expect(found('node_modules/a/node_modules/@x/y')).toBe('node_modules/a/node_modules/b');
  expect(dependencyOf(packages, 'node_modules/a', 'z')).toBeUndefined();
});

describe('the list of parts', () => {
  const sbom = JSON.parse(sbomOf(LOCK, BUNDLED, COMMIT));

  test('names every locked package once, with its hash, and says which are shipped', () => {
    const locked = new Set(LOCK.packages.map(({ name, version }) => `${name} ${version}`));
    const listed = sbom.components.map(({ name, version }: LockedPackage) => `${name} ${version}`);
    expect([...listed].sort()).toEqual([...locked].sort());
    const required = sbom.components.filter(({ scope }: { scope: string }) => scope === 'required');
    expect(required.map(({ name }: LockedPackage) => name)).toEqual(['dexie', 'preact']);
    const dexie = LOCK.packages.find(({ name }) => name === 'dexie');
    const [{ content }] = required[0].hashes;
    expect(`sha512-${Buffer.from(content, 'hex').toString('base64')}`).toBe(dexie?.integrity);
  });

  test('says when the commit was made, and nothing of now or of chance', () => {
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { timestamp: '2026-11-29T04:00:00.000Z' },
    });
    expect(sbom.serialNumber).toBeUndefined();
    expect(sbomOf(LOCK, BUNDLED.toReversed(), COMMIT)).toBe(sbomOf(LOCK, BUNDLED, COMMIT));
  });

  test('refers to nothing that it does not name, and to no licence that is none', () => {
    const refs = new Set(sbom.components.map((each: { purl: string }) => each.purl));
    const used = sbom.dependencies.flatMap((each: { dependsOn: string[] }) => each.dependsOn);
    expect(used.length).toBeGreaterThan(LOCK.packages.length / 2);
    expect(used.filter((ref: string) => !refs.has(ref))).toEqual([]);
    const own = sbom.dependencies.find(
      ({ ref }: { ref: string }) => ref === sbom.metadata.component.purl,
    );
    const direct = { ...LOCK.own.dependencies, ...LOCK.own.devDependencies };
    expect(own.dependsOn).toHaveLength(Object.keys(direct).length);
  });

  test('does not let something be shipped that is not locked', () => {
    const unknown = { ...bundled('dexie'), version: '0.0.1' };
    expect(() => sbomOf(LOCK, [unknown], COMMIT)).toThrow(
      'bundled but not locked: pkg:npm/dexie@0.0.1',
    );
  });
});

test('the list of licences has the texts of what is shipped and the names of all tools', () => {
  const text = allLicences(LOCK, BUNDLED);
  const [shipped = '', tools = ''] = text.split('='.repeat(78));
  expect(shipped).toContain(`dexie ${BUNDLED[0]?.version}: Apache-2.0`);
  expect(shipped).toContain('text of MIT');
  expect(shipped).toContain('OpenCC');
  expect(tools).toMatch(/^wxt [\d.]+: MIT$/m);
  expect(tools).not.toMatch(/^(dexie|preact) /m);
  expect(tools.match(/^.+ .+: .+$/gm)?.length).toBeGreaterThan(100);
});
