import type { Browser, Page } from 'puppeteer-core';
import { BUILDS } from '../../../scripts/bundles.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { inOneLanguage } from './one-language.ts';

export type BrowserKind = 'chromium' | 'firefox';

export const BROWSER_KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

export type LaunchOptions = {
  /** Folder of a built extension; the project's own build unless given. False: none. */
  extension?: string | false;
  /** Language of the extension and of what pages are told: "zh-CN" or "en". The browser's own unless given. */
  lang?: string;
  /** "host:port" of a proxy for every request, loopback included. */
  proxy?: string;
  /** Folder for downloads, which are then saved without asking. */
  downloads?: string;
  /** False shows a window. */
  headless?: boolean;
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
  /** Reloads the extension as an update does; returns when its background can be reached again. */
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
};

export type Session = Driver & { kind: BrowserKind };

/** Starts a browser with an empty profile and, unless told otherwise, with the built extension. */
export async function launch(kind: BrowserKind, options: LaunchOptions = {}): Promise<Session> {
  const { extension: build = BUILDS[kind], lang } = options;
  const extension = build && lang ? inOneLanguage(build, lang.replace('-', '_')) : build;
  const start = kind === 'chromium' ? launchChromium : launchFirefox;
  return { kind, ...(await start({ ...options, extension })) };
}
