import { browser } from 'wxt/browser';
import { reportError } from '../report-error';
import { ensureHashKey, watchSettings } from '../settings';

/** What an installation begins with: a key of its own, and the first-run page. Call it synchronously when the background starts. */
export function watchFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') tell(browser.tabs.create({ url: '/welcome.html' }), 'welcome');
  });
  tell(ensureHashKey(), 'hash key');
  // The browser, or a cleaning program, may have emptied the store.
  watchSettings(({ hashKey }) => {
    if (hashKey === null) tell(ensureHashKey(), 'hash key');
  });
}

function tell(work: Promise<unknown>, where: string): void {
  work.catch((error: unknown) => reportError(error, where));
}
