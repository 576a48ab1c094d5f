import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS } from '../../../scripts/bundles.ts';
import type { BrowserKind } from './launch.ts';
import { temporaryCopy } from './one-language.ts';

/**
 * A copy of the build to which the user has given these addresses (match patterns). The browser asks for them in a window
 * of its own, which no test can answer: here they stand in the manifest.
 */
export function onHosts(kind: BrowserKind, hosts: readonly string[]): string {
  const folder = temporaryCopy(BUILDS[kind]);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}
