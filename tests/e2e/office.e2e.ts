import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSimulator, type SimulatorDriver } from '../simulator/wechat/serve.ts';
import { rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, type BrowserKind, launch } from './harness/launch.ts';
import { canSetPolicy, launchWithPolicy, type OfficeSession } from './harness/office.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

const POLICY = {
  defaultMode: 'mark',
  sitesOff: ['https://wx2.qq.com/*'],
  neverFold: ['消防'],
  // What no office can do.
  upload: 'https://example.org/',
};

const KINDS: readonly BrowserKind[] = BROWSER_KINDS.filter(canSetPolicy);

// A policy of Chromium's is the machine's: only its administrator can set one, and elsewhere this part is left out.
describe.each(KINDS)('what an IT office sets in %s', (kind) => {
  let office: OfficeSession;
  let chat: SimulatorDriver;

  beforeAll(async () => {
    office = await launchWithPolicy(kind, POLICY);
    await changeSettings(office.session, { welcomed: true });
    chat = await open('wx.qq.com');
    // What the second host's page asks for without us (see network.e2e.ts).
    const without = await launch(kind, { extension: false });
    await open('wx2.qq.com', without).finally(() => without.close());
  });
  afterAll(() => office.close());

  async function open(
    host: 'wx.qq.com' | 'wx2.qq.com',
    session = office.session,
  ): Promise<SimulatorDriver> {
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const chats = [STREET, GRID].map((name) => ({ name }));
    const opened = await openSimulator(page, { host, me: '林小满', chats, open: STREET });
    await page.bringToFront();
    return opened;
  }

  /** A notice in the first group and its copy in the second; both are read. Returns the id of the copy. */
  async function forward(to: SimulatorDriver, text: string, minute: number): Promise<string> {
    const time = YESTERDAY + minute * 60_000;
    await to.receive({ chat: STREET, from: '张三', text, time });
    const [copy = ''] = await to.receive({ chat: GRID, from: '李四', text, time: time + 1_000 });
    await read(to, STREET);
    await read(to, GRID);
    return copy;
  }

  test('its mode holds until the user chooses one, and its words always do', async () => {
    const copy = await forward(chat, noticeAbout('商户安全'), 0);
    await rowLooking(chat.page, copy, 'marked');
    await changeSettings(office.session, { mode: 'fold' });
    await rowLooking(chat.page, copy, 'folded');
    const kept = await forward(chat, noticeAbout('消防设施'), 2);
    await rowLooking(chat.page, kept, 'marked');
  });

  test('a site that it has switched off is left as the site made it, and the popup says why', async () => {
    const before = (await tallyRows(office.session, 'messages')).length;
    const off = await open('wx2.qq.com');
    const copy = await forward(off, noticeAbout('校园食堂'), 4);
    await waitUntil('the page to say that it is off', async () =>
      (await tabHealths(office.session)).some(({ status }) => status === 'off'),
    );
    const rows = await seenRows(off.page);
    expect(rows.find(({ id }) => id === copy)?.look).toBe('');
    expect(await off.page.$$('[data-fl-ui]')).toEqual([]);
    expect(await tallyRows(office.session, 'messages')).toHaveLength(before);

    const popup = await office.session.extensionPage('popup.html');
    await off.page.bringToFront();
    await waitUntil('the popup to say so', () =>
      popup.evaluate(() => document.querySelector('.health')?.textContent.includes('单位已关闭')),
    );
    await popup.close();
    await off.page.close();
  });

  test('the settings show what it has set, and nothing else', async () => {
    const page = await office.session.extensionPage('options.html');
    const words = await waitUntil('the part of the office', () =>
      page.evaluate(() => document.querySelector('.office')?.textContent),
    );
    expect(words).toContain('消防');
    expect(words).toContain('https://wx2.qq.com/*');
    expect(words).not.toContain('example.org');
    await page.close();
  });

  // Firefox tells an extension of no change and keeps what it has read for as long as the add-on runs.
  test('a change of the policy is followed', async () => {
    office.set({ sitesOff: ['wechat'] });
    if (kind === 'firefox') {
      await office.session.reloadExtension();
      await chat.reload();
    } else {
      const isLeft = async () => (await chat.page.$$('[data-fl-ui]')).length === 0;
      await waitUntil('the page that is open to be left alone', isLeft, 40_000);
    }
    await waitUntil('the page to say that it is off', async () =>
      (await tabHealths(office.session)).some(({ status }) => status === 'off'),
    );
  });
});
