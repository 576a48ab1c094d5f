import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSimulator, type SimulatorOptions } from '../simulator/wechat/serve.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { launch, type Session } from './harness/launch.ts';
import { waitUntil } from './harness/wait-until.ts';
import {
  scrollAndCompare,
  scrollOverFolds,
  titleAndRows,
  watchTitleAndRows,
} from './simulator-probe.ts';

const ROOM = '河湾镇工作群';
const OTHER = '应急值守群';
const START = new Date(2026, 2, 9, 8, 0).getTime();
const SENTENCE = '请各村核对本村台账，周三下班前把汇总表交到党政办二楼。';

function manyTexts(count: number, chat = ROOM, length = 1): SimulatedMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    chat,
    from: `网格员${index % 7}`,
    time: START + index * 60_000,
    text: `第${index + 1}条：${SENTENCE.repeat(length + (index % 5))}`,
  }));
}

describe.each(['chromium', 'firefox'] as const)('simulated page in %s', (kind) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await launch(kind, { extension: false });
  });
  afterAll(() => session?.close());
  afterEach(() => page?.close());

  async function open(options: SimulatorOptions) {
    page = await session.newPage();
    await page.setViewport({ width: 1180, height: 860 });
    return openSimulator(page, { chats: [{ name: ROOM }, { name: OTHER }], ...options });
  }

  test('rows are never used for another message, and the heights add up', async () => {
    await open({ open: ROOM, messages: manyTexts(180) });
    const run = await scrollAndCompare(page);
    expect(run.reused).toBe(0);
    expect(run.remounted).toBeGreaterThan(100);
    expect(run.seen).toBeGreaterThan(100);
    expect(run.mostMounted).toBeLessThan(30);
    expect(run.worstSum).toBe(0);
  });

  test('a row that shrinks behind the list’s back makes it jump, a remembered height does not', async () => {
    const options = { open: ROOM, messages: manyTexts(36, ROOM, 8) };
    await open(options);
    const untold = await scrollOverFolds(page, false);
    await page.close();
    await open(options);
    const told = await scrollOverFolds(page, true);
    expect(untold.largestJump).toBeGreaterThan(200);
    expect(untold.blank).toBeGreaterThan(20);
    expect(told.largestJump).toBeLessThanOrEqual(1.5);
    expect([told.lost, told.blank]).toEqual([0, 0]);
    expect(told.steps).toBeGreaterThan(40);
  });

  test('the title changes before the rows, and a slow picture holds them back', async () => {
    const picture = { height: 300, delay: 600 };
    const sim = await open({ open: ROOM, messages: manyTexts(4) });
    await watchTitleAndRows(page);
    await sim.receive(manyTexts(3, OTHER));
    await sim.switchChat(OTHER);
    expect(await titleAndRows(page)).toEqual([
      `${ROOM}/${ROOM}`,
      `${OTHER}/${ROOM}`,
      `${OTHER}/${OTHER}`,
    ]);
    void sim.receive({ chat: ROOM, from: '甲', kind: 'image', picture });
    void sim.switchChat(ROOM);
    await waitUntil('the title', async () => (await sim.state()).chat === ROOM);
    expect((await titleAndRows(page)).at(-1)).toBe(`${ROOM}/${OTHER}`);
    await waitUntil('the rows', async () =>
      (await titleAndRows(page)).at(-1)?.endsWith(`/${ROOM}`),
    );
  });

  test('measuring copies carry no transcript marks, also for chats that are not open', async () => {
    const sim = await open({ open: ROOM, messages: manyTexts(3) });
    await page.evaluate(() => {
      const copies: string[] = [];
      const target = document.querySelector('#prerender');
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes])) {
          const copy = node as Element;
          const marked = copy.hasAttribute('ng-repeat') || copy.matches('.clearfix');
          copies.push(`${marked}:${copy.hasAttribute('message-directive')}:${copy.textContent}`);
        }
      }).observe(target as Element, { childList: true });
      Object.assign(window, { copies });
    });
    await sim.receive({ chat: OTHER, from: '乙', text: '另一个群里的话' });
    const copies = await page.evaluate(() => (window as Window & { copies?: string[] }).copies);
    expect(copies).toEqual(['false:true:乙另一个群里的话'.replace('乙', `${expectBar(copies)}乙`)]);
    expect((await sim.state()).mounted).toHaveLength(3);
  });

  test('names are filled later in the same element; the list keeps the nameless line', async () => {
    const sim = await open({ open: ROOM, nameDelay: 'manual', messages: manyTexts(1) });
    const row = await page.$('#chatArea [mm-repeat] h4.nickname');
    expect(await row?.evaluate((name) => name.textContent)).toBe('');
    await sim.fillNames();
    expect(await row?.evaluate((name) => name.isConnected && name.textContent)).toBe('网格员0');
    const line = await page.$eval('.chat_item.active .msg', (message) => message.textContent);
    expect(line?.startsWith('第1条')).toBe(true);
  });

  test('an own message changes its id in place', async () => {
    const sim = await open({ open: ROOM, sendDelay: 400 });
    const sent = sim.send('收到，马上办');
    const bubble = await waitUntil('the row', () => page.$('#chatArea [mm-repeat] .me .bubble'));
    const idOf = () =>
      bubble.evaluate((node) => JSON.parse(node.getAttribute('data-cm') ?? '{}').msgId);
    expect(await idOf()).toMatch(/^\d{17}$/);
    const id = await sent;
    expect(id).toMatch(/^\d{19}$/);
    expect(await idOf()).toBe(id);
    expect((await sim.state()).messages).toBe(1);
  });

  test('a recall keeps the row and its attributes and replaces what it showed', async () => {
    const [message] = manyTexts(1);
    const sim = await open({
      open: ROOM,
      messages: [{ ...message, chat: ROOM, id: '1'.repeat(19) }],
    });
    const row = await page.$('#chatArea [mm-repeat] > [ng-repeat]');
    await row?.evaluate((node) => node.setAttribute('data-ours', 'kept'));
    await sim.recall('1'.repeat(19));
    expect(
      await row?.evaluate((node) => [
        node.isConnected,
        node.getAttribute('data-ours'),
        node.querySelector('.message'),
        node.textContent,
      ]),
    ).toEqual([true, 'kept', null, '"网格员0" 撤回了一条消息']);
  });

  test('the left tabs make the transcript anew; the left list stays', async () => {
    const sim = await open({ open: ROOM, messages: manyTexts(3) });
    const area = await page.$('#chatArea');
    const list = await page.$('#J_NavChatScrollBody');
    await sim.switchTab('contact');
    expect(await page.$('#chatArea')).toBeNull();
    await sim.switchTab('chat');
    expect(await area?.evaluate((node) => node.isConnected)).toBe(false);
    expect(await list?.evaluate((node) => node.isConnected)).toBe(true);
    expect((await sim.state()).mounted).toHaveLength(3);
  });

  test('a height preset at the page’s own event skips measuring; a lie changes no row', async () => {
    const sim = await open({ open: ROOM });
    await page.evaluate(() => {
      const root = window.angular?.element(document.body).injector()?.get('$rootScope');
      (
        root as { $on(name: string, run: (event: unknown, message: { _h: number }) => void): void }
      ).$on('message:add:success', (_event, message) => {
        message._h = 77;
      });
    });
    const [id = ''] = await sim.receive(manyTexts(1));
    const state = await sim.state();
    expect([state.copiesMade, state.rememberedHeight]).toEqual([0, 77]);
    await sim.lie(id, { MMActualContent: '别的话' });
    await sim.switchTab('read');
    await sim.switchTab('chat');
    const shown = await page.$eval('pre.js_message_plain', (text) => text.textContent);
    expect(shown).toContain(SENTENCE);
    const told = await page.evaluate(() => Object.values(window._chatContent ?? {}).flat()[0]);
    expect(told?.MMActualContent).toBe('别的话');
  });

  test('a reload loses the messages, or delivers them again under new session ids', async () => {
    const messages = manyTexts(2).map((message, index) => ({
      ...message,
      id: `${index + 1}`.repeat(19),
    }));
    const forgetful = await open({ open: ROOM, messages });
    await forgetful.reload();
    expect((await forgetful.state()).messages).toBe(0);
    await page.close();
    const keeping = await open({ open: ROOM, messages, keepOnReload: true });
    const session = () => page.$eval('.title_name', (title) => title.getAttribute('data-username'));
    const before = await session();
    await keeping.reload();
    expect((await keeping.state()).mounted).toEqual(messages.map((message) => message.id));
    expect(await session()).not.toBe(before);
    expect(keeping.refused).toEqual([]);
  });

  test('the left list is virtual too: the active chat may be unmounted', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `第${index + 1}网格群`);
    const sim = await open({
      chats: [{ name: ROOM }, ...names.map((name) => ({ name }))],
      open: ROOM,
    });
    await sim.receive(names.map((chat) => ({ chat, from: '丙', text: '今日无异常' })));
    const entries = await page.$$eval('.chat_item', (items) => items.length);
    expect(entries).toBeLessThan(25);
    expect(await page.$('.chat_item.active')).toBeNull();
    expect((await sim.state()).chat).toBe(ROOM);
  });
});

/** The time bar that stands before a first message. */
function expectBar(copies: string[] | undefined): string {
  return /(\d{1,2}:\d\d)/.exec(copies?.[0] ?? '')?.[1] ?? '';
}
