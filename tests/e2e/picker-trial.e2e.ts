import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChatServer } from '../../scripts/chat-server.mjs';
import { ME, SAID } from '../picker/clients/said.ts';
import { pageScript } from '../simulator/page-script.ts';
import { ACCOUNT, serveConverse } from './harness/converse-client.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { startProsody } from './harness/prosody.ts';
import { waitUntil } from './harness/wait-until.ts';
import { createPeople } from './harness/xmpp-people.ts';
import { hashClasses } from './hashed-classes.ts';

/** What the picker reads of a page without any help. */
type Read = { own: boolean; sender: string; text: string };

declare global {
  interface Window {
    pickedHere?: () => Read[] | null;
    /** What is read otherwise once a bar of ours stands in it and its own pieces are hidden. */
    changedHere?: () => string[];
  }
}

/** Real chat clients, as their makers publish them, that no adapter of ours knows; with the style sheets that they need. */
const CLIENTS: Readonly<Record<string, string | null>> = {
  quikchat: 'quikchat/dist/quikchat.css',
  'deep-chat': null,
  'vue-advanced-chat': null,
  minchat: null,
};

const EXPECTED = SAID.map(([sender, text]) => ({
  own: sender === ME,
  sender: sender === ME ? '' : sender,
  text,
}));

/** One's own name is shown by some clients and not by others. */
function comparable(read: readonly Read[]): Read[] {
  return read.map(({ own, sender, text }) => ({
    own,
    sender: own && sender === ME ? '' : sender,
    text,
  }));
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replaceAll('\\', '/');

describe.each(BROWSER_KINDS)('the picker, without a correction, in %s', (kind) => {
  let session: Session;
  let picker: string;

  beforeAll(async () => {
    session = await launch(kind, { extension: false });
    picker = await pickerScript();
  });
  afterAll(() => session.close());

  test.each(Object.entries(CLIENTS))('reads a chat of %s', async (name, style) => {
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 700 });
    await openClient(page, name, style);
    const read = await readAll(page, picker);
    expect(comparable(read)).toEqual(EXPECTED);
    expect(await page.evaluate(() => window.changedHere?.())).toEqual([]);
    await page.close();
  });

  test.each(Object.entries(CLIENTS))(
    'and one whose classes say nothing of %s',
    async (name, style) => {
      const page = await session.newPage();
      await page.setViewport({ width: 1100, height: 700 });
      await openClient(page, name, style);
      await readAll(page, picker);
      await hashClasses(page);
      // Where nothing but a class says which are one's own, they are read with the name that they show.
      const read = await readAll(page, picker);
      expect(read.map(({ own, sender, text }) => [own ? ME : sender, text])).toEqual(SAID);
      await page.close();
    },
  );

  test.runIf(findChatServer() !== null)(
    'reads a room of Converse.js, taken for unknown',
    async () => {
      const server = await startProsody();
      const people = createPeople(server.url, { [ME]: ACCOUNT });
      const room = 'town';
      for (const [index, [sender, text]] of SAID.entries()) {
        await people.say({ room, from: sender, id: `said-${index}`, text });
      }
      const host = await serveConverse({ server: server.url, nick: ME, rooms: [room] });
      const direct = [`127.0.0.1:${host.port}`, `127.0.0.1:${server.port}`];
      const own = await launch(kind, { extension: false, direct });
      const page = await own.newPage();
      await page.setViewport({ width: 1100, height: 700 });
      await page.goto(host.url);
      await page.evaluate(picker);
      const read = await waitUntil('all messages to be drawn', async () => {
        const found = await page.evaluate(() => window.pickedHere?.() ?? null);
        return (found?.length ?? 0) >= SAID.length ? found : null;
      });
      expect(comparable(read)).toEqual(EXPECTED);
      expect(await page.evaluate(() => window.changedHere?.())).toEqual([]);
      await own.close();
      await people.leave();
      await host.close();
      await server.stop();
    },
  );
});

/** Guesses again until all is drawn. */
async function readAll(page: Page, picker: string): Promise<Read[]> {
  await page.evaluate(picker);
  return waitUntil('all messages to be read', async () => {
    const found = (await page.evaluate(() => window.pickedHere?.() ?? null)) ?? [];
    if (found.length >= SAID.length) return found;
    throw new Error(`${found.length} are`);
  });
}

async function openClient(page: Page, name: string, style: string | null): Promise<void> {
  const script = await pageScript(`import '${at(`../picker/clients/${name}.js`)}';`);
  const css = style ? readFileSync(at(`../../node_modules/${style}`), 'utf8') : '';
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const answer = request.isNavigationRequest()
      ? request.respond({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><title>chat</title><style>${css}</style><div id="root" style="height:580px"></div><script src="/client.js"></script>`,
        })
      : pathname === '/client.js'
        ? request.respond({ contentType: 'text/javascript; charset=utf-8', body: script })
        : request.abort();
    answer.catch(() => undefined);
  });
  await page.goto('https://trial.example/');
}

function pickerScript(): Promise<string> {
  return pageScript(
    `import { guess } from '${at('../../lib/picker/guess.ts')}';
import { definitionOf } from '${at('../../lib/picker/definition-of.ts')}';
import { pickedSite } from '${at('../../lib/sites/picked.ts')}';
import { changedByOurs } from '${at('../sites/contract.ts')}';
const siteHere = () => {
  const found = guess(document);
  const definition = found && definitionOf(found, { id: 'picked-trial', name: 'trial', hosts: ['trial.example'] });
  return definition && pickedSite(definition);
};
globalThis.changedHere = () => {
  const site = siteHere();
  for (const root of [document.head, ...site.shadowRoots(document)]) {
    const style = document.createElement('style');
    style.textContent = '[data-fl-hide] { display: none !important; }';
    root.append(style);
  }
  const rows = site.rows(document);
  for (const row of rows) site.read(row);
  return rows.filter((row) => changedByOurs(site, row)).map((row) => row.outerHTML);
};
globalThis.pickedHere = () => {
  const site = siteHere();
  return site && site.rows(document).flatMap((row) => {
    const message = site.read(row);
    return message ? [{ own: message.own, sender: message.sender, text: message.text }] : [];
  });
};`,
    { '#i18n': 'export const i18n = { t: (name) => name };' },
  );
}
