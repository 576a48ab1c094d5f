import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ExceptionRow, MessageRow } from '../../lib/tally/rows.ts';
import { painted, rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce, foldedRows, openWatched, type WatchedChat } from './hostile-setup.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

const CHATS = [STREET, GRID].map((name) => ({ name }));

/** Runs in the page before its scripts: what a page calls for daily works no more, or listens. */
function withoutTools(): void {
  const heard: string[] = [];
  const refuse = () => {
    throw new Error('taken by the page');
  };
  Object.assign(window, { heard });
  const parse = JSON.parse;
  JSON.parse = (text, reviver) => {
    if (String(text).includes('"do"')) heard.push(text);
    return parse(text, reviver);
  };
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('fingerlight:')) heard.push(event.type);
    return dispatch.call(this, event);
  };
  for (const key of ['do', 'is', 'told', 'entries', 'fingerlight', 'name', 'request']) {
    Object.defineProperty(Object.prototype, key, {
      configurable: true,
      get: refuse,
      set(value) {
        Object.defineProperty(this, key, {
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
  Object.assign(window, { queueMicrotask: refuse });
}

/** Two copies of a notice: the first one read, the second one folded. */
async function withFold({ chat }: WatchedChat, subject: string): Promise<[string, string]> {
  const text = noticeAbout(subject);
  const [first = '', second = ''] = await chat.receive(
    [STREET, GRID].map((name) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
  );
  await read(chat, STREET, first);
  await read(chat, GRID);
  await rowLooking(chat.page, second, 'folded');
  return [first, second];
}

describe.each(BROWSER_KINDS)('a page against our bars, in %s', (kind) => {
  let session: Session;
  let open: WatchedChat;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());
  afterEach(() => open.chat.page.close());

  test('a page whose style hides a bar gets its message back, and no more folds', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { page } = open.chat;
    const [, second] = await withFold(open, '藏起横条');
    await page.addStyleTag({ content: '[data-fl-row="folded"] { display: none !important }' });
    const text = noticeAbout('藏起之后');
    await open.chat.receive({ chat: GRID, from: '丙', text, time: YESTERDAY });
    await rowLooking(page, second, 'marked');
    const isSeen = (id: string) =>
      page.evaluate((wanted) => {
        const row = document.querySelector(`[data-cm*="${wanted}"]`)?.closest('[ng-repeat]');
        return (row?.getBoundingClientRect().height ?? 0) > 30;
      }, id);
    expect(await isSeen(second)).toBe(true);
    expect(await foldedRows(open.chat)).toEqual([]);
    const told = await waitUntil('the page to be told of', async () =>
      (await tabHealths(session)).find(({ marksOnly }) => marksOnly),
    );
    expect(told.status).toBe('ok');
  });

  test('rules for empty elements and the like do not reach a bar', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { page } = open.chat;
    await page.addStyleTag({
      content:
        '#chatArea div:empty { display: none !important } #chatArea [data-fl-ui] { display: none !important; opacity: 0 !important; visibility: hidden !important }',
    });
    const [, second] = await withFold(open, '空元素');
    const height = await page.evaluate(
      () => document.querySelector('[data-fl-ui="bar"]')?.getBoundingClientRect().height ?? 0,
    );
    expect(height).toBeGreaterThan(20);
    await painted(page);
    await rowLooking(page, second, 'folded');
  });

  test('a bar that a message imitates is its words: it is read, stays, and is no bar', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { page } = open.chat;
    const [first] = await withFold(open, '仿造横条');
    await read(open.chat, STREET);
    const before = (await countedOnce(session, [first])).get(first)?.chars ?? 0;
    await page.evaluate((wanted) => {
      const pre = document.querySelector(`[data-cm*="${wanted}"]`)?.querySelector('pre');
      if (!pre) throw new Error('no message');
      const fake = document.createElement('div');
      fake.setAttribute('data-fl-ui', 'bar');
      fake.innerHTML = '<button data-name="toggle">重复 · 截止改为11月3日</button>';
      pre.append(fake);
    }, first);
    await waitUntil('the words of the fake to be read', async () => {
      const rows = await tallyRows<MessageRow>(session, 'messages');
      return rows.some(({ key, chars }) => key === `wechat:${first}` && chars > before);
    });
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[data-fl-ui] > button')?.click(),
    );
    await changeSettings(session, { mode: 'off' });
    await waitUntil('our own to be gone', () =>
      page.evaluate(() => document.querySelectorAll('[data-fl-row]').length === 0),
    );
    await changeSettings(session, { mode: 'fold' });
    await page.bringToFront();
    await painted(page);
    const kept = await page.evaluate(
      () => document.querySelector('[data-fl-ui="bar"] > button')?.textContent,
    );
    expect(kept).toContain('截止改为');
  });

  test('a script of the page that clicks in a bar teaches nothing and opens nothing', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { page } = open.chat;
    const [, second] = await withFold(open, '代为点击');
    const clicked = await page.evaluate(() => {
      const inside = [...document.querySelectorAll('[data-fl-ui]')].flatMap((host) => [
        ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? []),
      ]);
      for (const button of inside) {
        button.click();
        const pressed = { bubbles: true, composed: true, key: 'Enter' };
        button.dispatchEvent(new MouseEvent('click', pressed));
        button.dispatchEvent(new KeyboardEvent('keydown', pressed));
      }
      return inside.length;
    });
    expect(clicked).toBeGreaterThan(0);
    await painted(page);
    await rowLooking(page, second, 'folded');
    expect(await tallyRows<ExceptionRow>(session, 'exceptions')).toEqual([]);
  });

  test('a page that has taken the tools away is read all the same, and learns nothing but its own', async () => {
    open = await openWatched(session, { chats: CHATS, open: STREET }, withoutTools);
    const { chat } = open;
    const text = noticeAbout('换掉工具');
    const ids = await chat.receive(
      [STREET, GRID].map((name) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
    );
    await read(chat, STREET);
    await read(chat, GRID);
    await countedOnce(session, ids);
    expect((await seenRows(chat.page)).map(({ id }) => id)).toContain(ids[1]);
    const found = await chat.page.evaluate(() => {
      const world = window as unknown as {
        heard: string[];
        chrome?: { runtime?: { id?: string } };
      };
      return { heard: world.heard.join('\n'), id: world.chrome?.runtime?.id ?? null };
    });
    // What passes through the page's world names heights and places of rows, and no verdict, chat of another site or setting.
    expect(found.heard).not.toMatch(/verdict|claims|settings|notices/);
    expect(found.id).toBeNull();
  });
});
