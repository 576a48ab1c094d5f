import { expect, test } from 'vitest';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { rowLooking } from './chat-probe.ts';
import { launch } from './harness/launch.ts';
import { changeSettings, insideExtension } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { overlayStarted } from './overlay-started.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

// Firefox lets its user take back, in about:addons, what was granted at the installation. Chromium keeps it in a menu of its
// own, which no test can reach; what the popup does there is the same.
test('where Firefox withholds the chat pages, the popup says so and asks on a click', async () => {
  const session = await launch('firefox', { lang: 'zh-CN', grants: true });
  try {
    await changeSettings(session, { welcomed: true });
    await insideExtension(session, takeBack, null);
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const chats = [STREET, GRID].map((name) => ({ name }));
    const chat = await openSimulator(page, { me: '林小满', chats, open: STREET });

    const popup = await session.extensionPage('popup.html');
    const words = await waitUntil('the popup to say what is withheld', () =>
      popup.evaluate(() => document.querySelector('.missing-access')?.textContent),
    );
    expect(words).toContain('wx.qq.com');
    expect(await page.$$('[data-fl-ui]')).toEqual([]);
    await popup.bringToFront();
    await popup.click('.missing-access button');
    await waitUntil('the words to be gone', () =>
      popup.evaluate(() => document.querySelector('.missing-access') === null),
    );

    // The page that was open all the while is read and folded now.
    await page.bringToFront();
    await overlayStarted(page);
    const text = noticeAbout('商户安全');
    const [first] = await chat.receive({ chat: STREET, from: '张三', text, time: YESTERDAY });
    const [copy = ''] = await chat.receive({ chat: GRID, from: '李四', text, time: YESTERDAY + 1 });
    await read(chat, STREET, first);
    await read(chat, GRID);
    await rowLooking(page, copy, 'folded');
  } finally {
    await session.close();
  }
});

/** Runs in the extension. */
async function takeBack(): Promise<void> {
  type Api = {
    runtime: { getManifest(): { content_scripts: { matches: string[] }[] } };
    permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  };
  const { runtime, permissions } = (globalThis as unknown as { browser: Api }).browser;
  const origins = runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
  if (!(await permissions.remove({ origins }))) throw new Error('nothing was taken back');
}
