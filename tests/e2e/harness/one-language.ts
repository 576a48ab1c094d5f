import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a built extension that speaks one language only, "zh_CN" or "en", in a new temporary folder.
 * A browser without its own language pack would otherwise show ours in English.
 * The copy is removed when the process ends.
 */
export function inOneLanguage(extension: string, locale: string): string {
  const folder = temporaryCopy(extension);
  for (const other of readdirSync(join(folder, '_locales'))) {
    if (other !== locale) rmSync(join(folder, '_locales', other), { recursive: true });
  }
  const file = join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...(manifest as object), default_locale: locale }));
  return folder;
}

/** A copy of a built extension in a new temporary folder, removed when the process ends. */
export function temporaryCopy(extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-build-'));
  cpSync(extension, folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
