import type { Page } from 'puppeteer-core';
import type { ChatPage } from './chat-page.ts';
import {
  createFrameCount,
  type FrameCount,
  type FrameSums,
  type PaintedRow,
} from './frame-count.ts';

export type FrameWatch = {
  /** Rows of these messages are looked at from now on, and no others: those of the chat that is about to be opened. */
  follow(ids: readonly string[]): Promise<void>;
  sums(): Promise<FrameSums>;
};

declare global {
  interface Window {
    frameCount?: FrameCount;
    followRows?(rows: Readonly<Record<string, string>>): void;
  }
}

/** Looks at the open chat at every frame, when all that the page does before painting is done. It takes time of the page's. */
export async function watchFrames({ page, rowOf, scroller }: ChatPage): Promise<FrameWatch> {
  await page.evaluate(`window.frameCount = (${createFrameCount})()`);
  await page.evaluate(lookAtFrames, scroller);
  return {
    follow: (ids) => followRows(page, Object.fromEntries(ids.map((id) => [id, rowOf(id)]))),
    sums: async () => {
      const sums = await page.evaluate(() => window.frameCount?.sums());
      if (!sums) throw new Error('nobody counts frames');
      return sums;
    },
  };
}

async function followRows(page: Page, rows: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((selectors) => window.followRows?.(selectors), rows);
}

/** Runs in the page. */
function lookAtFrames(scroller: string): void {
  let selectors: Readonly<Record<string, string>> = {};
  const found = new Map<string, Element>();
  let isChanged = true;
  new MutationObserver(() => {
    isChanged = true;
  }).observe(document.body, { childList: true, subtree: true });

  const rowOf = (id: string, selector: string) => {
    const known = found.get(id);
    if (known?.isConnected && known.matches(selector)) return known;
    const row = isChanged ? document.querySelector(selector) : null;
    if (row) found.set(id, row);
    else found.delete(id);
    return row;
  };
  const look = () => {
    const box = document.querySelector(scroller)?.getBoundingClientRect();
    const rows: PaintedRow[] = [];
    for (const [id, selector] of Object.entries(selectors)) {
      const row = rowOf(id, selector);
      if (!row || !box) continue;
      const drawn = row.closest('[data-fl-row]') ?? row.querySelector('[data-fl-row]');
      const isFolded = ['folded', 'hidden'].includes(drawn?.getAttribute('data-fl-row') ?? '');
      const { top, bottom } = row.getBoundingClientRect();
      // A stand-in of a row that is far from the view says nothing.
      const isSeen = bottom > box.top + 1 && top < box.bottom - 1 && row.textContent?.trim();
      if (isFolded || isSeen) rows.push({ id, isFolded });
    }
    isChanged = false;
    window.frameCount?.look(rows);
    requestAnimationFrame(look);
  };
  window.followRows = (rows) => {
    selectors = rows;
    isChanged = true;
  };
  requestAnimationFrame(look);
}
