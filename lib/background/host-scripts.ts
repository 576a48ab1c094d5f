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
    const tabs = await browser.tabs.query({ url: origin });
    await Promise.allSettled(tabs.map(({ id }) => startIn(id, origin)));
  }
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
