import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { temporaryCopy } from './one-language.ts';

/** Runs in a page before anything of its own. */
const NOTE = `globalThis.breaches = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  breaches.push([effectiveDirective, blockedURI, sample].join(' '));
});\n`;

/** A copy of a build whose pages note, from their first moment, what their policy refuses. */
export function withNotedBreaches(extension: string): string {
  const folder = temporaryCopy(extension);
  writeFileSync(join(folder, 'breaches.js'), NOTE);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    const noting = html.replace('<head>', '<head><script src="breaches.js"></script>');
    if (noting === html) throw new Error(`${file} has no head`);
    writeFileSync(path, noting);
  }
  return folder;
}

/** What the policy of a page of `withNotedBreaches` has refused so far, in words. */
export function breachesIn(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { breaches: string[] }).breaches);
}
