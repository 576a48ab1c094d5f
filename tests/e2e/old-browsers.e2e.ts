import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/bundles.ts';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import { clickInRow, rowLooking } from './chat-probe.ts';
import { launch, type Session } from './harness/launch.ts';
import { asInChromium } from './harness/old-engine.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { GRID, noticeAbout, openGroups, read, STREET, YESTERDAY } from './work-groups.ts';

const { minimum_chrome_version: stated } = JSON.parse(
  readFileSync(join(BUILDS.chromium, 'manifest.json'), 'utf8'),
) as { minimum_chrome_version: string };

const SCREENS = [
  ['welcome.html', '.way'],
  ['options.html', '.part'],
  ['sidepanel.html', '.digest'],
  ['report.html#overview', '.overview'],
  ['report.html#groups', '.part'],
  ['report.html#export', '.part'],
  ['report.html#merge', 'input[type=file]'],
] as const;

describe(`in a Chromium that has nothing that came after ${stated}`, () => {
  let session: Session;
  let chat: SimulatorDriver;

  beforeAll(async () => {
    const extension = asInChromium(Number(stated), BUILDS.chromium);
    session = await launch('chromium', { extension, lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
    chat = await openGroups(session);
  });
  afterAll(() => session.close());

  test('web WeChat is read and marked, never folded, without a script in its own world', async () => {
    const text = noticeAbout('商户安全');
    const [first] = await chat.receive({ chat: STREET, from: '张三', text, time: YESTERDAY });
    const [copy = ''] = await chat.receive({ chat: GRID, from: '李四', text, time: YESTERDAY + 1 });
    await read(chat, STREET, first);
    await read(chat, GRID);
    await rowLooking(chat.page, copy, 'marked');
    const [health] = await tabHealths(session);
    expect(health).toMatchObject({ status: 'ok', feed: false, marksOnly: true, folded: 0 });

    // Its mark tells the rest on a click, also where there are no popovers. (The browser of this test goes on to hide what
    // is to be one, so that only the attribute can be looked at.)
    const details = () =>
      chat.page.evaluate(() => {
        const hosts = [...document.querySelectorAll('#chatArea [data-fl-ui]')];
        const found = hosts.flatMap(({ shadowRoot }) => [
          ...(shadowRoot?.querySelectorAll<HTMLElement>('[popover]') ?? []),
        ]);
        return found.map(({ hidden }) => hidden);
      });
    expect(await details()).toEqual([true]);
    await clickInRow(chat.page, copy, 'chip');
    expect(await details()).toEqual([false]);
    await clickInRow(chat.page, copy, 'chip');
    expect(await details()).toEqual([true]);
  });

  test('the popup counts, says that it only marks, and opens the digest in a tab', async () => {
    const popup = await session.extensionPage('popup.html');
    await waitUntil('what was counted', () => popup.$('.counts'));
    await chat.page.bringToFront();
    await waitUntil('the words of the page', () =>
      popup.evaluate(() => document.querySelector('.health')?.textContent.includes('只能标记')),
    );
    await popup.bringToFront();
    await pressButton(popup, 'digest_button');
    await session.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'));
  });

  test.each(SCREENS)('%s stands', async (path, sign) => {
    const page = await session.extensionPage(path);
    await waitUntil(`${sign} on ${path}`, () => page.$(sign));
    await page.close();
  });
});
