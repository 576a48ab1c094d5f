import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryCopy } from './one-language.ts';

/** A copy of a build with another manifest, in a new temporary folder. */
export function withManifest<Manifest extends object>(
  extension: string,
  alter: (manifest: Manifest) => Manifest,
): string {
  const folder = temporaryCopy(extension);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  writeFileSync(file, JSON.stringify(alter(manifest)));
  return folder;
}
