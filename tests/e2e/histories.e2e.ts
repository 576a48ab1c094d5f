import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { tableOf } from '../../scripts/bench/made-history.ts';
import { asSimulated } from '../corpus/as-simulated.ts';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { faultsOf } from './harness/accessibility.ts';
import { chooseFiles } from './harness/handed-files.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const MESSAGES = 240;
const DAY = 24 * 60 * 60 * 1000;
const PATIENCE = 60_000;

const FIXTURES = join(import.meta.dirname, '../fixtures/histories');

/** Messages counted in all, and every day sum without its zeros. */
async function sumsIn(session: Session) {
  const days = await tallyRows<DayRow>(session, 'days');
  const messages = days.reduce((sum, day) => sum + day.messages, 0);
  return { messages, days: days.sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

/** Chooses files, counts them, and returns what the page says of it. */
async function imported(page: Page, paths: readonly string[]): Promise<string> {
  await chooseFiles(page, paths);
  await page.waitForSelector('.button.main:not([disabled])');
  await page.evaluate(() => document.querySelector<HTMLElement>('.button.main')?.click());
  return waitUntil(
    'the import to end',
    () => page.evaluate(() => document.querySelector('.result p')?.parentElement?.textContent),
    PATIENCE,
  );
}

describe.each(BROWSER_KINDS)('exported chats in %s', (kind) => {
  let session: Session;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-histories-'));
  const path = join(folder, 'chats.csv');
  const start = new Date(new Date().setHours(0, 0, 0, 0) - 3 * DAY);
  const stream = plantedStream(43, { groups: 5, messages: MESSAGES, start, days: 2 });
  writeFileSync(path, tableOf(stream.messages));

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
    page = await session.extensionPage('report.html#histories');
  });
  afterAll(async () => {
    await session.close();
    rmSync(folder, { recursive: true });
  });

  test('are counted and shown in the report, and again change nothing', async () => {
    expect(await imported(page, [path])).toContain(`计入 ${MESSAGES} 条消息`);
    const sums = await sumsIn(session);
    expect(sums.messages).toBe(MESSAGES);
    expect(sums.days.some(({ copies }) => copies > 0)).toBe(true);

    const overview = await session.extensionPage('report.html#overview');
    await waitUntil('the note on imported days', () =>
      overview.evaluate(() => document.body.textContent.includes('天有导入的聊天记录')),
    );
    await overview.close();

    expect(await imported(page, [path])).toContain(`${MESSAGES} 条以前导入过`);
    expect(await sumsIn(session)).toEqual(sums);
  }, 120_000);

  test('are not counted again when a page tells them, nor after it did', async () => {
    const before = await sumsIn(session);
    const chatPage = await session.newPage();
    const chats = stream.chats.map(({ name }) => ({ name }));
    const chat = await openSimulator(chatPage, { me: PLANTED_ME, chats, unreadLine: false });
    await chatPage.bringToFront();
    await chat.receive(asSimulated(stream.messages));
    const keys = new Set(stream.messages.map(({ key }) => key));
    await waitUntil(
      'the page to have told everything',
      async () => {
        const rows = await tallyRows<MessageRow>(session, 'messages');
        return rows.filter(({ key }) => keys.has(key)).length === MESSAGES;
      },
      PATIENCE,
    );
    await chatPage.close();
    expect((await sumsIn(session)).messages).toBe(before.messages);
    const told = await sumsIn(session);
    await page.bringToFront();
    expect(await imported(page, [path])).toContain('计入 0 条消息');
    expect(await sumsIn(session)).toEqual(told);
  }, 180_000);

  test('of several tools at one time, with a broken file named beside its line', async () => {
    const broken = join(folder, 'cut.json');
    writeFileSync(broken, '{\n "messages": [\n');
    const files = ['weflow.json', 'slack.zip', '全部消息记录.txt'].map((name) =>
      join(FIXTURES, name),
    );
    await chooseFiles(page, [...files, broken]);
    await page.waitForSelector('.merge-broken');
    const said = await page.evaluate(() => document.body.textContent);
    expect(said).toContain('cut.json');
    expect(said).toContain('第 3 行');
    // A file that is refused is told of at once; the others may still be read.
    await waitUntil('all chats to be listed', async () => {
      const names = await page.evaluate(() =>
        [...document.querySelectorAll('input')].map(({ value }) => value),
      );
      return ['东河网格群', 'grid', '柳树社区网格群'].every((name) => names.includes(name));
    });
    expect(await faultsOf(page)).toEqual([]);
  }, 120_000);
});
