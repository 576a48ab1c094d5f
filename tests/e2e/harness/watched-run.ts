import type { Page } from 'puppeteer-core';
import { openSimulator } from '../../simulator/wechat/serve.ts';
import type { SimulatedMessage } from '../../simulator/wechat/types.ts';
import { type BrowserKind, launch, type Session } from './launch.ts';
import { startLoggingProxy } from './logging-proxy.ts';
import { changeSettings, tallyRows } from './stored.ts';
import { waitUntil } from './wait-until.ts';

export type WatchedRun = {
  /** Hosts asked for by the browser or by any page in it. */
  hosts: Set<string>;
  /** Milliseconds from start to end. */
  duration: number;
};

const CHATS = [{ name: '镇村工作群' }, { name: '安全生产工作群' }];

/** The same notice in two chats, so that a copy is judged, claimed, folded and counted. */
const NOTICE =
  '请各村于12月4日17:00前将冬季取暖安全排查表报送镇应急办，逾期未报的将电话催报，请提前安排。';

function forwarded(chat: string): SimulatedMessage {
  return { chat, from: '应急办小周', text: NOTICE };
}

const OPTIONS = {
  chats: CHATS,
  open: '镇村工作群',
  messages: CHATS.map(({ name }) => forwarded(name)),
};

/** Our own pages that a person opens. */
const PAGES = ['popup.html', 'options.html', 'welcome.html'];

/**
 * Reads a chat with the extension, opens all its pages, lets its background be stopped and woken,
 * and notes every host that is asked for meanwhile.
 */
export async function watchExtension(kind: BrowserKind, extension?: string): Promise<WatchedRun> {
  return watch(kind, extension, async (session, note) => {
    await changeSettings(session, { welcomed: true });
    const page = await session.newPage();
    note(page);
    const simulator = await openSimulator(page, OPTIONS);
    await simulator.switchChat('安全生产工作群');
    for (const path of PAGES) note(await session.extensionPage(path));
    await session.stopBackground();
    await page.bringToFront();
    await simulator.receive(forwarded('安全生产工作群'));
    await waitUntil('every message to be counted', async () => {
      return (await tallyRows(session, 'messages')).length === CHATS.length + 1;
    });
  });
}

/** The same browser, the same chat, an extension that does nothing, and at least as long. */
export async function watchControl(kind: BrowserKind, empty: string, duration: number) {
  return watch(kind, empty, async (session, note) => {
    const start = performance.now();
    const page = await session.newPage();
    note(page);
    await openSimulator(page, OPTIONS);
    const isLongEnough = () => performance.now() - start >= duration;
    await waitUntil('as much time as the other run took', isLongEnough, duration + 1000);
  });
}

/** Hosts of a run that the control did not ask for, in order. */
export function hostsBeyond(control: WatchedRun, run: WatchedRun): string[] {
  return [...run.hosts].filter((host) => !control.hosts.has(host)).sort();
}

type Act = (session: Session, note: (page: Page) => void) => Promise<void>;

async function watch(
  kind: BrowserKind,
  extension: string | undefined,
  act: Act,
): Promise<WatchedRun> {
  const start = performance.now();
  const proxy = await startLoggingProxy();
  const session = await launch(kind, { extension, proxy: proxy.address });
  const asked = new Set<string>();
  const note = (page: Page) => {
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol)) asked.add(hostname);
    });
  };
  try {
    await act(session, note);
    return { hosts: new Set([...asked, ...proxy.hosts()]), duration: performance.now() - start };
  } finally {
    await session.close();
    await proxy.close();
  }
}
