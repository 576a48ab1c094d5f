import { browser } from 'wxt/browser';
import { addedHosts } from '../added-hosts';
import { MESSENGER_PAGES, OFFICE_MESSENGER_PAGES } from '../sites/messenger-pages';

/** What runs on an added address: the adapters that may be needed there, then the overlay. */
const OVERLAY = '/content-scripts/overlay.js';
const STYLE = '/content-scripts/overlay.css';
const SCRIPTS = {
  messengers: ['/messengers.js'],
  'office-messengers': ['/office-messengers.js'],
  'self-hosted': ['/self-hosted.js', '/picked.js'],
} as const;

type Kind = keyof typeof SCRIPTS;

const KINDS = Object.keys(SCRIPTS) as Kind[];

/** Has the content scripts run on the addresses that the user has added and on no other; says which these are. */
export async function registerAddedHosts(): Promise<string[]> {
  const hosts = await addedHosts();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: KINDS });
  const known = new Set(registered.map(({ id }) => id));
  for (const kind of KINDS) {
    const matches = hosts.filter((host) => kindOf(host) === kind);
    const script = {
      id: kind,
      matches,
      js: [...SCRIPTS[kind], OVERLAY],
      css: [STYLE],
      runAt: 'document_end' as const,
      // What an office installs often stands in a frame of another of its pages.
      allFrames: kind === 'self-hosted',
    };
    if (matches.length === 0) {
      if (known.has(kind)) await browser.scripting.unregisterContentScripts({ ids: [kind] });
    } else if (known.has(kind)) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
  return hosts;
}

/** Starts the content scripts in pages of these addresses that are open already: nobody should have to load them again. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  for (const origin of origins) {
    if (await startInstalled(origin)) continue;
    const tabs = await browser.tabs.query({ url: origin });
    await Promise.allSettled(tabs.map(({ id }) => startIn(id, origin)));
  }
}

/**
 * Pages that the manifest itself names, once their user has given them back: with the scripts that it names for them.
 * False where it names none of them.
 */
async function startInstalled(origin: string): Promise<boolean> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const here = scripts.flatMap(({ matches = [], ...script }) => {
    const url = matches.filter((page) => hostOf(page) === hostOf(origin));
    return url.length > 0 ? [{ url, ...script }] : [];
  });
  for (const { url, ...script } of here) {
    const { js, css, world } = script as ManifestScript;
    const tabs = await browser.tabs.query({ url });
    await Promise.allSettled(
      tabs.map(async ({ id: tabId }) => {
        if (tabId === undefined) return;
        const target = { tabId };
        if (css) await browser.scripting.insertCSS({ target, files: css.map(inBuild) });
        const files = (js ?? []).map(inBuild);
        await browser.scripting.executeScript({ target, files, world: world ?? 'ISOLATED' });
      }),
    );
  }
  return here.length > 0;
}

/** As Chromium tells of it; Firefox says null for what is not there, and names files by their whole address. */
type ManifestScript = {
  js?: string[] | null;
  css?: string[] | null;
  world?: 'ISOLATED' | 'MAIN' | null;
};

/** The path of a file that the manifest names, from the root of the build. What it names is there. */
function inBuild(file: string): typeof OVERLAY {
  const path = file.replace(/^[\w-]+:\/\/[^/]*/, '');
  return path.replace(/^\/?/, '/') as typeof OVERLAY;
}

function hostOf(pattern: string): string | undefined {
  return /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1];
}

async function startIn(tab: number | undefined, origin: string): Promise<void> {
  if (tab === undefined) return;
  const kind = kindOf(origin);
  const target = { tabId: tab, allFrames: kind === 'self-hosted' };
  await browser.scripting.insertCSS({ target, files: [STYLE] });
  await browser.scripting.executeScript({ target, files: [...SCRIPTS[kind], OVERLAY] });
}

/** Where a messenger lives, none that is installed by an office does. */
function kindOf(host: string): Kind {
  if (MESSENGER_PAGES.includes(host)) return 'messengers';
  return OFFICE_MESSENGER_PAGES.includes(host) ? 'office-messengers' : 'self-hosted';
}
