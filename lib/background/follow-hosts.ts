import { browser } from 'wxt/browser';
import { reportError } from '../report-error';
import type { ChatTabs } from './chat-tabs';
import { registerAddedHosts, startInOpenTabs } from './host-scripts';
import { buildMenus } from './menus';

/**
 * Keeps content script and menus where the user wants them: on the pages that the manifest names (`chatPages`, match
 * patterns) and on the addresses that are added. Registers its listeners at once.
 */
export function followHosts(chatPages: readonly string[], tabs: ChatTabs): void {
  const follow = async () => buildMenus([...chatPages, ...(await registerAddedHosts())]);
  const run = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => reportError(error, 'follow hosts'));

  // An update ends every registration of the version before.
  browser.runtime.onInstalled.addListener(() => run(follow()));
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    run(follow().then(() => startInOpenTabs(origins))),
  );
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    run(follow());
    run(tabs.leave(origins));
  });
}
