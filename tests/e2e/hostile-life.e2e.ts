import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow, NoticeRow } from '../../lib/tally/rows.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { painted, rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, countMessages, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { watchErrors } from './harness/watch-errors.ts';
import { countedOnce, openWatched } from './hostile-setup.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

const CHATS = [STREET, GRID].map((name) => ({ name }));
const FLOOD = 10_000;
const BURST = 500;
/** Bytes of page memory that a message may take, the page's own objects and the browser's included. */
const BYTES_A_MESSAGE = 8_000;

/** The flood: many notices in twenty chats, each with its copies, and small talk. */
function floodMessage(index: number): SimulatedMessage {
  const chat = `群${index % 20}`;
  const subject = `第${Math.floor(index / 7)}批`;
  const text = index % 3 === 0 ? `${index}号已经登记完毕，谢谢。` : noticeAbout(subject);
  return { chat, from: `人${index % 50}`, text, time: YESTERDAY + index * 1000 };
}

/** Bytes of script memory in use after a collection; the page and our script in it together. */
async function memoryOf(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}

const htmlOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

describe.each(BROWSER_KINDS)('a long life in %s', (kind) => {
  let session: Session;

  beforeEach(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterEach(() => session.close());

  test('ten thousand messages in bursts: all counted, the page answers, memory stays in bounds', async () => {
    const chats = Array.from({ length: 20 }, (_, index) => ({ name: `群${index}` }));
    const { chat, watched } = await openWatched(session, { chats, open: '群0' });
    const isChromium = kind === 'chromium';
    const before = isChromium ? await memoryOf(chat.page) : 0;
    const ids: string[] = [];
    for (let start = 0; start < FLOOD; start += BURST) {
      const burst = Array.from({ length: BURST }, (_, index) => floodMessage(start + index));
      ids.push(...(await chat.receive(burst)));
      // The page still paints, and answers, between two bursts.
      await painted(chat.page);
    }
    const isThere = async () => (await countMessages(session)) >= FLOOD;
    await waitUntil('the flood to be counted', isThere, 180_000);
    await countedOnce(session, ids);
    if (isChromium) {
      const grown = (await memoryOf(chat.page)) - before;
      console.log(`memory: ${Math.round(grown / FLOOD)} bytes a message, the page's own included`);
      expect(grown).toBeLessThan(FLOOD * BYTES_A_MESSAGE);
    }
    expect(watched.errors()).toEqual([]);
  }, 240_000);

  test('reloaded under an open page: the page is as it was, and works again after its own reload', async () => {
    await changeSettings(session, { mode: 'off' });
    const { chat, watched } = await openWatched(session, { chats: CHATS, keepOnReload: true });
    const text = noticeAbout('扩展重载');
    const ids = await chat.receive(
      [STREET, GRID].map((name) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
    );
    await read(chat, STREET);
    await read(chat, GRID);
    const untouched = await htmlOf(chat.page);
    await chat.switchChat(STREET);
    await changeSettings(session, { mode: 'fold' });
    await chat.page.bringToFront();
    // Switched on when it marks: what was read before that is nothing that the reader has had from us.
    await read(chat, STREET, ids[0]);
    await read(chat, GRID);
    await rowLooking(chat.page, ids[1] ?? '', 'folded');
    // Off at once afterwards, so that a script which the browser starts anew leaves no trace either.
    await changeSettings(session, { welcomed: false });
    await waitUntil('the page to be let go', async () => (await htmlOf(chat.page)) === untouched);
    await changeSettings(session, { welcomed: true });
    await chat.page.bringToFront();
    await rowLooking(chat.page, ids[1] ?? '', 'folded');

    await session.reloadExtension();
    await chat.page.bringToFront();
    const later = { chat: GRID, from: '乙', text: '今天下午的会改到二楼会议室。', time: YESTERDAY };
    const [id = ''] = await chat.receive(later);
    if (kind === 'chromium') {
      await waitUntil('the old script to let go', async () =>
        (await seenRows(chat.page)).every(({ look }) => look === ''),
      );
      expect(await htmlOf(chat.page)).not.toContain('data-fl-');
    }
    await chat.reload();
    await chat.page.bringToFront();
    await read(chat, GRID);
    await rowLooking(chat.page, ids[1] ?? '', 'folded');
    await countedOnce(session, [...ids, id]);
    expect(watched.errors()).toEqual([]);
  });

  test('the same chats in two tabs: counted once, and a hidden tab claims nothing', async () => {
    const { chat: hidden, watched } = await openWatched(session, { chats: CHATS, open: GRID });
    const front = await session.newPage();
    const watchedFront = await watchErrors(session, front);
    const shown = await openSimulator(front, { chats: CHATS });
    await front.bringToFront();
    expect(await hidden.page.evaluate(() => document.visibilityState)).toBe('hidden');

    const text = noticeAbout('两个窗口');
    const message = { id: '7700000000000000001', from: '甲', text, time: YESTERDAY };
    await hidden.receive({ ...message, chat: STREET });
    await hidden.switchChat(STREET);
    await countedOnce(session, [message.id]);
    const claims = async () =>
      (await tallyRows<NoticeRow>(session, 'notices')).flatMap((notice) =>
        notice.claims.map(({ key }) => key),
      );
    expect(await claims()).toEqual([]);

    await front.bringToFront();
    await shown.receive({ ...message, chat: STREET });
    const copy = { ...message, id: '7700000000000000002', chat: GRID };
    await Promise.all([hidden.receive(copy), shown.receive(copy)]);
    await read(shown, STREET);
    await waitUntil('the first to be claimed', async () => (await claims()).length === 1);
    await front.bringToFront();
    await read(shown, GRID);
    await rowLooking(front, copy.id, 'folded');
    expect(await claims()).toEqual([`wechat:${message.id}`]);
    await countedOnce(session, [message.id, copy.id]);
    const rows = await tallyRows<MessageRow>(session, 'messages');
    const days = await tallyRows<DayRow>(session, 'days');
    expect(rows).toHaveLength(2);
    expect(days.reduce((sum, { copies }) => sum + copies, 0)).toBe(1);
    expect([...watched.errors(), ...watchedFront.errors()]).toEqual([]);
  });
});
