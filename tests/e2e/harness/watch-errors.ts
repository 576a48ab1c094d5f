import type { CDPSession, Page, Target } from 'puppeteer-core';
import type { Session } from './launch.ts';

/** What the consoles of a page and of our background said is wrong. */
export type WatchedErrors = {
  /** Errors so far, each once, in words. */
  errors(): string[];
};

type ConsoleEvent = { type: string; args: { value?: unknown; description?: string }[] };
type Thrown = { exceptionDetails: { text: string; exception?: { description?: string } } };

/** What a browser says of requests that the simulated site does not answer is no error of ours. */
const NOT_OURS = /Failed to load resource|net::ERR|NS_ERROR|Content Security Policy/;

/**
 * Watches for exceptions and console errors. In Chromium those of every world of the page, the content script's
 * included, and of the extension's background; in Firefox, which tells less, those of the page.
 * @param isBackgroundToo false leaves the background alone: one that is listened to does not end when it is stopped
 */
export async function watchErrors(
  session: Session,
  page: Page,
  isBackgroundToo = true,
): Promise<WatchedErrors> {
  const found = new Set<string>();
  const note = (words: string) => {
    if (!NOT_OURS.test(words)) found.add(words);
  };
  if (session.kind === 'firefox') {
    page.on('pageerror', (error) => note(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
  } else {
    await listen(await page.createCDPSession(), note);
    if (!isBackgroundToo) return { errors: () => [...found] };
    const follow = (target: Target) => {
      if (target.type() === 'service_worker') {
        void target.createCDPSession().then((worker) => listen(worker, note), ignoreGone);
      }
    };
    session.browser.targets().forEach(follow);
    session.browser.on('targetcreated', follow);
    page.once('close', () => session.browser.off('targetcreated', follow));
  }
  return { errors: () => [...found] };
}

async function listen(client: CDPSession, note: (words: string) => void): Promise<void> {
  client.on('Runtime.exceptionThrown', ({ exceptionDetails }: Thrown) =>
    note(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  client.on('Runtime.consoleAPICalled', ({ type, args }: ConsoleEvent) => {
    if (type !== 'error') return;
    note(args.map(({ value, description }) => String(value ?? description)).join(' '));
  });
  await client.send('Runtime.enable').catch(ignoreGone);
}

/** A worker may be gone before it can be listened to. */
function ignoreGone(): void {}
