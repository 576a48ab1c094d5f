import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { PLANTED_ME } from '../corpus/planted-stream.ts';
import { type BrowserKind, launch, type Session } from '../e2e/harness/launch.ts';
import { changeSettings, QUIET_PAGE } from '../e2e/harness/stored.ts';
import { waitUntil } from '../e2e/harness/wait-until.ts';
import { type WatchedErrors, watchErrors } from '../e2e/harness/watch-errors.ts';
import { openSimulator, type SimulatorDriver } from '../simulator/wechat/serve.ts';
import { backgroundErrors } from './background-marks.ts';
import type { Builds } from './builds.ts';
import { noteExposures } from './exposures.ts';
import { clockScript, type Pace } from './pace.ts';

/** What Firefox prints of errors of ours; it prints its own as well. */
const PRINTED_ERROR = /^(console\.error: .*fingerlight.*|JavaScript error: moz-extension.*)$/gm;

/** Higher than a screen: a chat is read in fewer steps. */
const VIEW = { width: 1100, height: 1600 };

/** A browser whose profile is kept, with the extension in it and one tab of the site, or two. */
export class World {
  readonly #kind: BrowserKind;
  readonly #builds: Builds;
  readonly #pace: Pace;
  readonly #chats: readonly { name: string }[];
  readonly #profile: string;
  readonly #watched: WatchedErrors[] = [];
  readonly #printed = new Set<string>();
  readonly #told = new Set<string>();
  #session: Session | null = null;
  #probe: Page | null = null;
  chat!: SimulatorDriver;
  second: SimulatorDriver | null = null;

  constructor(kind: BrowserKind, builds: Builds, pace: Pace, chats: readonly { name: string }[]) {
    this.#kind = kind;
    this.#builds = builds;
    this.#pace = pace;
    this.#chats = chats;
    this.#profile = mkdtempSync(join(tmpdir(), 'fingerlight-profile-'));
    process.once('exit', () => rmSync(this.#profile, { recursive: true, force: true }));
  }

  get kind(): BrowserKind {
    return this.#kind;
  }

  get session(): Session {
    if (!this.#session) throw new Error('the browser does not run');
    return this.#session;
  }

  /** A page of the extension that lies behind the chat's. */
  get probe(): Page {
    if (!this.#probe) throw new Error('the browser does not run');
    return this.#probe;
  }

  async start(): Promise<void> {
    await this.#launch();
    await changeSettings(this.session, { welcomed: true, myNames: [PLANTED_ME] });
    this.chat = await this.#openTab();
  }

  async #launch(): Promise<void> {
    const { folder: extension } = this.#builds;
    const onConsole = (text: string) => {
      for (const [words] of text.matchAll(PRINTED_ERROR)) this.#printed.add(words);
    };
    this.#session = await launch(this.#kind, { extension, profile: this.#profile, onConsole });
    this.#probe = await this.session.extensionPage(QUIET_PAGE);
  }

  async #openTab(): Promise<SimulatorDriver> {
    const page = await this.session.newPage();
    await page.setViewport(VIEW);
    this.#watched.push(await watchErrors(this.session, page, false));
    await page.evaluateOnNewDocument(clockScript(this.#pace));
    await page.evaluateOnNewDocument(noteExposures);
    const options = { me: PLANTED_ME, chats: this.#chats, unreadLine: false };
    const chat = await openSimulator(page, options);
    await page.bringToFront();
    return chat;
  }

  async openSecond(): Promise<SimulatorDriver> {
    this.second = await this.#openTab();
    return this.second;
  }

  async closeSecond(): Promise<void> {
    await this.second?.page.close();
    this.second = null;
    await this.chat.page.bringToFront();
  }

  async reload(): Promise<void> {
    await this.chat.reload();
    await this.chat.page.bringToFront();
  }

  async reopen(): Promise<void> {
    await this.chat.page.close();
    this.chat = await this.#openTab();
  }

  /** Ends the process of the tab. Only Chromium has a way to ask for it. */
  async crash(): Promise<void> {
    const { page } = this.chat;
    const client = await page.createCDPSession();
    const crashed = new Promise((done) => page.once('error', done));
    client.send('Page.crash').catch(() => undefined);
    await crashed;
    const next = await this.#openTab();
    await page.close().catch(() => undefined);
    this.chat = next;
    await next.page.bringToFront();
  }

  async restart(): Promise<void> {
    await this.hear();
    await this.session.close();
    this.second = null;
    await this.#launch();
    this.chat = await this.#openTab();
  }

  /** The next version takes the place of this one while the page is open; the page's old script must let go of it. */
  async update(): Promise<void> {
    this.#builds.next();
    await this.hear();
    await this.session.reloadExtension();
    this.#probe = await this.session.extensionPage(QUIET_PAGE);
    const installed = await this.probe.evaluate(readVersion);
    if (installed !== this.#builds.version()) throw new Error(`${installed} is installed`);
    await this.chat.page.bringToFront();
  }

  /** Nothing of ours is left in the page. */
  async isLetGo(): Promise<void> {
    await waitUntil('the old script to let go', () =>
      this.chat.page.evaluate(
        () =>
          !document.documentElement.outerHTML
            .replace(/<script.*?<\/script>/gs, '')
            .includes('data-fl-'),
      ),
    );
  }

  /** Takes down what the background's console said; the browser forgets it with the next start. */
  async hear(): Promise<void> {
    for (const words of await backgroundErrors(this.probe)) this.#printed.add(words);
  }

  async close(): Promise<void> {
    await this.#session?.close();
    this.#session = null;
  }

  /** Those errors that were not asked for yet. */
  newErrors(): string[] {
    const found = this.errors().filter((error) => !this.#told.has(error));
    for (const error of found) this.#told.add(error);
    return found;
  }

  /** What any console said is wrong, each once. */
  errors(): string[] {
    return [...new Set([...this.#watched.flatMap((each) => each.errors()), ...this.#printed])];
  }
}

/** Runs in a page of the extension. */
function readVersion(): string {
  type Runtime = { getManifest(): { version: string } };
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  return runtime.getManifest().version;
}
