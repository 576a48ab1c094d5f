import { browser } from 'wxt/browser';

/** Why the picker could not be shown: the browser keeps extensions out of its own pages and its store. */
export type PickerFailure = 'not-a-page' | 'refused';

/**
 * Shows the picker on the page of a tab. Call within a click: it also asks for the address, so that what is pointed
 * out can be read there from now on. The page is shown the picker whatever the answer is; it may come after this
 * popup is closed.
 */
export async function startPicker(tab: {
  id?: number;
  url?: string;
}): Promise<PickerFailure | null> {
  const origin = originOf(tab.url);
  if (tab.id === undefined || origin === null) return 'not-a-page';
  const granted = browser.permissions.request({ origins: [origin] });
  const shown = showIn(tab.id);
  try {
    await shown;
  } catch {
    return 'not-a-page';
  }
  return (await granted.catch(() => false)) ? null : 'refused';
}

async function showIn(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, files: ['/assets/picker-page.css'] });
  await browser.scripting.executeScript({ target: { tabId }, files: ['/picker.js'] });
}

/** The match pattern of an address; it names a host with any port. */
export function originOf(url: string | undefined): string | null {
  if (!url || !/^https?:/.test(url)) return null;
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
