import { browser } from 'wxt/browser';

/** Addresses that the user has added, as match patterns: those granted besides the ones that the manifest runs on anyway. */
export async function addedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const own = new Set(scripts.flatMap(({ matches = [] }) => matches));
  return origins.filter((origin) => /^https?:/.test(origin) && !own.has(origin)).sort();
}
