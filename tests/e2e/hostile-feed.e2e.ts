import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings } from './harness/stored.ts';
import { countedOnce, foldedRows, openWatched, type WatchedChat } from './hostile-setup.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

type Lie = (id: string, fields: Record<string, string>) => void;

const CHATS = [STREET, GRID].map((name) => ({ name }));

/** Runs in the page before its scripts: takes down the secret of the channel. */
function eavesdrop(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  document.addEventListener('fingerlight:hello', (event) => {
    heard.push(String((event as CustomEvent).detail));
  });
}

describe.each(BROWSER_KINDS)('a page that lies, in %s', (kind) => {
  let session: Session;
  let open: WatchedChat;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());
  afterEach(() => open.chat.page.close());

  test('a feed that tells of a copy where the page shows a change folds nothing', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { chat } = open;
    const notice = noticeAbout('谎报文字');
    const changed = notice.replace('综合办', '应急办');
    const [first = ''] = await chat.receive({
      chat: STREET,
      from: '甲',
      text: notice,
      time: YESTERDAY,
    });
    await read(chat, STREET, first);
    // In the handler of the page's own event: before any script of ours has looked.
    await chat.page.evaluate(
      (told) => {
        type Page = {
          angular: { element(node: Node): { injector(): { get(name: string): unknown } } };
          simulator: { lie: Lie };
        };
        const { angular, simulator } = window as unknown as Page;
        const root = angular.element(document.body).injector().get('$rootScope');
        const { $on } = root as { $on(name: string, handler: (...args: never[]) => void): void };
        $on('message:add:success', (_event: unknown, { MsgId }: { MsgId: string }) =>
          simulator.lie(MsgId, { MMActualContent: told }),
        );
      },
      notice.replace('\n', '<br/>'),
    );
    const [second = ''] = await chat.receive({
      chat: GRID,
      from: '乙',
      text: changed,
      time: YESTERDAY,
    });
    await countedOnce(session, [first, second]);
    await read(chat, GRID);
    const row = await rowLooking(chat.page, second, 'marked');
    expect(row.text).toContain('应急办');
    await countedOnce(session, [first, second]);
    expect(open.watched.errors()).toEqual([]);
  });

  test('a feed that puts a message into another chat as well has it counted once, and shown', async () => {
    open = await openWatched(session, { chats: CHATS, open: STREET });
    const { chat } = open;
    const text = noticeAbout('张冠李戴');
    const ids = await chat.receive([{ chat: STREET, from: '甲', text, time: YESTERDAY }]);
    await chat.page.evaluate((wanted) => {
      const lists = Object.values(window._chatContent ?? {});
      const list = lists.find((messages) => messages.some(({ MsgId }) => MsgId === wanted));
      const message = list?.find(({ MsgId }) => MsgId === wanted);
      const other = lists.find((messages) => messages !== list);
      if (message) other?.push({ ...message });
    }, ids[0] ?? '');
    const [next = ''] = await chat.receive({
      chat: STREET,
      from: '甲',
      text: '好的，知道了，稍后报。',
      time: YESTERDAY,
    });
    await countedOnce(session, [...ids, next]);
    expect(await foldedRows(chat)).toEqual([]);
    expect(open.watched.errors()).toEqual([]);
  });

  test('forged events of wrong shapes change nothing and break nothing', async () => {
    open = await openWatched(session, { chats: CHATS, open: STREET }, eavesdrop);
    const { chat } = open;
    const [first = ''] = await chat.receive({
      chat: STREET,
      from: '甲',
      text: noticeAbout('伪造事件'),
      time: YESTERDAY,
    });
    await countedOnce(session, [first]);
    await chat.page.evaluate(() => {
      const { heard } = window as unknown as { heard: string[] };
      const told = { id: '1', chat: '@@x', chatName: {}, sender: null, own: 'yes', seconds: -1 };
      const events: unknown[] = [
        undefined,
        null,
        7,
        'not json',
        '{}',
        '[]',
        'null',
        '7',
        '"messages"',
        ...[
          { is: 'messages' },
          { is: 'messages', entries: 7 },
          { is: 'messages', entries: [null, 7, 'x', [], {}] },
          { is: 'messages', entries: [{ told: null }, { told: 7 }, { told: {} }, { told }] },
          {
            is: 'messages',
            entries: [{ line: true }, { chat: {}, line: true }, { chat: '__proto__', line: true }],
          },
          { is: 'recalled' },
          { is: 'recalled', ids: 'x' },
          { is: 'recalled', ids: [null, 7, {}, '404', '__proto__'] },
          { is: 'located', id: 7, top: 'x' },
          { is: 'located', id: 'x', top: null },
          { is: 'constructor' },
          { is: '__proto__' },
        ].map((event) => JSON.stringify(event)),
        `{"is":"messages","entries":[${'{"told":{}},'.repeat(20_000)}{}]}`,
      ];
      const commands = [
        { do: 'heights' },
        { do: 'heights', chat: 7, heights: 7 },
        { do: 'locate' },
        { do: '__proto__' },
        { do: 'toString' },
        7,
        null,
      ];
      const post = (name: string, detail: unknown) =>
        document.dispatchEvent(new CustomEvent(name, { detail }));
      for (const secret of heard) {
        for (const detail of events) post(`fingerlight:${secret}:event`, detail);
        for (const command of commands)
          post(`fingerlight:${secret}:command`, JSON.stringify(command));
      }
      for (const detail of [undefined, 7, {}, 'short', '../'.repeat(9)])
        post('fingerlight:hello', detail);
      post('fingerlight:ready', 'x');
    });
    const [second = ''] = await chat.receive({
      chat: GRID,
      from: '乙',
      text: noticeAbout('伪造之后'),
      time: YESTERDAY,
    });
    const counted = await countedOnce(session, [first, second]);
    expect(counted.get(first)?.recalled).toBe(false);
    expect(await foldedRows(chat)).toEqual([]);
    expect((await seenRows(chat.page)).map(({ id }) => id)).toContain(first);
    expect(open.watched.errors()).toEqual([]);
  });

  test('a feed taken over by the page leaves every message to be seen and counted', async () => {
    open = await openWatched(session, { chats: CHATS, open: STREET });
    const { chat } = open;
    const text = noticeAbout('抢占通道');
    const [first = ''] = await chat.receive({ chat: STREET, from: '甲', text, time: YESTERDAY });
    await countedOnce(session, [first]);
    await chat.page.evaluate(() => {
      const detail = 'x'.repeat(36);
      document.dispatchEvent(new CustomEvent('fingerlight:hello', { detail }));
    });
    const [second = ''] = await chat.receive({
      chat: STREET,
      from: '乙',
      text: noticeAbout('抢占之后'),
      time: YESTERDAY,
    });
    await countedOnce(session, [first, second]);
    // A copy of what was had: without a feed nobody tells the page of a fold, so none is made.
    const [copy = ''] = await chat.receive({ chat: STREET, from: '丙', text, time: YESTERDAY });
    await countedOnce(session, [first, second, copy]);
    await rowLooking(chat.page, copy, 'marked');
    expect(await foldedRows(chat)).toEqual([]);
    expect(open.watched.errors()).toEqual([]);
  });
});
