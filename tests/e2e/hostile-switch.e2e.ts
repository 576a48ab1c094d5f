import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce, foldedRows, openWatched, type WatchedChat } from './hostile-setup.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

const DUTY = '综治群';
const CHATS = [STREET, GRID, DUTY].map((name) => ({ name }));
/** Milliseconds that a picture keeps a chat from being shown after its title. */
const SLOW = 3000;

/** Runs in the page before its scripts: what content scripts ask for is never there. */
function withoutRecords(): void {
  Object.defineProperty(window, '_chatContent', { get: () => undefined, set() {} });
}

/** Starts to open a chat and returns as soon as the title names it; its rows come when its pictures have come. */
async function startSwitch({ chat }: WatchedChat, name: string): Promise<void> {
  await chat.page.evaluate((wanted) => void window.simulator?.switchChat(wanted), name);
  await chat.page.waitForFunction(
    (wanted) => document.querySelector('#chatArea .title_name')?.textContent === wanted,
    { polling: 20 },
    name,
  );
}

describe.each(BROWSER_KINDS)('a page that changes under us, in %s', (kind) => {
  let session: Session;
  let open: WatchedChat;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());
  afterEach(() => open.chat.page.close());

  test('without a feed nothing folds, the open chat is marked and counted, and the popup says so', async () => {
    open = await openWatched(session, { chats: CHATS }, withoutRecords);
    const { chat } = open;
    const text = noticeAbout('没有数据');
    const ids = await chat.receive(
      [STREET, GRID].map((name) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
    );
    await read(chat, STREET, ids[0]);
    await countedOnce(session, ids.slice(0, 1));
    await read(chat, GRID);
    const counted = await countedOnce(session, ids);
    expect(ids.map((id) => counted.get(id)?.chat)).toEqual([STREET, GRID]);
    const row = await rowLooking(chat.page, ids[1] ?? '', 'marked');
    expect(row.words).toContain(STREET);
    expect(await foldedRows(chat)).toEqual([]);
    const health = await waitUntil('the page to answer', async () =>
      (await tabHealths(session)).find(({ status }) => status === 'ok'),
    );
    expect(health).toMatchObject({ feed: false, chat: GRID, folded: 0 });
    expect(open.watched.errors()).toEqual([]);
  });

  test.each([
    ['with the feed', undefined],
    ['without the feed', withoutRecords],
  ])(
    'rows that stand under the title of another chat are never booked under it, %s',
    async (how, prepare) => {
      open = await openWatched(session, { chats: CHATS }, prepare);
      const { chat } = open;
      const messages = CHATS.flatMap(({ name }): SimulatedMessage[] => [
        { chat: name, from: '甲', kind: 'image', picture: { delay: name === STREET ? 0 : SLOW } },
        { chat: name, from: '甲', text: noticeAbout(`${name}的慢图${how}`) },
        { chat: name, from: '乙', text: '今天下午的会改到二楼会议室。' },
      ]);
      await read(open.chat, STREET);
      const sent = chat.receive(
        messages.map((one, index) => ({ ...one, time: YESTERDAY + index })),
      );
      await chat.page.waitForSelector('#chatArea [mm-repeat] .bubble[data-cm]');
      // Two titles change while the rows of the first chat still stand there; then back again, and on.
      for (const name of [GRID, DUTY, STREET, GRID]) await startSwitch(open, name);
      const ids = await sent;
      for (const { name } of CHATS) await read(chat, name);
      const counted = await countedOnce(session, ids);
      expect(ids.map((id) => counted.get(id)?.chat)).toEqual(messages.map((one) => one.chat));
      expect(open.watched.errors()).toEqual([]);
    },
  );

  test('names that come later are added, and nothing is counted again', async () => {
    open = await openWatched(session, { chats: CHATS, open: STREET, nameDelay: 'manual' });
    const { chat } = open;
    const text = noticeAbout('迟到的名字');
    const ids = await chat.receive(
      [STREET, GRID].map((name) => ({ chat: name, from: '周敏', text, time: YESTERDAY })),
    );
    const before = await countedOnce(session, ids);
    expect(before.get(ids[0] ?? '')?.sender).toBe('');
    await chat.fillNames();
    await read(chat, GRID);
    await read(chat, STREET);
    await waitUntil('the names to be kept', async () => {
      const rows = await tallyRows<MessageRow>(session, 'messages');
      const ours = rows.filter(({ key }) => ids.some((id) => key === `wechat:${id}`));
      return ours.every(({ sender }) => sender === '周敏');
    });
    await countedOnce(session, ids);
    expect(open.watched.errors()).toEqual([]);
  });

  test('an own message is counted once, by the id of the server', async () => {
    open = await openWatched(session, { chats: CHATS, open: DUTY, sendDelay: 300 });
    const { chat } = open;
    const before = await tallyRows<DayRow>(session, 'days');
    const sum = (days: readonly DayRow[]) => days.reduce((total, { own }) => total + own, 0);
    const ids = [await chat.send('收到，马上办。'), await chat.send('收到，马上办。')];
    const counted = await countedOnce(session, ids);
    for (const id of ids) expect(counted.get(id)?.own).toBe(true);
    expect(sum(await tallyRows<DayRow>(session, 'days'))).toBe(sum(before) + 2);
    expect(open.watched.errors()).toEqual([]);
  });

  test('the other tabs of the page come and go, and the folds are there again', async () => {
    open = await openWatched(session, { chats: CHATS });
    const { chat } = open;
    const text = noticeAbout('左侧标签');
    const ids = await chat.receive(
      [STREET, GRID].map((name) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
    );
    await read(chat, STREET, ids[0]);
    await read(chat, GRID);
    await rowLooking(chat.page, ids[1] ?? '', 'folded');
    for (const tab of ['contact', 'chat', 'read', 'chat'] as const) await chat.switchTab(tab);
    await rowLooking(chat.page, ids[1] ?? '', 'folded');
    expect((await seenRows(chat.page)).map(({ id }) => id)).toContain(ids[1]);
    await countedOnce(session, ids);
    expect(open.watched.errors()).toEqual([]);
  });
});
