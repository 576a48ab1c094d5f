import { storage } from 'wxt/utils/storage';
import type { Answer } from '../messages/protocol';
import { callTab } from '../messages/send';

/** Tabs that have reported. */
export type ChatTabs = {
  /** Remembers that this tab shows a chat. */
  remember(tab: number | undefined): Promise<void>;
  /** Tells every chat tab but `except` what has changed. A tab that does not answer is forgotten. */
  tell(changed: Answer, except: number | undefined): Promise<void>;
  /** Has every page tell again what it holds: the tally was lost. */
  retell(): Promise<void>;
  /** Has the pages of these addresses left alone from now on. */
  leave(origins: readonly string[]): Promise<void>;
};

/** In session storage: outlives the worker, not the browser. */
const stored = storage.defineItem<number[]>('session:chatTabs', { fallback: [] });

/** Reads what an earlier worker remembered, and keeps it; this worker is the only one that writes it. */
export function createChatTabs(): ChatTabs {
  let tabs: readonly number[] | undefined;
  /** One change of the list at a time. */
  let last: Promise<unknown> = Promise.resolve();

  async function known(): Promise<readonly number[]> {
    tabs ??= await stored.getValue();
    return tabs;
  }

  function change(edit: (tabs: readonly number[]) => readonly number[]): Promise<void> {
    const result = last.then(async () => {
      const before = await known();
      const after = edit(before);
      if (after === before) return;
      tabs = after;
      await stored.setValue([...after]);
    });
    last = result.catch(() => undefined);
    return result;
  }

  function remember(tab: number | undefined): Promise<void> {
    return change((all) => (tab === undefined || all.includes(tab) ? all : [...all, tab]));
  }

  async function tellAll(
    tabs: readonly number[],
    call: (tab: number) => Promise<unknown>,
  ): Promise<void> {
    const told = await Promise.all(tabs.map((tab) => isTold(() => call(tab))));
    const gone = tabs.filter((_, index) => !told[index]);
    if (gone.length > 0) await change((all) => all.filter((tab) => !gone.includes(tab)));
  }

  return {
    remember,
    async tell(changed, except) {
      const others = (await known()).filter((tab) => tab !== except);
      await tellAll(others, (tab) => callTab(tab, 'changed', changed));
    },
    async retell() {
      await tellAll(await known(), (tab) => callTab(tab, 'retell', null));
    },
    async leave(origins) {
      await tellAll(await known(), (tab) => callTab(tab, 'leave', [...origins]));
    },
  };
}

async function isTold(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch {
    // Closed, or gone to another page; when it comes back it reports, and is remembered again.
    return false;
  }
}
