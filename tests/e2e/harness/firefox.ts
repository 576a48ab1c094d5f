import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser, missingBrowser } from '../../../scripts/browsers.mjs';
import type { Driver, LaunchOptions } from './launch.ts';
import { waitUntil } from './wait-until.ts';

/** Firefox gives every installation a random address; a preference fixes ours. */
const PAGE_HOST = '6d3a8f10-4c1b-4b0e-9a57-1f6c2d3e4f50';
const ORIGIN = `moz-extension://${PAGE_HOST}/`;

const MANIFEST = 'manifest.json';

type Preferences = Record<string, string | number | boolean>;

/** Firefox with a temporary add-on. See `launch`. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const { extension, home, headless = true, profile, onConsole } = options;
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error(missingBrowser('firefox'));
  const id = extension ? addOnId(extension) : '';
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless,
    ...(profile ? { userDataDir: profile } : {}),
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    // Without it neither pages of an add-on nor the browser's own scope can be reached.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options, id),
    ...(home ? { env: { ...process.env, HOME: home } } : {}),
  });
  if (onConsole) browser.process()?.stdout?.on('data', (words) => onConsole(String(words)));
  if (extension) await browser.installExtension(extension);
  return {
    browser,
    newPage: () => browser.newPage(),
    extensionPage: (path) => open(browser, ORIGIN + path),
    stopBackground: async () => {
      await inBrowserScope(browser, `${addOn(id)}.terminateBackground(${HOW_TO_STOP})`);
      await waitUntil('the event page to be gone', async () => !(await isRunning(browser, id)));
    },
    backgroundIsRunning: () => isRunning(browser, id),
    setScheme: async (page, scheme) => {
      const preference = 'layout.css.prefers-color-scheme.content-override';
      const value = scheme === 'dark' ? 0 : 1;
      await inBrowserScope(browser, `Services.prefs.setIntPref('${preference}', ${value})`);
      await waitUntil(`${scheme} pages`, () =>
        page.evaluate((each) => matchMedia(`(prefers-color-scheme: ${each})`).matches, scheme),
      );
    },
    allowPrivate: async () => {
      await inBrowserScope(browser, allowPrivateScript(id));
    },
    privatePage: async () => {
      const before = new Set(await browser.pages());
      await inBrowserScope(browser, 'void OpenBrowserWindow({ private: true })');
      const opened = await waitUntil('a private window', async () =>
        (await browser.pages()).find((page) => !before.has(page)),
      );
      // Its own first page comes by itself, and would take the place of another that is opened meanwhile.
      await waitUntil('its first page', () =>
        opened.evaluate(
          () => location.href !== 'about:blank' && document.readyState === 'complete',
        ),
      );
      return opened;
    },
    reloadExtension: async () => {
      await inBrowserScope(browser, reloadScript(id));
    },
    close: () => browser.close(),
  };
}

function addOnId(extension: string): string {
  const manifest: unknown = JSON.parse(manifestOf(extension));
  const { browser_specific_settings: settings } = manifest as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = settings?.gecko?.id;
  if (!id) throw new Error(`${extension} has no Firefox id in its manifest`);
  return id;
}

function manifestOf(extension: string): string {
  if (!extension.endsWith('.zip')) return readFileSync(join(extension, MANIFEST), 'utf8');
  const packed = unzipSync(readFileSync(extension), { filter: ({ name }) => name === MANIFEST });
  return strFromU8(packed[MANIFEST] ?? new Uint8Array());
}

function preferences(
  { lang, proxy, direct = [], downloads, grants, profile, onConsole }: LaunchOptions,
  id: string,
): Preferences {
  const [host = '', port = ''] = proxy?.split(':') ?? [];
  return {
    'extensions.webextensions.uuids': JSON.stringify(id ? { [id]: PAGE_HOST } : {}),
    ...(grants ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
    ...(lang ? { 'intl.accept_languages': lang } : {}),
    ...(profile
      ? {
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
        }
      : {}),
    // Printed only where it is read: a full pipe would stop the browser.
    'devtools.console.stdout.content': onConsole !== undefined,
    ...(downloads
      ? {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          // The panel would take the focus from the page.
          'browser.download.alwaysOpenPanel': false,
        }
      : {}),
    ...(proxy
      ? {
          'network.proxy.type': 1,
          'network.proxy.http': host,
          'network.proxy.http_port': Number(port),
          'network.proxy.ssl': host,
          'network.proxy.ssl_port': Number(port),
          'network.proxy.no_proxies_on': direct.join(','),
          'network.proxy.allow_hijacking_localhost': true,
        }
      : {}),
  };
}

/** Waiting for a load event never ends for pages of an add-on, so wait for the document itself. */
async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: [] });
  await waitUntil(`${address} to load`, () =>
    page.evaluate(
      (wanted) => location.href === wanted && document.readyState === 'complete',
      address,
    ),
  );
  return page;
}

/** Stop although it is being debugged, and do not count the stop itself as activity. */
const HOW_TO_STOP = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';

function addOn(id: string): string {
  return `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension`;
}

function reloadScript(id: string): string {
  return `(async () => {
    const file = 'resource://gre/modules/AddonManager.sys.mjs';
    const { AddonManager } = ChromeUtils.importESModule(file);
    await (await AddonManager.getAddonByID(${JSON.stringify(id)})).reload();
  })()`;
}

/** As by the switch on the page of add-ons. Returns whether the add-on is allowed there now. */
function allowPrivateScript(id: string): string {
  return `(async () => {
    const file = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
    const { ExtensionPermissions } = ChromeUtils.importESModule(file);
    const permissions = ['internal:privateBrowsingAllowed'];
    await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions, origins: [] });
    await ${reloadScript(id)};
    return String(WebExtensionPolicy.getByID(${JSON.stringify(id)}).privateBrowsingAllowed);
  })()`;
}

async function isRunning(browser: Browser, id: string): Promise<boolean> {
  return (await inBrowserScope(browser, `${addOn(id)}.backgroundState`)) === 'running';
}

/** What Puppeteer's Firefox has under its typed surface: the raw protocol. */
type WithConnection = {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
};

/** Evaluates in Firefox's privileged scope and returns the value, a plain string or number. */
export async function inBrowserScope(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as WithConnection;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
  const target = { context: window?.context };
  const answer = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target,
  });
  const evaluated = answer.result as { type: string; result?: { value?: unknown } };
  if (evaluated.type !== 'success') throw new Error(JSON.stringify(evaluated));
  return evaluated.result?.value;
}
