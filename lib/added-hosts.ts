import { browser } from 'wxt/browser';

/** Addresses that the user has added, as match patterns: those granted besides the ones that the manifest runs on anyway. */
export async function addedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  // Permissions know no paths: Firefox tells of "https://*.feishu.cn/*" where the manifest names the messenger there.
  const own = new Set(scripts.flatMap(({ matches = [] }) => matches.map(withoutPath)));
  const added = origins.filter(
    (origin) => /^https?:/.test(origin) && !own.has(withoutPath(origin)),
  );
  return [...new Set(added)].sort();
}

/** A match pattern as permissions know it: "https://*.feishu.cn/*" of "https://*.feishu.cn/messenger*". */
export function withoutPath(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]*).*$/, '$1/*');
}
