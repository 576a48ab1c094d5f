import { browser } from 'wxt/browser';
import type { Health } from '../messages/protocol';
import { callTab } from '../messages/send';

/** Unfolds or folds everything in the tab before the user; does nothing where no chat is shown. */
export async function toggleFolds(tab?: { id?: number | undefined }): Promise<void> {
  const id = tab?.id ?? (await activeTabId());
  // A tab without our script cannot answer, and there is nothing to tell the user.
  if (id !== undefined) await callTab(id, 'toggleFolds', null).catch(() => undefined);
}

/** What the page's adapter says of the tab before the user, or null where there is none. */
export async function activeHealth(tab?: { id?: number | undefined }): Promise<Health | null> {
  const id = tab?.id ?? (await activeTabId());
  return id === undefined ? null : callTab(id, 'health', null).catch(() => null);
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
