import { browser } from 'wxt/browser';

/** Name of the one registration, and the files that are built of its content script. */
const ID = 'elsewhere';
const SCRIPT = '/content-scripts/elsewhere.js';
const STYLE = '/content-scripts/elsewhere.css';

/** Addresses that the user has added, as match patterns: those granted besides the ones that the manifest runs on anyway. */
export async function addedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const own = new Set(scripts.flatMap(({ matches = [] }) => matches));
  return origins.filter((origin) => /^https?:/.test(origin) && !own.has(origin)).sort();
}

/** Has the content script run on the addresses that the user has added and on no other; says which these are. */
export async function registerAddedHosts(): Promise<string[]> {
  const matches = await addedHosts();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return matches;
  }
  const script = { id: ID, matches, js: [SCRIPT], css: [STYLE], runAt: 'document_end' as const };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  return matches;
}

/** Starts the content script in pages of these addresses that are open already: nobody should have to load them again. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await browser.scripting.insertCSS({ target: { tabId: id }, files: [STYLE] });
      await browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT] });
    }),
  );
}
