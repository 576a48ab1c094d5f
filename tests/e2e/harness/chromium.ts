import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page, type Target } from 'puppeteer-core';
import { findBrowser, missingBrowser } from '../../../scripts/browsers.mjs';
import type { Driver, LaunchOptions } from './launch.ts';
import { waitUntil } from './wait-until.ts';

const ARGUMENTS = ['--disable-gpu', '--disable-component-update', '--disable-quic'];

const WELCOME = 'welcome.html';

/** Chromium does not start as root with its sandbox. */
const IS_ROOT = process.getuid?.() === 0;

/** Chromium with an unpacked extension. See `launch`. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const { extension, lang, proxy, downloads, headless = true } = options;
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(missingBrowser('chromium'));
  const browser = await launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    ...(downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...ARGUMENTS,
      ...(IS_ROOT ? ['--no-sandbox'] : []),
      ...(lang ? [`--lang=${lang}`] : []),
      ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ],
    env: { ...process.env, ...(lang ? { LANGUAGE: lang.replace('-', '_') } : {}) },
  });
  return extension ? withExtension(browser, extension) : withoutExtension(browser);
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
    reloadExtension: none,
    close: () => browser.close(),
  };
}

async function withExtension(browser: Browser, folder: string): Promise<Driver> {
  const id = await browser.installExtension(folder);
  const origin = `chrome-extension://${id}/`;
  const worker = () => browser.targets().find((target) => isWorker(target, origin));
  // The page of the first run comes when the worker has started: later it would cover the page that a test looks at,
  // and what is covered draws no frame.
  if (existsSync(join(folder, WELCOME))) {
    await browser.waitForTarget((target) => target.url() === origin + WELCOME);
  }
  return {
    browser,
    newPage: () => browser.newPage(),
    extensionPage: (path) => open(browser, origin + path),
    stopBackground: () => stop(worker),
    backgroundIsRunning: async () => worker() !== undefined,
    setScheme,
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

function isWorker(target: Target, origin: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(origin);
}

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

async function stop(worker: () => Target | undefined): Promise<void> {
  const running = worker();
  if (!running) return;
  // One that is only just starting may not be there to be closed yet.
  await waitUntil('the worker to be gone', async () => {
    if (worker() === running) await (await running.worker())?.close();
    return worker() !== running;
  });
}
