import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowLooking } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, insideExtension } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce, openWatched, type WatchedChat } from './hostile-setup.ts';
import { readOpenChat } from './reading.ts';
import { noticeAbout, read, YESTERDAY } from './work-groups.ts';

declare global {
  interface Window {
    /** Ends the change of the page's markup. */
    mend?: () => void;
  }
}

const FIRST = '镇村工作群';
const SECOND = '安全生产工作群';
const THIRD = '防汛值守群';

describe.each(BROWSER_KINDS)('a page that changes its markup, in %s', (kind) => {
  let session: Session;
  let open: WatchedChat;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
    open = await openWatched(session, {
      chats: [FIRST, SECOND, THIRD].map((name) => ({ name })),
      open: FIRST,
    });
  });
  afterAll(() => session.close());

  test('is unfolded and says so, is still counted, and is read again once it is understood', async () => {
    const { chat } = open;
    const { page } = chat;
    const topics = ['取暖排查', '防溺水', '秸秆禁烧', '医保缴费', '道路清雪', '养老认证'];
    const notices = (name: string) =>
      topics.map((topic) => ({
        ...{ chat: name, from: '应急办小周', time: YESTERDAY },
        text: noticeAbout(topic),
      }));
    const ids = await chat.receive([...notices(FIRST), ...notices(SECOND)]);
    await countedOnce(session, ids);
    await page.bringToFront();
    await read(chat, FIRST);
    await readOpenChat(page);
    await chat.switchChat(SECOND);
    const last = ids.at(-1) ?? '';
    await rowLooking(page, last, 'folded');
    const popup = await session.extensionPage('popup.html');
    await page.bringToFront();

    await page.evaluate(changeMarkup);
    await waitUntil('nothing of ours to be left in the page', async () => (await ours(page)) === 0);
    const health = await waitUntil('the page to be given up', async () =>
      (await tabHealths(session)).find(({ status }) => status === 'stopped'),
    );
    expect(health.reason).toBe('rows');
    await waitUntil('the mark on the tab', async () => (await badges(session)).includes('!'));
    await page.bringToFront();
    await waitUntil('the popup to say so', () =>
      popup.evaluate(() => document.body.textContent?.includes('读不懂这个页面了')),
    );

    const [later = ''] = await chat.receive({ chat: THIRD, from: '甲', text: '今天例会照常。' });
    await countedOnce(session, [...ids, later]);
    await page.bringToFront();
    expect(await ours(page)).toBe(0);

    await page.evaluate(() => window.mend?.());
    await chat.switchChat(FIRST);
    await chat.switchChat(SECOND);
    await rowLooking(page, last, 'folded');
    const healths = await tabHealths(session);
    expect(healths.map(({ status }) => status)).toEqual(['ok']);
    await waitUntil('the mark to go', async () => !(await badges(session)).includes('!'));
    await page.bringToFront();
    await waitUntil('the popup to say so', () =>
      popup.evaluate(() => document.body.textContent?.includes('读取正常')),
    );
    const others = open.watched.errors().filter((words) => !words.includes('read wechat'));
    expect(others).toEqual([]);
  });
});

/** Runs in the page: the attribute that holds a message's id is called otherwise from now on. */
function changeMarkup(): void {
  const rename = () => {
    for (const bubble of document.querySelectorAll('#chatArea [mm-repeat] .bubble[data-cm]')) {
      bubble.setAttribute('data-about', bubble.getAttribute('data-cm') ?? '');
      bubble.removeAttribute('data-cm');
    }
  };
  const watcher = new MutationObserver(rename);
  watcher.observe(document.body, { childList: true, subtree: true });
  rename();
  window.mend = () => watcher.disconnect();
}

function ours(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.querySelectorAll(
        '[data-fl-row], [data-fl-hide], [data-fl-host], [data-fl-aside], [data-fl-ui], [data-fl-held]',
      ).length,
  );
}

/** What the badge says in each tab. */
async function badges(session: Session): Promise<string[]> {
  return (await insideExtension(session, readBadges, null)) as string[];
}

/** Runs in a page of the extension. */
async function readBadges(): Promise<string[]> {
  type Api = {
    tabs: { query(filter: object): Promise<{ id: number }[]> };
    action: { getBadgeText(of: { tabId: number }): Promise<string> };
  };
  const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
  const all = await tabs.query({});
  return Promise.all(all.map(({ id }) => action.getBadgeText({ tabId: id })));
}
