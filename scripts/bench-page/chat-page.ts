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
export async function toEnd({ page, scroller }: ChatPage): Promise<void> {
  await scrollTo(page, scroller, Number.MAX_SAFE_INTEGER);
}

/** Reads back two screens and returns to the newest: rows leave a list that mounts only what is near, and come again. */
export async function lookBack(chat: ChatPage): Promise<void> {
  const { page, scroller } = chat;
  for (let step = 0; step < 3; step++) await scrollBy(page, scroller, -500);
  await toEnd(chat);
}

async function scrollBy(page: Page, scroller: string, pixels: number): Promise<void> {
  await page.evaluate(
    (selector, by) => document.querySelector(selector)?.scrollBy(0, by),
    scroller,
    pixels,
  );
  await drawn(page);
}

async function scrollTo(page: Page, scroller: string, top: number): Promise<void> {
  await page.evaluate(
    (selector, to) => document.querySelector(selector)?.scrollTo(0, to),
    scroller,
    top,
  );
  await drawn(page);
}
