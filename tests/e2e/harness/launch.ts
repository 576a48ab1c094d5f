import type { Browser, Page } from 'puppeteer-core';
import { BUILDS } from '../../../scripts/bundles.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { type HostLog, noteRequests } from './host-log.ts';
import { inOneLanguage } from './one-language.ts';

export type BrowserKind = 'chromium' | 'firefox';

export const BROWSER_KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

export type LaunchOptions = {
  /** Folder of a built extension, for Firefox also its zip; the project's own build unless given. False: none. */
  extension?: string | false;
  /** Language of the extension and of what pages are told: "zh-CN" or "en". The browser's own unless given. */
  lang?: string;
  /** "host:port" of a proxy for every request, loopback included. That of `watchLaunches` unless given. */
  proxy?: string;
  /** "host:port" of servers of the test's own, which are reached past the proxy. */
  direct?: readonly string[];
  /** Folder for downloads, which are then saved without asking. */
  downloads?: string;
  /** Home folder of the browser: where Firefox looks for what an office has set. The tests' own unless given. */
  home?: string;
  /** Firefox grants what an extension asks for in a click, without its window, which no test can answer. */
  grants?: boolean;
  /** False shows a window. */
  headless?: boolean;
  /**
   * Folder of a profile that is kept, empty at first; give the same build with it. Chromium keeps the extension too;
   * Firefox drops a temporary add-on at its end and keeps what it has stored, for the next one of that name.
   */
  profile?: string;
  /** Firefox only: what every console of a page or an extension, its background's too, says, as Firefox prints it. */
  onConsole?: (text: string) => void;
};

/** What the two browsers do differently. */
export type Driver = {
  browser: Browser;
  newPage(): Promise<Page>;
  /** Opens a page of the extension, such as "popup.html". */
  extensionPage(path: string): Promise<Page>;
  /** Ends the worker or event page as the browser does when it is idle; returns when it is gone. */
  stopBackground(): Promise<void>;
  backgroundIsRunning(): Promise<boolean>;
  /** Shows a page as to a reader who prefers light or dark pages; Firefox then shows every page so. */
  setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /**
   * Lets the extension into private windows, as far as its manifest permits that, as the user does on the browser's page of
   * extensions. It is started anew.
   */
  allowPrivate(): Promise<void>;
  /** Opens a page in a private window. In Firefox every later page is opened there, too: it is the last window. */
  privatePage(): Promise<Page>;
  /** Reloads the extension as an update does; returns when its background can be reached again. */
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
};

export type Session = Driver & { kind: BrowserKind };

type Watch = { proxy: string; log: HostLog };
/** `control` watches browsers that run without the extension. */
type Watches = { run: Watch; control: Watch };

const watches = new Map<BrowserKind, Watches>();

/** From here on every browser of this kind goes through one of these proxies, and what its pages ask for is noted. */
export function watchLaunches(kind: BrowserKind, both: Watches): void {
  watches.set(kind, both);
}

/** Starts a browser with an empty profile and, unless told otherwise, with the built extension. */
export async function launch(kind: BrowserKind, options: LaunchOptions = {}): Promise<Session> {
  const { extension: build = BUILDS[kind], lang } = options;
  const extension = build && lang ? inOneLanguage(build, lang.replace('-', '_')) : build;
  const start = kind === 'chromium' ? launchChromium : launchFirefox;
  const watch = options.proxy ? undefined : watches.get(kind)?.[build ? 'run' : 'control'];
  const driver = await start({ proxy: watch?.proxy, ...options, extension });
  return { kind, ...(watch ? watched(driver, watch.log) : driver) };
}

function watched(driver: Driver, log: HostLog): Driver {
  return {
    ...driver,
    newPage: async () => {
      const page = await driver.newPage();
      noteRequests(page, log);
      return page;
    },
  };
}
