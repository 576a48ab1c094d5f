import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChatCalls, PageCalls, TabCalls } from '../../lib/messages/protocol.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { BROWSER_KINDS, type BrowserKind, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce } from './hostile-setup.ts';
import { noticeAbout, STREET, YESTERDAY } from './work-groups.ts';

/** Every call that the background answers, with a request that would do harm to the message of this key. */
function callsAbout(key: string): object[] {
  const requests: Record<keyof ChatCalls | keyof PageCalls, unknown> = {
    report: { messages: [], claims: [], recalls: [key], folded: [key] },
    setDone: { key, done: true },
    teach: { key, lesson: 'always-fold' },
    lost: { isLost: true },
    importBackup: { transfer: 'x', at: 0, isLast: true, text: '{}' },
    importHistory: { transfer: 'x', at: 0, isLast: true, messages: [] },
    erase: { what: 'everything' },
    setGroups: [],
    lookAfter: null,
    restore: null,
    rebuild: null,
  };
  return Object.entries(requests).map(([name, request]) => ({
    ...{ fingerlight: 'background', name, request },
  }));
}

/** Every call that a tab answers. */
const TAB_REQUESTS: Record<keyof TabCalls, unknown> = {
  changed: { verdicts: [], notices: [] },
  toggleFolds: null,
  retell: null,
  health: null,
  leave: ['https://wx.qq.com/*'],
  sketch: null,
};
const TAB_CALLS = Object.entries(TAB_REQUESTS).map(([name, request]) => ({
  ...{ fingerlight: 'tab', name, request },
}));

/** Runs in the other extension's content script and, with `tabs`, in its background; says what came back. */
const SENDER = `
const api = globalThis.browser ?? chrome;
const inTime = (what) => Promise.race([what, new Promise((done) => setTimeout(() => done('silent'), 1500))]);
const settled = (send) => inTime(Promise.resolve().then(send).then((value) => value ?? 'silent', () => 'refused'));
async function attack({ target, calls }) {
  const answers = await Promise.all(calls.map((call) => settled(() => api.runtime.sendMessage(target, call))));
  const port = await settled(() => new Promise((done) => {
    const open = api.runtime.connect(target, { name: 'fingerlight' });
    open.onMessage.addListener((told) => done(told));
    open.onDisconnect.addListener(() => done('refused'));
    for (const call of calls) try { open.postMessage(call); } catch { done('refused'); }
  }));
  return [...answers, port];
}`;

/** Another extension that runs on the chat page, too; returns its folder. */
function otherExtension(kind: BrowserKind): string {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-other-'));
  const background =
    kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3,
    name: 'other',
    version: '1.0',
    background,
    host_permissions: ['https://wx.qq.com/*'],
    permissions: ['tabs'],
    content_scripts: [{ matches: ['https://wx.qq.com/*'], js: ['content.js'] }],
    ...(kind === 'firefox' && {
      browser_specific_settings: { gecko: { id: 'other@other.invalid' } },
    }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'background.js'),
    `${SENDER}
    api.runtime.onMessage.addListener((told, sender, respond) => {
      (async () => {
        const calls = await attack(told);
        const inTab = await Promise.all(told.tabCalls.map((call) => settled(() => api.tabs.sendMessage(sender.tab.id, call))));
        return [...calls, ...inTab];
      })().then(respond);
      return true;
    });`,
  );
  writeFileSync(
    join(folder, 'content.js'),
    `${SENDER}
    document.addEventListener('attack', async ({ detail }) => {
      const told = JSON.parse(detail);
      const own = await attack(told);
      const background = await api.runtime.sendMessage(told);
      document.documentElement.dataset.attacked = JSON.stringify({ own, background });
    });
    document.documentElement.dataset.other = 'ready';`,
  );
  return folder;
}

async function idOf(session: Session): Promise<string> {
  if (session.kind === 'firefox') return 'fingerlight@fingerlight.invalid';
  const page = await session.extensionPage('manifest.json');
  const { host } = new URL(page.url());
  await page.close();
  return host;
}

test.each(BROWSER_KINDS)(
  'another extension that makes every call is answered nothing and changes nothing, in %s',
  async (kind) => {
    const session = await launch(kind, { lang: 'zh-CN' });
    try {
      await changeSettings(session, { welcomed: true });
      await session.browser.installExtension(otherExtension(kind));
      const page = await session.newPage();
      const chat = await openSimulator(page, { chats: [{ name: STREET }], open: STREET });
      await page.bringToFront();
      const text = noticeAbout('旁的扩展');
      const [id = ''] = await chat.receive([{ chat: STREET, from: '甲', text, time: YESTERDAY }]);
      const before = (await countedOnce(session, [id])).get(id);
      const calls = callsAbout(`wechat:${id}`);
      await page.waitForSelector('html[data-other]');
      const told = { target: await idOf(session), calls, tabCalls: TAB_CALLS };
      await page.evaluate((detail) => {
        document.dispatchEvent(new CustomEvent('attack', { detail }));
      }, JSON.stringify(told));
      const attacked = await waitUntil('the other extension to be done', () =>
        page.evaluate(() => document.documentElement.dataset.attacked),
      );
      const { own, background } = JSON.parse(attacked) as Record<string, string[]>;
      expect(own).toHaveLength(calls.length + 1);
      // Of its own tab's scripts its background reaches its own, and they do not answer.
      expect(background).toHaveLength(calls.length + 1 + TAB_CALLS.length);
      for (const answer of [...(own ?? []), ...(background ?? [])]) {
        expect(['refused', 'silent']).toContain(answer);
      }
      expect((await countedOnce(session, [id])).get(id)).toEqual(before);
      expect(await tallyRows(session, 'exceptions')).toEqual([]);
    } finally {
      await session.close();
    }
  },
);
