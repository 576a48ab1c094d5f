import type { Page } from 'puppeteer-core';

/** CSS px of one turn of the wheel, and turns of one measurement. */
const TURN = 120;
const TURNS = 60;

/**
 * Milliseconds between the frames of a page while it scrolls down by a turn of the wheel in each. 16.7 is the pace of
 * the screen; anything above is a frame that came late.
 */
export async function scrollingFrames(page: Page): Promise<number[]> {
  return page.evaluate(
    async (turn, turns) => {
      const frame = () => new Promise<number>(requestAnimationFrame);
      const gaps: number[] = [];
      let last = await frame();
      for (let at = 0; at < turns; at++) {
        scrollBy(0, turn);
        const now = await frame();
        gaps.push(now - last);
        last = now;
      }
      scrollTo(0, 0);
      return gaps;
    },
    TURN,
    TURNS,
  );
}

/**
 * Milliseconds from each letter typed into a search field until the frame that shows what is left of the list was made:
 * a task that follows the frame tells its end.
 */
export async function filteringFrames(page: Page, words: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const typed of words) {
    times.push(await page.$eval('input[type=search]', oneLetter, typed));
  }
  return times;
}

/** Runs in the page. */
async function oneLetter(field: Element, typed: string): Promise<number> {
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise<void>((painted) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted();
      port2.postMessage(null);
    });
  });
  return performance.now() - start;
}
