import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryCopy } from './one-language.ts';

/** Hosts that a planted leak asks for; reserved names, so nobody answers. */
export const LEAK_HOSTS = {
  background: 'background.leak.invalid',
  page: 'page.leak.invalid',
  contentScript: 'content-script.leak.invalid',
} as const;

/**
 * A copy of a build that asks for a host of its own from the background, the popup and the content scripts.
 * @param policy "kept" leaves the page policy of the manifest in force, "dropped" takes it out
 */
export function withPlantedLeak(extension: string, policy: 'kept' | 'dropped'): string {
  const folder = temporaryCopy(extension);
  const prepend = (file: string, host: string) => {
    const path = join(folder, file);
    writeFileSync(path, request(host) + readFileSync(path, 'utf8'));
  };
  prepend('background.js', LEAK_HOSTS.background);
  for (const file of readdirSync(join(folder, 'content-scripts'))) {
    if (file.endsWith('.js')) prepend(`content-scripts/${file}`, LEAK_HOSTS.contentScript);
  }
  writeFileSync(join(folder, 'leak.js'), request(LEAK_HOSTS.page));
  const popup = join(folder, 'popup.html');
  const html = readFileSync(popup, 'utf8').replace(
    '</head>',
    '<script src="leak.js"></script></head>',
  );
  writeFileSync(popup, html);
  if (policy === 'dropped') dropPolicy(join(folder, 'manifest.json'));
  return folder;
}

/** An extension that does nothing: a browser's own traffic may depend on whether it has any. */
export function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-empty-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1',
    browser_specific_settings: { gecko: { id: 'nothing@fingerlight.invalid' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

function request(host: string): string {
  return `fetch('https://${host}/').catch(() => {});\n`;
}

function dropPolicy(file: string): void {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete manifest.content_security_policy;
  writeFileSync(file, JSON.stringify(manifest));
}
