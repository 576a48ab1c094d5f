import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { faultsOf } from './harness/accessibility.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const CHATS = ['镇村工作群', '网格员群'];
const TEXT =
  '请各村于12月9日12:00前将秋冬种面积统计表报镇农业办，报表以村委会盖章版为准，谢谢配合。';

const SCREENS = [
  ['welcome.html', '.way'],
  ['popup.html', '.foot'],
  ['options.html', '.part'],
  ['report.html', '.overview:not(:has([aria-busy=true])) .weeks ~ .compare table'],
  ['sidepanel.html', '.section'],
] as const;

async function openScreen(session: Session, path: string, sign: string): Promise<Page> {
  const page = await session.extensionPage(path);
  if (path === 'sidepanel.html') await page.setViewport({ width: 360, height: 800 });
  if (path === 'popup.html') await page.setViewport({ width: 360, height: 600 });
  await waitUntil(`${sign} on ${path}`, () => page.$(sign));
  return page;
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

describe.each(BROWSER_KINDS)('the screens in %s', (kind) => {
  let session: Session;
  const downloads = mkdtempSync(join(tmpdir(), 'fingerlight-downloads-'));

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN', downloads });
  });
  afterAll(async () => {
    await session.close();
  });

  test('nothing has started until the first-run page is answered', async () => {
    const before = await openScreen(session, 'popup.html', '.foot');
    expect(await textOf(before, '.health')).toContain('尚未开始');
    await before.close();

    const welcome = await openScreen(session, 'welcome.html', '.way');
    await pressButton(welcome, 'welcome_mark');
    await waitUntil('the answer to be kept', async () => {
      const { settings } = await insideExtension(session, readStored, null);
      return settings?.welcomed === true && settings.mode === 'mark';
    });
    await welcome.close();

    const after = await openScreen(session, 'popup.html', '.foot');
    expect(await textOf(after, '.health')).not.toContain('尚未开始');
    await after.close();
  });

  test('the popup counts what the chat page showed', async () => {
    await changeSettings(session, { welcomed: true, mode: 'fold' });
    const chat = await session.newPage();
    const messages = CHATS.map((name) => ({ chat: name, from: '农业办老郑', text: TEXT }));
    const simulator = await openSimulator(chat, {
      chats: CHATS.map((name) => ({ name })),
      open: CHATS[0],
      messages,
    });
    await simulator.switchChat(CHATS[1] ?? '');
    await waitUntil('both copies to be recorded', async () => {
      return (await tallyRows(session, 'messages')).length === 2;
    });
    const popup = await openScreen(session, 'popup.html', '.counts');
    const counts = await popup.evaluate(() =>
      [...document.querySelectorAll('.counts dd')].map((cell) => Number(cell.textContent)),
    );
    // Messages, notices, copies.
    expect(counts.slice(0, 3)).toEqual([2, 1, 1]);
    await popup.close();
    await chat.close();
  });

  test('the digest lists once what two chats had, and keeps its tick', async () => {
    const panel = await openScreen(session, 'sidepanel.html', '.section');
    // What is searched for is shown, also when its deadline is past.
    await panel.type('input[type=search]', '秋冬种');
    await waitUntil('the notice', () => panel.$('.item'));
    expect(await panel.$$('.item')).toHaveLength(1);
    expect(await textOf(panel, '.item')).toContain('2 个群');
    await panel.click('.item input');
    await waitUntil('the tick to be kept', async () => {
      const rows = await tallyRows<{ done: boolean }>(session, 'messages');
      return rows.some(({ done }) => done);
    });
    await panel.click('.item input');
    await waitUntil('the tick to be taken off', async () => {
      const rows = await tallyRows<{ done: boolean }>(session, 'messages');
      return rows.every(({ done }) => !done);
    });
    const top = () => panel.$eval('.item', (item) => item.getBoundingClientRect().top);
    const before = await top();
    await panel.click('.facts .link');
    await waitUntil('the word on the calendar file, in sight', () =>
      panel.$eval('.news', (news) => {
        const { bottom } = news.getBoundingClientRect();
        return news.textContent !== '' && bottom <= innerHeight;
      }),
    );
    expect(await top()).toBe(before);
    await panel.close();
  });

  test.each(SCREENS)(
    '%s speaks Chinese, says so, and has no accessibility faults, contrast included',
    async (path, sign) => {
      const page = await openScreen(session, path, sign);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
      expect(await textOf(page, 'h1')).toContain('指轻');
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
  );

  test('a backup brings back what was erased, and a strange file is refused in words', async () => {
    const before = await tallyRows(session, 'messages');
    expect(before.length).toBeGreaterThan(0);
    const page = await openScreen(session, 'options.html', '.part');
    await pressButton(page, 'data_backup');
    const name = await waitUntil('the backup to be written', () =>
      readdirSync(downloads).find((file) => /^fingerlight-backup.*\.json$/.test(file)),
    );

    await page.evaluate(() =>
      document.querySelector<HTMLInputElement>('input[name=erase][value=everything]')?.click(),
    );
    await pressButton(page, 'erase_button');
    await pressButton(page, 'erase_confirm');
    await waitUntil('the tally to be empty', async () => {
      return (await tallyRows(session, 'messages')).length === 0;
    });

    const section = 'section[aria-label="数据"]';
    const input = await page.$(`${section} input[type=file]`);
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(import.meta.dirname, '../../package.json'),
    );
    await waitUntil('the refusal', async () =>
      (await textOf(page, `${section} .result`)).includes('不是指轻'),
    );
    expect(await tallyRows(session, 'messages')).toEqual([]);

    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(downloads, name),
    );
    await waitUntil('the result', async () =>
      (await textOf(page, `${section} .result`)).includes('新增'),
    );
    const after = await tallyRows<{ key: string }>(session, 'messages');
    expect(after.map(({ key }) => key)).toEqual(
      (before as { key: string }[]).map(({ key }) => key),
    );
    await page.close();
  });
});

/** Runs in the page. */
async function readStored(): Promise<{ settings?: { welcomed: boolean; mode: string } }> {
  type Storage = { get(key: string): Promise<{ settings?: { welcomed: boolean; mode: string } }> };
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: Storage } } }).chrome;
  return storage.local.get('settings');
}
