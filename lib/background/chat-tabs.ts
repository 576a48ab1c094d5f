import { storage } from 'wxt/utils/storage';
import type { Answer } from '../messages/protocol';
import { callTab } from '../messages/send';

/** Tabs that have reported. In session storage: outlives the worker, not the browser. */
const chatTabs = storage.defineItem<number[]>('session:chatTabs', { fallback: [] });

/** One change of the list at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Remembers that this tab shows a chat. */
export function rememberTab(tab: number | undefined): Promise<void> {
  return change((tabs) => (tab === undefined || tabs.includes(tab) ? tabs : [...tabs, tab]));
}

/** Tells every chat tab but `except` what has changed. A tab that does not answer is forgotten. */
export async function tellTabs(changed: Answer, except: number | undefined): Promise<void> {
  const tabs = (await chatTabs.getValue()).filter((tab) => tab !== except);
  const told = await Promise.all(tabs.map((tab) => tellTab(tab, changed)));
  const gone = tabs.filter((_, index) => !told[index]);
  if (gone.length > 0) await change((all) => all.filter((tab) => !gone.includes(tab)));
}

async function tellTab(tab: number, changed: Answer): Promise<boolean> {
  try {
    await callTab(tab, 'changed', changed);
    return true;
  } catch {
    // Closed, or gone to another page; when it comes back it reports, and is remembered again.
    return false;
  }
}

function change(edit: (tabs: number[]) => number[]): Promise<void> {
  const result = last.then(async () => {
    const before = await chatTabs.getValue();
    const after = edit(before);
    if (after !== before) await chatTabs.setValue(after);
  });
  last = result.catch(() => undefined);
  return result;
}
