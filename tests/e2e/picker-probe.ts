import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, launch, type Session } from './harness/launch.ts';
import { onHosts } from './harness/on-hosts.ts';
import { changeSettings } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

type Api = {
  tabs: { query(what: { url: string }): Promise<{ id?: number }[]> };
  scripting: {
    insertCSS(what: { target: { tabId: number }; files: string[] }): Promise<void>;
    executeScript(what: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
};

/** A host that the user has added; every address of it is answered from here. */
export const HOST = 'https://chat.example.org/';

/** A browser with the built extension allowed on `HOST`, and a page of this size that shows a hand-written chat. */
export async function openPicked(
  kind: BrowserKind,
  viewport: { width: number; height: number },
  name: string,
): Promise<{ session: Session; page: Page }> {
  const session = await launch(kind, { extension: onHosts(kind, [`${HOST}*`]), lang: 'zh-CN' });
  await changeSettings(session, { welcomed: true });
  const page = await session.newPage();
  await page.setViewport(viewport);
  await openServed(page, { '/': fixture(name) });
  return { session, page };
}

/** Serves hand-written documents by their paths under `HOST`, and opens the first. */
export async function openServed(
  page: Page,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const body = pages[new URL(request.url()).pathname];
    const answer =
      body === undefined
        ? request.abort()
        : request.respond({ contentType: 'text/html; charset=utf-8', body });
    answer.catch(() => undefined);
  });
  const [first = '/'] = Object.keys(pages);
  await page.goto(new URL(first, HOST).href);
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/picker/${name}.html`, import.meta.url), 'utf8');
}

/** Puts the picker into the page as the popup does on a click. */
export async function startPicker(session: Session, page: Page): Promise<void> {
  const own = await session.extensionPage('options.html');
  await own.evaluate(async (address) => {
    const api = (globalThis as unknown as { chrome: Api }).chrome;
    const [tab] = await api.tabs.query({ url: address });
    const target = { tabId: tab?.id ?? 0 };
    await api.scripting.insertCSS({ target, files: ['/assets/picker-page.css'] });
    await api.scripting.executeScript({ target, files: ['/picker.js'] });
  }, page.url());
  await own.close();
  await page.bringToFront();
  await waitUntil('the picker to stand on the page', async () => (await panelWords(page)) !== '');
}

/** All that the panel says; "" where there is none. */
export function panelWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.querySelector('[data-fl-ui="picker"]');
    return host?.shadowRoot?.querySelector<HTMLElement>('[part="panel"]')?.innerText ?? '';
  });
}

/** Clicks a control of the panel. */
export async function clickInPanel(page: Page, name: string): Promise<void> {
  await page.evaluate((control) => {
    const root = document.querySelector('[data-fl-ui="picker"]')?.shadowRoot;
    const button = root?.querySelector<HTMLButtonElement>(`[data-name="${control}"]`);
    if (!button) throw new Error(`the panel has no control "${control}"`);
    button.click();
  }, name);
}
