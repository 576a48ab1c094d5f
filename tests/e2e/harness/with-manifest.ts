import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryCopy } from './one-language.ts';

type Manifest = {
  key?: string;
  content_scripts: { world?: string; run_at?: string }[];
  incognito?: string;
  browser_specific_settings?: { gecko: { id: string } };
};

/** A copy of a build whose manifest says this instead. */
export function withManifest(extension: string, change: (manifest: Manifest) => void): string {
  const folder = temporaryCopy(extension);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}
