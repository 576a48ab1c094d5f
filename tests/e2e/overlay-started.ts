import type { Page } from 'puppeteer-core';
import { HELLO, READY } from '../../lib/sites/feed-channel.ts';
import { waitUntil } from './harness/wait-until.ts';

/**
 * Waits until the overlay is at work in a page of web WeChat. What the page showed before, nobody has seen: on a busy machine a
 * test may have left a chat by then.
 */
export async function overlayStarted(page: Page): Promise<void> {
  await waitUntil('the overlay to start', () => page.evaluate(answersReady, HELLO, READY));
}

/** Runs in the page: asks as the feed does when it starts, and keeps the answer, which comes at once, from the feed. */
function answersReady(hello: string, ready: string): boolean {
  let isAnswered = false;
  const note = (event: Event) => {
    isAnswered = true;
    event.stopPropagation();
  };
  addEventListener(hello, note, { capture: true });
  document.dispatchEvent(new Event(ready));
  removeEventListener(hello, note, { capture: true });
  return isAnswered;
}
