import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser, missingBrowser } from '../../../scripts/browsers.mjs';
import type { Driver, LaunchOptions } from './launch.ts';
import { waitUntil } from './wait-until.ts';

const ARGUMENTS = ['--disable-gpu', '--disable-component-update', '--disable-quic'];

const WELCOME = 'welcome.html';

/** Chromium does not start as root with its sandbox. */
const IS_ROOT = process.getuid?.() === 0;

/** Chromium with an unpacked extension. See `launch`. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { extension, lang, proxy, direct = [], downloads, headless = true, profile } = options;
  const isFirst = profile === undefined || !existsSync(join(profile, 'Default'));
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(missingBrowser('chromium'));
  const browser = await launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    ...(profile ? { userDataDir: profile } : {}),
    ...(downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...ARGUMENTS,
      ...(IS_ROOT ? ['--no-sandbox'] : []),
      ...(lang ? [`--lang=${lang}`] : []),
      ...(proxy
        ? [`--proxy-server=${proxy}`, `--proxy-bypass-list=${['<-loopback>', ...direct].join(';')}`]
        : []),
    ],
    env: {
      // Files have Chinese names, also on a machine without a locale.
      LC_CTYPE: 'C.UTF-8',
      ...process.env,
      ...(lang ? { LANGUAGE: lang.replace('-', '_') } : {}),
    },
  });
  return extension ? withExtension(browser, extension, isFirst) : withoutExtension(browser);
}

function withoutExtension(browser: Browser): Driver {
  const none = async () => {
    throw new Error('the browser was launched without the extension');
  };
  return {
    browser,
    newPage: () => browser.newPage(),
    extensionPage: none,
    stopBackground: none,
    backgroundIsRunning: async () => false,
    setScheme,
    allowPrivate: none,
    privatePage: none,
    reloadExtension: none,
    close: () => browser.close(),
  };
}

async function withExtension(browser: Browser, folder: string, isFirst: boolean): Promise<Driver> {
  const id = await browser.installExtension(folder);
  const origin = `chrome-extension://${id}/`;
  const workers = await workersOf(browser, origin);
  // The page of the first run comes when the worker has started: later it would cover the page that a test looks at,
  // and what is covered draws no frame.
  if (isFirst && existsSync(join(folder, WELCOME))) {
    await browser.waitForTarget((target) => target.url() === origin + WELCOME);
  }
  return {
    browser,
    newPage: () => browser.newPage(),
    extensionPage: (path) => open(browser, origin + path),
    stopBackground: () => stop(workers),
    backgroundIsRunning: async () => (await workers.ids()).length > 0,
    setScheme,
    allowPrivate: () => allowPrivate(browser, id),
    privatePage: async () => (await browser.createBrowserContext()).newPage(),
    // The same folder once more: the same id, the data kept, every page of the extension closed.
    reloadExtension: async () => {
      await browser.installExtension(folder);
    },
    close: () => browser.close(),
  };
}

function setScheme(page: Page, value: 'light' | 'dark'): Promise<void> {
  return page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
}

type Workers = {
  ids(): Promise<string[]>;
  close(id: string): Promise<unknown>;
  /** How often this one has ended so far; one that starts again has the same id. */
  ends(id: string): number;
};

/** Asked of the browser itself: a list kept on this side may still name a worker that is gone, and a session with it. */
async function workersOf(browser: Browser, origin: string): Promise<Workers> {
  const devtools = await browser.target().createCDPSession();
  const ended: string[] = [];
  devtools.on('Target.targetDestroyed', ({ targetId }) => void ended.push(targetId));
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  return {
    async ids() {
      const { targetInfos } = await devtools.send('Target.getTargets');
      return targetInfos
        .filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
        .map(({ targetId }) => targetId);
    },
    close: (targetId) => devtools.send('Target.closeTarget', { targetId }),
    ends: (id) => ended.filter((each) => each === id).length,
  };
}

/** As by the switch on the page of extensions. What the manifest does not allow has no such switch, and nothing comes of it. */
async function allowPrivate(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionsPage }).chrome;
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  // The browser reloads it for that, and leaves one that was loaded from a folder switched off, some time after.
  await waitUntil('the extension to be on again', async () => {
    const isOn = await page.evaluate(async (id) => {
      const { management } = (globalThis as unknown as { chrome: ExtensionsPage }).chrome;
      if ((await management.get(id)).enabled) return true;
      await management.setEnabled(id, true);
      return false;
    }, extensionId);
    if (!isOn) return false;
    const inside = await browser.newPage();
    const opened = inside.goto(`chrome-extension://${extensionId}/manifest.json`);
    return opened.then(() => true).finally(() => inside.close());
  });
  await page.close();
}

/** As much as is used of what the browser's own page of extensions may do. */
type ExtensionsPage = {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
  management: {
    get(id: string): Promise<{ enabled: boolean }>;
    setEnabled(id: string, isEnabled: boolean): Promise<void>;
  };
};

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

/** Ms between two tries to close a worker: asked again while it ends, it does not end. */
const CLOSE_AGAIN_MS = 2_000;

async function stop(workers: Workers): Promise<void> {
  const [running] = await workers.ids();
  if (running === undefined) return;
  const before = workers.ends(running);
  let asked = Number.NEGATIVE_INFINITY;
  // One that is only just starting may not be there to be closed yet.
  await waitUntil('the worker to be gone', async () => {
    if (workers.ends(running) > before) return true;
    if (performance.now() - asked < CLOSE_AGAIN_MS) return false;
    asked = performance.now();
    await workers.close(running);
    return false;
  });
}
