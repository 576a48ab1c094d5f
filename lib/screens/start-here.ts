import { browser } from 'wxt/browser';
import { MESSENGER_PAGES, OFFICE_MESSENGER_PAGES } from '../sites/messenger-pages';
import type { Site } from '../sites/site';
import { hostPattern } from './host-pattern';

/** Why the picker could not be shown: the browser keeps extensions out of its own pages and its store. */
export type PickerFailure = 'not-a-page' | 'refused';

/**
 * Has the page of a tab read. Call within a click: it asks for the address first. A page of a known client needs no more;
 * any other is shown the picker, whatever the answer is: it may come after this popup is closed.
 * @param isForced show the picker also where an adapter knows the client, because it no longer understands it
 */
export async function startHere(
  tab: { id?: number; url?: string },
  isForced: boolean,
): Promise<PickerFailure | null> {
  const origin = webPattern(tab.url);
  if (tab.id === undefined || origin === null) return 'not-a-page';
  const granted = browser.permissions.request({ origins: [origin] });
  try {
    const isKnown =
      [...MESSENGER_PAGES, ...OFFICE_MESSENGER_PAGES].includes(origin) ||
      (await isKnownClient(tab.id));
    if (isForced || !isKnown) await showPicker(tab.id);
  } catch {
    return 'not-a-page';
  }
  return (await granted.catch(() => false)) ? null : 'refused';
}

/** The adapters are put into the page, where they lie idle, and one of them knows it by its own marks. */
async function isKnownClient(tabId: number): Promise<boolean> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: ['/self-hosted.js'] });
  const [first] = await browser.scripting.executeScript({ target, func: knowsPage });
  return first?.result === true;
}

/** Runs in the page, so it must not use anything around it. See `offerSites`. */
function knowsPage(): boolean {
  const { fingerlightSites = [] } = globalThis as { fingerlightSites?: Site[] };
  return fingerlightSites.some(
    ({ id, matches, isHere }) =>
      matches.length === 0 && !id.startsWith('picked-') && isHere?.(document) === true,
  );
}

async function showPicker(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, files: ['/assets/picker-page.css'] });
  await browser.scripting.executeScript({ target: { tabId }, files: ['/picker.js'] });
}

/** The match pattern of a tab's address; null where it is no web page. */
export function webPattern(url: string | undefined): string | null {
  return url && /^https?:/.test(url) ? hostPattern(url) : null;
}
