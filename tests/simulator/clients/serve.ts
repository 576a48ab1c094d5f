import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { ignoreClosed } from '../closed-page.ts';
import { pageScript } from '../page-script.ts';
import type { Options } from './page/application.ts';
import type { Client, ClientControl } from './types.ts';

/** Every simulated client: `<id>.ts` in this folder exports one as `client`. */
export const CLIENT_IDS: readonly string[] = readdirSync(
  fileURLToPath(new URL('.', import.meta.url)),
)
  .filter((name) => name.endsWith('.ts') && !['types.ts', 'serve.ts'].includes(name))
  .map((name) => name.slice(0, -3))
  .sort();

export type ClientDriver = ClientControl & { page: Page; client: Client };

const bundles = new Map<string, Promise<string>>();

export async function clientCalled(id: string): Promise<Client> {
  return ((await import(/* @vite-ignore */ here(`${id}.ts`))) as { client: Client }).client;
}

/** Serves a simulated client under its own address in this page, and opens it. Every other request of the page is refused. */
export async function openClient(page: Page, id: string, options: Options): Promise<ClientDriver> {
  const client = await clientCalled(id);
  const script = await bundleOf(id);
  const body = documentOf(client, script, options);
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, client.url, body).catch(ignoreClosed));
  await page.goto(client.url);
  await page.waitForFunction(() => window.client !== undefined, { polling: 20 });
  return { page, client, ...driver(page) };
}

function driver(page: Page): ClientControl {
  return {
    receive: async (said) =>
      (await page.evaluate((all) => window.client?.receive(all), said)) ?? [],
    older: async (said) => (await page.evaluate((all) => window.client?.older(all), said)) ?? [],
    open: (chat) => page.evaluate((name) => window.client?.open(name), chat),
    edit: (id, text) =>
      page.evaluate((which, words) => window.client?.edit(which, words), id, text),
    recall: (id) => page.evaluate((which) => window.client?.recall(which), id),
    scrollTo: (top) => page.evaluate((to) => window.client?.scrollTo(to), top),
    redraw: () => page.evaluate(() => window.client?.redraw()),
  };
}

function documentOf(client: Client, script: string, options: Options): string {
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  const code = script.replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>chat</title><style>${client.style}</style></head>
<body></body><script>${code}\nstartClient(${json});</script></html>`;
}

/** The page's script, bundled once per client and process. */
function bundleOf(id: string): Promise<string> {
  const known = bundles.get(id) ?? bundle(id);
  bundles.set(id, known);
  return known;
}

function bundle(id: string): Promise<string> {
  return pageScript(`import { client } from '${here(`${id}.ts`)}';
import { runClient } from '${here('page/application.ts')}';
globalThis.startClient = (options) => runClient(client, options);`);
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url)).replaceAll('\\', '/');
}

async function answer(request: HTTPRequest, url: string, body: string): Promise<void> {
  const asked = new URL(request.url());
  if (!/^https?:$/.test(asked.protocol)) return request.continue();
  const isPage = request.isNavigationRequest() && asked.host === new URL(url).host;
  return isPage
    ? request.respond({ contentType: 'text/html; charset=utf-8', body })
    : request.abort();
}
