import type { Page } from 'puppeteer-core';
import type { SaidText } from './stream.ts';

/** An opened chat client, simulated or real, as the measuring needs it. */
export type ChatPage = {
  page: Page;
  /** Delivers, and resolves to the ids when the page has drawn what is for the open chat. */
  receive(said: readonly SaidText[]): Promise<string[]>;
  open(chat: string): Promise<void>;
  /** Selector of the row of a message of the open chat. */
  rowOf(id: string): string;
  /** Selector of what scrolls in the open chat. */
  scroller: string;
  /** False: rows far from the view are not in the page. */
  mountsAll: boolean;
  /** What becomes of a copy: in a list that trusts the heights it has once measured it is only marked. */
  copyLook: 'folded' | 'marked';
  close(): Promise<void>;
};

/** A client that can be replayed. */
export type BenchedClient = {
  id: string;
  /** Every address of it, a match pattern. */
  pattern: string;
  /** Ours runs there once it is installed; elsewhere the user gives it the address. */
  isInstalled: boolean;
  /** Its page costs what a real one costs: the budget for the page's time is judged here. */
  isLifelike: boolean;
  /** Starts what the client needs and opens it in this page. `me`: who is signed in. */
  open(page: Page, me: string, chats: readonly string[]): Promise<ChatPage>;
};

/** Two frames: what was to be drawn has been. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Scrolls the open chat to where the newest is; in a list that is drawn from its end that is 0. */
export function toEnd(chat: ChatPage): Promise<void> {
  return scroll(chat, [Number.MAX_SAFE_INTEGER]);
}

/**
 * Reads back two screens and returns to the newest: rows leave a list that mounts only what is near, and come again.
 * @param frames how long each place is looked at
 */
export function lookBack(chat: ChatPage, frames?: number): Promise<void> {
  return scroll(chat, [-500, -500, -500, Number.MAX_SAFE_INTEGER], frames);
}

/** @param ways px, one after the other */
async function scroll(
  { page, scroller }: ChatPage,
  ways: readonly number[],
  frames = 2,
): Promise<void> {
  await page.evaluate(
    async (selector, pixels, stay) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (const by of pixels) {
        document.querySelector(selector)?.scrollBy(0, by);
        for (let shown = 0; shown < stay; shown++) await frame();
      }
    },
    scroller,
    ways,
    frames,
  );
}
