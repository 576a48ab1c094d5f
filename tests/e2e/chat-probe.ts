import type { Page } from 'puppeteer-core';
import { waitUntil } from './harness/wait-until.ts';

/** How a mounted row looks: "" when nothing was done to it. */
export type RowLook = '' | 'folded' | 'hidden' | 'open' | 'marked';

/** A mounted row as a reader meets it. `words` is what our bar or chip says; "" without one. */
export type SeenRow = { id: string; look: RowLook; words: string; text: string };

/** Every mounted row of the open chat that holds a message. */
export function seenRows(page: Page): Promise<SeenRow[]> {
  return page.evaluate(() => {
    const rows = document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]');
    return [...rows].flatMap((row) => {
      const bubble = row.querySelector('.bubble[data-cm], .emoticon[data-cm]');
      if (!bubble) return [];
      const { msgId } = JSON.parse(bubble.getAttribute('data-cm') ?? '{}') as { msgId: string };
      const ui = row.querySelector('[data-fl-ui]')?.shadowRoot;
      const look = (row.getAttribute('data-fl-row') ?? '') as RowLook;
      const words = ui?.querySelector('button')?.textContent ?? '';
      return [{ id: msgId, look, words, text: bubble.textContent ?? '' }];
    });
  });
}

/** Waits until a row looks as wanted and returns it. */
export function rowLooking(page: Page, id: string, look: RowLook): Promise<SeenRow> {
  return waitUntil(`row ${id} to look "${look}"`, async () => {
    const row = (await seenRows(page)).find((seen) => seen.id === id);
    if (row?.look === look) return row;
    throw new Error(row ? `it looks "${row.look}": ${row.words}` : 'it is not mounted');
  });
}

/** Presses a control inside the bar or chip of a row, as a reader does: a click that a script makes does nothing there. */
export async function clickInRow(page: Page, id: string, control: string): Promise<void> {
  await page.evaluate(
    (wanted, name) => {
      const bubbles = document.querySelectorAll('#chatArea [mm-repeat] [data-cm*="msgId"]');
      const bubble = [...bubbles].find((found) => found.getAttribute('data-cm')?.includes(wanted));
      const ui = bubble?.closest('[ng-repeat]')?.querySelector('[data-fl-ui]')?.shadowRoot;
      const button = ui?.querySelector<HTMLElement>(`[data-name="${name}"]`);
      if (!button) throw new Error(`row ${wanted} has no control "${name}"`);
      button.focus({ preventScroll: true });
      if (button.getRootNode() !== ui || (ui as ShadowRoot).activeElement !== button)
        throw new Error(`control "${name}" of row ${wanted} cannot be reached`);
    },
    id,
    control,
  );
  await page.keyboard.press('Enter');
}

/** Two frames: everything that was to be painted has been. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/**
 * From now on looks at every frame: a row that was once folded must not be seen unfolded.
 * `unfoldings` returns the ids that were, since the watch began.
 */
export async function watchFrames(page: Page): Promise<{ unfoldings(): Promise<string[]> }> {
  await page.evaluate(() => {
    const folded = new Set<string>();
    const faults = new Set<string>();
    const look = () => {
      for (const row of document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]')) {
        const about = row.querySelector('[data-cm*="msgId"]')?.getAttribute('data-cm');
        if (!about) continue;
        const { msgId } = JSON.parse(about) as { msgId: string };
        const state = row.getAttribute('data-fl-row');
        if (state === 'folded' || state === 'hidden') folded.add(msgId);
        else if (folded.has(msgId)) faults.add(msgId);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { unfoldedIds: faults });
  });
  const read = () => page.evaluate(() => [...(Reflect.get(window, 'unfoldedIds') as Set<string>)]);
  return { unfoldings: read };
}

/** What scrolling through the open chat in small steps showed, in pixels. */
export type Scrolling = { steps: number; largestJump: number; foldedShare: number };

/**
 * Scrolls to one end in steps, one a frame. A jump is how far the reader's first visible row is, after a step,
 * from where the step should have brought it.
 */
export function scrollToEnd(page: Page, direction: 'up' | 'down', step = 60): Promise<Scrolling> {
  return page.evaluate(
    async (way, pixels) => {
      const scroller = document.querySelector<HTMLElement>('#chatArea .scroll-content');
      if (!scroller) throw new Error('no transcript');
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const rows = () => [...document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]')];
      const edge = scroller.getBoundingClientRect().top;
      const folded = new Set<string>();
      const seen = new Set<string>();
      let largestJump = 0;
      let steps = 0;
      const sign = way === 'up' ? -1 : 1;
      for (; steps < 5000; steps++) {
        for (const row of rows()) {
          const id = row.querySelector('[data-cm*="msgId"]')?.getAttribute('data-cm') ?? '';
          seen.add(id);
          const state = row.getAttribute('data-fl-row');
          if (state === 'folded' || state === 'hidden') folded.add(id);
        }
        const anchor = rows().find((row) => row.getBoundingClientRect().bottom > edge + 1);
        if (!anchor) break;
        const before = anchor.getBoundingClientRect().top;
        const room =
          way === 'up'
            ? scroller.scrollTop
            : scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
        const moved = Math.min(pixels, room);
        if (moved < 1) break;
        scroller.scrollTop += sign * moved;
        await frame();
        await frame();
        if (!anchor.isConnected) continue;
        const jump = Math.abs(anchor.getBoundingClientRect().top - (before - sign * moved));
        // At the very ends the list may shrink under the reader: there is no room to hold the row.
        const atEnd = scroller.scrollTop < 1 || room - moved < 1;
        if (!atEnd) largestJump = Math.max(largestJump, jump);
      }
      return { steps, largestJump, foldedShare: folded.size / Math.max(1, seen.size) };
    },
    direction,
    step,
  );
}
