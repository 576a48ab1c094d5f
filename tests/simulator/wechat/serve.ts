import type { HTTPRequest, Page } from 'puppeteer-core';
import { ignoreClosed } from '../closed-page.ts';
import { type PageFiles, pageFiles } from './bundle.ts';
import { documentWith } from './document.ts';
import { type DrawnPicture, drawAvatar, drawPicture, SPACER } from './pictures.ts';
import { createServerLog, type ServerLog } from './server-log.ts';
import type { PageOptions, SimulatedMessage, Simulator } from './types.ts';

/** Every host that the site has been served from. */
export const HOSTS = [
  'wx.qq.com',
  'wx1.qq.com',
  'wx2.qq.com',
  'wx8.qq.com',
  'web.weixin.qq.com',
  'web.wechat.com',
  'web1.wechat.com',
  'web2.wechat.com',
] as const;

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types default";

/** The site's policy for what it writes itself, as its templates are; anything else of a text is refused. */
const OWN_TYPE = `trustedTypes.createPolicy('default', {
  createHTML: (html, _, sink) => (sink === 'Element innerHTML' ? html : null),
});\n`;

export type SimulatorOptions = PageOptions & {
  /** Default "wx.qq.com". */
  host?: (typeof HOSTS)[number];
  /** Deliver the same messages with the same ids again after a reload. In life a reload loses them. */
  keepOnReload?: boolean;
  /** The site demands Trusted Types: of a text its own code alone makes elements, and by `innerHTML` alone. */
  trustedTypes?: boolean;
};

/** The simulated page, driven from Node. */
export type SimulatorDriver = Simulator & {
  page: Page;
  /** Loads the page again; session ids change, messages are lost unless `keepOnReload`. */
  reload(): Promise<void>;
  /** Addresses that the page asked for and nobody here serves: they were refused. */
  refused: readonly string[];
};

/**
 * Serves the simulated page under the site's own address in a page of Chromium or Firefox,
 * opens it and waits for its application. Every other request of that page is refused.
 */
export async function openSimulator(
  page: Page,
  options: SimulatorOptions = {},
): Promise<SimulatorDriver> {
  const {
    host = 'wx.qq.com',
    keepOnReload = false,
    trustedTypes = false,
    ...pageOptions
  } = options;
  const log = createServerLog(pageOptions, keepOnReload);
  const files = await pageFiles();
  const refused: string[] = [];
  await page.setRequestInterception(true);
  const served = { files, log, refused, trustedTypes };
  page.on('request', (request) => void answer(request, served).catch(ignoreClosed));

  const load = async (go: () => Promise<unknown>): Promise<void> => {
    await go();
    await page.waitForFunction(() => window.simulator !== undefined, { polling: 20 });
  };
  await load(() => page.goto(`https://${host}/`));
  return {
    ...driver(page, log),
    page,
    refused,
    reload: () => load(() => page.reload()),
  };
}

function driver(page: Page, log: ServerLog): Simulator {
  return {
    async addChats(chats) {
      log.chats(chats);
      await page.evaluate((given) => window.simulator?.addChats(given), chats);
    },
    async receive(given) {
      const list = Array.isArray(given) ? given : [given as SimulatedMessage];
      const messages = log.messages(list);
      await page.evaluate((made) => window.simulator?.receive(made), messages);
      return messages.map((message) => message.id ?? '');
    },
    async send(text) {
      const { chat } = await stateOf(page);
      const id = (await page.evaluate((words) => window.simulator?.send(words), text)) ?? '';
      log.messages([{ chat: chat ?? '', own: true, id, text }]);
      return id;
    },
    async switchChat(name) {
      log.opened(name);
      await page.evaluate((chat) => window.simulator?.switchChat(chat), name);
    },
    async switchTab(tab) {
      await page.evaluate((name) => window.simulator?.switchTab(name), tab);
    },
    async scrollBy(pixels) {
      await page.evaluate((by) => window.simulator?.scrollBy(by), pixels);
    },
    async scrollTo(top) {
      await page.evaluate((to) => window.simulator?.scrollTo(to), top);
    },
    async scrollToBottom() {
      await page.evaluate(() => window.simulator?.scrollToBottom());
    },
    async atBottom() {
      return (await page.evaluate(() => window.simulator?.atBottom())) === true;
    },
    async recall(id) {
      await page.evaluate((which) => window.simulator?.recall(which), id);
      log.change(id, { kind: 'system', text: '对方撤回了一条消息' });
    },
    async edit(id, text) {
      log.change(id, { text });
      await page.evaluate((which, words) => window.simulator?.edit(which, words), id, text);
    },
    async fillNames() {
      await page.evaluate(() => window.simulator?.fillNames());
    },
    async lie(id, fields) {
      await page.evaluate((which, what) => window.simulator?.lie(which, what), id, fields);
    },
    state: () => stateOf(page),
  };
}

async function stateOf(page: Page) {
  const state = await page.evaluate(() => window.simulator?.state());
  if (!state) throw new Error('the simulated page is not there');
  return state;
}

type Served = {
  files: PageFiles;
  log: ServerLog;
  refused: string[];
  trustedTypes: boolean;
};

async function answer(
  request: HTTPRequest,
  { files, log, refused, trustedTypes }: Served,
): Promise<void> {
  const url = new URL(request.url());
  if (!/^https?:$/.test(url.protocol)) return request.continue();
  if (!HOSTS.some((host) => host === url.hostname)) {
    refused.push(url.href);
    return request.abort();
  }
  switch (url.pathname) {
    case '/':
      return request.respond({
        contentType: 'text/html; charset=utf-8',
        ...(trustedTypes ? { headers: { 'Content-Security-Policy': TRUSTED_TYPES } } : {}),
        body: documentWith(log.pageOptions()),
      });
    case '/page.js': {
      const body = (trustedTypes ? OWN_TYPE : '') + files.script;
      return request.respond({ contentType: 'text/javascript; charset=utf-8', body });
    }
    case '/page.css':
      return request.respond({ contentType: 'text/css; charset=utf-8', body: files.style });
    default: {
      const picture = await pictureFor(url, log);
      if (picture) return request.respond({ contentType: picture.type, body: picture.body });
      refused.push(url.href);
      return request.respond({ status: 404, body: '' });
    }
  }
}

async function pictureFor(url: URL, log: ServerLog): Promise<DrawnPicture | null> {
  const path = url.pathname;
  if (path.endsWith('/webwxgeticon')) {
    const group = url.searchParams.get('username')?.startsWith('@@') === true;
    return drawAvatar(Number(url.searchParams.get('seq') ?? 0), group);
  }
  if (/\/webwxget(msgimg|video)$/.test(path)) {
    const id = url.searchParams.get('MsgID') ?? '';
    const picture = log.pictures.get(id) ?? {};
    if (picture.delay) await new Promise((resolve) => setTimeout(resolve, picture.delay));
    return drawPicture(picture, id);
  }
  return /\.(gif|ico)$/.test(path) ? SPACER : null;
}
