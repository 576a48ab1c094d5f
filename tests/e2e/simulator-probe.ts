import type { Page } from 'puppeteer-core';

/** What a run of small scroll steps over a chat with folded rows showed. */
export type ScrollRun = {
  steps: number;
  /** Pixels. */
  largestJump: number;
  /** Steps after which a row from the middle of the view was gone. */
  lost: number;
  /** Steps after which a part of the view held no row. */
  blank: number;
};

/**
 * Gives two of every five rows a fixed height, as a fold does, and scrolls from the bottom to the top in
 * small steps. A jump is the distance between where a row should be after a step and where it is.
 * @param remember also write the new height into the page's message object
 */
export async function scrollOverFolds(page: Page, remember: boolean): Promise<ScrollRun> {
  return page.evaluate(async (tellList) => {
    const scroller = document.querySelector<HTMLElement>('#chatArea .scroll-content');
    const host = scroller?.querySelector<HTMLElement>('[mm-repeat]');
    if (!scroller || !host) throw new Error('no transcript');
    const scopeOf = (row: Element) => window.angular?.element(row).scope()?.message;
    const rows = () => [...host.querySelectorAll<HTMLElement>(':scope > [ng-repeat]')];
    const isFolded = (message: { _index: number }) => message._index % 5 < 2;
    const foldAll = (): void => {
      for (const row of rows()) {
        const message = scopeOf(row);
        if (!message || !isFolded(message)) continue;
        row.style.height = '28px';
        row.style.overflow = 'hidden';
        if (tellList) message._h = 28;
      }
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    if (tellList) {
      const all = Object.values(window._chatContent ?? {}).flat();
      for (const message of all) if (isFolded(message)) message._h = 28;
    }
    const watcher = new MutationObserver(foldAll);
    watcher.observe(host, { childList: true });
    foldAll();
    scroller.dispatchEvent(new Event('scroll'));
    scroller.scrollTop = scroller.scrollHeight;
    await frame();
    await frame();
    const result = { steps: 0, largestJump: 0, lost: 0, blank: 0 };
    while (scroller.scrollTop > 0 && result.steps < 2000) {
      const box = scroller.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      const near = rows().find((row) => row.getBoundingClientRect().bottom > middle);
      const before = near?.getBoundingClientRect().top ?? 0;
      const step = Math.min(60, scroller.scrollTop);
      scroller.scrollTop -= step;
      await frame();
      await frame();
      result.steps++;
      const edges = rows().map((row) => row.getBoundingClientRect());
      const top = edges[0]?.top ?? box.bottom;
      const bottom = edges.at(-1)?.bottom ?? box.top;
      if (top > box.top + 1 || bottom < box.bottom - 1) result.blank++;
      if (!near?.isConnected) {
        result.lost++;
        continue;
      }
      const jump = Math.abs(near.getBoundingClientRect().top - before - step);
      result.largestJump = Math.max(result.largestJump, jump);
    }
    watcher.disconnect();
    return result;
  }, remember);
}

/** Follows the transcript: how often an element showed a second message, and whether the sums agree. */
export async function scrollAndCompare(page: Page) {
  return page.evaluate(async () => {
    const scroller = document.querySelector<HTMLElement>('#chatArea .scroll-content');
    if (!scroller) throw new Error('no transcript');
    const idOf = new WeakMap<Element, string>();
    const result = { reused: 0, mostMounted: 0, remounted: 0, worstSum: 0 };
    const known = new Set<string>();
    const look = (): void => {
      const rows = [...scroller.querySelectorAll<HTMLElement>('[mm-repeat] > [ng-repeat]')];
      result.mostMounted = Math.max(result.mostMounted, rows.length);
      let sum = 0;
      for (const row of rows) {
        const data = row.querySelector('.js_message_bubble')?.getAttribute('data-cm') ?? '{}';
        const id = String(JSON.parse(data).msgId);
        const before = idOf.get(row);
        if (before === undefined && known.has(id)) result.remounted++;
        if (before !== undefined && before !== id) result.reused++;
        idOf.set(row, id);
        known.add(id);
        sum += row.offsetHeight;
      }
      for (const name of ['top', 'bottom']) {
        sum += scroller.querySelector<HTMLElement>(`.${name}-placeholder`)?.offsetHeight ?? 0;
      }
      const remembered = Object.values(window._chatContent ?? {})
        .flat()
        .reduce((total, message) => total + message._h, 0);
      result.worstSum = Math.max(result.worstSum, Math.abs(sum - remembered));
    };
    for (let turn = 0; turn < 4; turn++) {
      for (let step = 0; step < 40; step++) {
        await window.simulator?.scrollBy(turn % 2 === 0 ? -350 : 350);
        look();
      }
    }
    return { ...result, seen: known.size };
  });
}

/** Writes down, at every change, the chat of the title beside the chats of the rows under it. */
export async function watchTitleAndRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const title = document.querySelector('#chatArea .title_name')?.textContent ?? '';
      const row = document.querySelector('#chatArea [mm-repeat] > [ng-repeat]');
      const message = row ? window.angular?.element(row).scope()?.message : undefined;
      const chat = window._contacts?.[message?.MMPeerUserName ?? '']?.NickName ?? '';
      const line = `${title}/${chat}`;
      if (seen.at(-1) !== line) seen.push(line);
    };
    const place = document.querySelector('.main_inner');
    if (place) {
      new MutationObserver(look).observe(place, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    }
    Object.assign(window, { titleAndRows: seen });
  });
}

export function titleAndRows(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...((window as Window & { titleAndRows?: string[] }).titleAndRows ?? []),
  ]);
}
