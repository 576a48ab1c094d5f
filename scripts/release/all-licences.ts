import { licenceTexts } from '../licences/licence-texts.ts';
import type { BundledPackage } from '../licences/package-licence.ts';
import type { LockFile } from './locked-packages.ts';

/** The licences of a release: in full of what is shipped, and by name of everything that only builds or tests it. */
export function allLicences(lock: LockFile, bundled: readonly BundledPackage[]): string {
  const shipped = new Set(bundled.map(line));
  const tools = new Set(lock.packages.map(line).filter((each) => !shipped.has(each)));
  const licences = new Map(lock.packages.map((each) => [line(each), each.license ?? 'not stated']));
  return [
    licenceTexts(bundled),
    `\n${'='.repeat(78)}\n\n`,
    'These build and test Fingerlight. They are not in what is installed.\n\n',
    ...[...tools].sort().map((each) => `${each}: ${licences.get(each)}\n`),
  ].join('');
}

function line({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`;
}
