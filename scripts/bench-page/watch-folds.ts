import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    foldedAfter?: WeakMap<Element, number>;
    turns?: number[];
  }
}

/**
 * From now on notes for every row how many ms it stood in the page before it was folded. Beside it notes how long a message
 * takes that the page sends itself when it adds something: on a page that is busy with what has already come, an answer waits
 * as long for its turn, whoever asked.
 */
export async function watchFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const since = new WeakMap<Node, number>();
    const foldedAfter = new WeakMap<Element, number>();
    const turns: number[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => turns.push(performance.now() - data);
    new MutationObserver((records) => {
      const now = performance.now();
      if (records.some(({ addedNodes }) => addedNodes.length > 0)) port2.postMessage(now);
      for (const { type, addedNodes, target } of records) {
        if (type === 'childList')
          for (const node of addedNodes) if (!since.has(node)) since.set(node, now);
        if (type !== 'attributes' || foldedAfter.has(target as Element)) continue;
        let place: Node | null = target;
        while (place && !since.has(place)) place = place.parentNode;
        if (place) foldedAfter.set(target as Element, now - (since.get(place) ?? now));
      }
    }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-fl-row'] });
    Object.assign(window, { foldedAfter, turns });
  });
}

/**
 * Waits until each of these rows that the client has mounted looks so. Returns how many ms each of them had stood there.
 * @param selectors of rows, the last one mounted
 * @param look "folded" or "marked"
 */
export async function foldedAfter(
  page: Page,
  selectors: readonly string[],
  look: string,
): Promise<number[]> {
  await page.waitForFunction(
    (all, wanted) => {
      const isDone = (selector: string) => {
        const row = document.querySelector(selector);
        // Out of sight a row is not there, or stands there without words.
        if (!row?.textContent?.trim()) return null;
        const drawn = row.closest('[data-fl-row]') ?? row.querySelector('[data-fl-row]');
        return drawn?.getAttribute('data-fl-row') === wanted;
      };
      // The last first: looking for all takes time of the page's.
      const last = all.at(-1);
      return last && isDone(last) && all.every((each) => isDone(each) !== false);
    },
    { polling: 100, timeout: 60_000 },
    selectors,
    look,
  );
  return page.evaluate(
    (all) =>
      all.flatMap((selector) => {
        const row = document.querySelector(selector);
        const drawn = row?.closest('[data-fl-row]') ?? row?.querySelector('[data-fl-row]');
        const after = drawn && window.foldedAfter?.get(drawn);
        return after === null || after === undefined ? [] : [after];
      }),
    selectors,
  );
}

/** Ms that the page's messages to itself have taken since the last call. */
export function turnsTaken(page: Page): Promise<number[]> {
  return page.evaluate(() => window.turns?.splice(0) ?? []);
}
