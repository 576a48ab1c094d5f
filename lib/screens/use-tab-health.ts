import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Health } from '../messages/protocol';
import { callTab } from '../messages/send';

/** How often the active tab is asked while the popup is open: often enough to see it read. */
const ASK_EVERY_MS = 2_000;

/** State of the adapter in the active tab: undefined while it is asked first, null where no supported chat page answers. */
export function useTabHealth(): Health | null | undefined {
  const [health, setHealth] = useState<Health | null>();
  useEffect(() => {
    let ended = false;
    const ask = async () => {
      const answer = await askActiveTab();
      if (!ended) setHealth(answer);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, []);
  return health;
}

async function askActiveTab(): Promise<Health | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : await callTab(tab.id, 'health', null);
  } catch {
    // Most tabs hold no chat page: nobody there to answer.
    return null;
  }
}
