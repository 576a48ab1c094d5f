import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    folds?: WeakMap<Element, Folded>;
    turns?: number[];
  }
}

/** How many ms before it was folded a row came into the page, and the page changed anything in it last. */
export type Folded = { stood: number; drawn: number };

/**
 * From now on notes for every row how long it stood in the page before it was folded, and how long the page had been done
 * with it: a client may put a row into its page first, and draw the words afterwards. Beside it notes how long a message
 * takes that the page sends itself when it adds something: on a page that is busy with what has already come, an answer waits
 * as long for its turn, whoever asked.
 */
export async function watchFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const since = new WeakMap<Node, number>();
    const drawn = new WeakMap<Node, number>();
    const folds = new WeakMap<Element, Folded>();
    const turns: number[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => turns.push(performance.now() - data);
    new MutationObserver((records) => {
      const now = performance.now();
      if (records.some(({ addedNodes }) => addedNodes.length > 0)) port2.postMessage(now);
      for (const { type, addedNodes, target } of records) {
        if (type === 'attributes') {
          const row = target as Element;
          const { inner, outer } = placesOf(row);
          if (!inner || !outer || folds.has(row)) continue;
          const at = (times: WeakMap<Node, number>, node: Node) => times.get(node) ?? now;
          folds.set(row, { stood: now - at(since, inner), drawn: now - at(drawn, outer) });
          continue;
        }
        const added = [...addedNodes];
        for (const node of added) if (!since.has(node)) since.set(node, now);
        const { outer } = placesOf(added[0] ?? target);
        if (outer && !added.some(isOurs)) drawn.set(outer, now);
      }
    }).observe(document.body, {
      ...{ childList: true, characterData: true, subtree: true },
      attributeFilter: ['data-fl-row'],
    });
    Object.assign(window, { folds, turns });

    function isOurs(node: Node): boolean {
      return node instanceof Element && node.hasAttribute('data-fl-ui');
    }

    /** Of what was added since this began, the innermost and the outermost that hold a node. */
    function placesOf(node: Node): { inner: Node | null; outer: Node | null } {
      let inner: Node | null = null;
      let outer: Node | null = null;
      for (let place: Node | null = node; place; place = place.parentNode) {
        if (!since.has(place)) continue;
        inner ??= place;
        outer = place;
      }
      return { inner, outer };
    }
  });
}

/**
 * Waits until each of these rows that the client has mounted looks so. Returns when each of them did.
 * @param selectors of rows, the last one mounted
 * @param look "folded" or "marked"
 */
export async function foldsOf(
  page: Page,
  selectors: readonly string[],
  look: string,
): Promise<Folded[]> {
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
        return (drawn && window.folds?.get(drawn)) ?? [];
      }),
    selectors,
  );
}

/** Ms that the page's messages to itself have taken since the last call. */
export function turnsTaken(page: Page): Promise<number[]> {
  return page.evaluate(() => window.turns?.splice(0) ?? []);
}
