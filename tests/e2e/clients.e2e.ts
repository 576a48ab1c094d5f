import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALLED_PAGES } from '../../lib/sites/installed-pages.ts';
import { isMatch } from '../../lib/sites/match-pattern.ts';
import type { MessageRow } from '../../lib/tally/rows.ts';
import {
  CLIENT_IDS,
  type ClientDriver,
  clientCalled,
  openClient,
} from '../simulator/clients/serve.ts';
import { painted } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { onHosts } from './harness/on-hosts.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { watchErrors } from './harness/watch-errors.ts';
import { GRID, noticeAbout, STREET, YESTERDAY } from './work-groups.ts';

const COUNTY = '县直机关群';

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  describe.each(CLIENT_IDS)('the simulated page of %s', (id) => {
    let session: Session;
    let chat: ClientDriver;
    let errors: Awaited<ReturnType<typeof watchErrors>>;
    /** What was said, by id. */
    const planted = new Map<string, string>();

    beforeAll(async () => {
      const { url } = await clientCalled(id);
      const address = new URL(url);
      const isInstalled = INSTALLED_PAGES.some((pattern) => isMatch(pattern, address));
      const extension = onHosts(kind, isInstalled ? [] : [`${address.origin}/*`]);
      session = await launch(kind, { extension, lang: 'zh-CN' });
      await changeSettings(session, { welcomed: true });
      const page = await session.newPage();
      await page.setViewport({ width: 1100, height: 800 });
      errors = await watchErrors(session, page);
      chat = await openClient(page, id, {
        me: '林小满',
        chats: [STREET, GRID, COUNTY],
        open: null,
      });
      await page.bringToFront();
      await chat.open(STREET);
    });
    afterAll(() => session.close());

    let clock = YESTERDAY;

    function nextMinute(): number {
      clock += 60_000;
      return clock;
    }

    async function say(where: string, from: string, ...texts: string[]): Promise<string[]> {
      const said = texts.map((text) => ({ chat: where, from, text, time: nextMinute() }));
      const ids = await chat.receive(said);
      for (const [index, each] of ids.entries()) planted.set(each, texts[index] ?? '');
      return ids;
    }

    async function read(where: string): Promise<void> {
      await chat.open(where);
      await painted(chat.page);
      await painted(chat.page);
    }

    function lookOf(which: string): Promise<string | null> {
      return chat.page.evaluate((selector) => {
        const row = document.querySelector(selector);
        if (!row) return null;
        const marked = row.closest('[data-fl-row]') ?? row.querySelector('[data-fl-row]') ?? row;
        return marked.getAttribute('data-fl-row') ?? '';
      }, chat.client.rowSelector(which));
    }

    function looking(which: string, look: string): Promise<boolean> {
      const what = `"${planted.get(which)?.slice(0, 12)}" to look "${look}"`;
      return waitUntil(what, async () => {
        const seen = await lookOf(which);
        return seen === look ? true : Promise.reject(new Error(`it looks "${seen}"`));
      });
    }

    /** Leaves a notice on the screen, judged, for as long as a reader needs to have had it: only then do its copies fold. */
    async function have(which: string): Promise<void> {
      await looking(which, 'marked');
      for (let frames = 0; frames < 4; frames++) await painted(chat.page);
    }

    /** A list that trusts its heights is marked, never folded. */
    const folded = () => (chat.client.trustsHeights ? 'marked' : 'folded');

    test('folds a copy from another group, marks a changed one, leaves the rest alone', async () => {
      const [first = ''] = await say(STREET, '张三', noticeAbout('河道清淤'));
      await read(STREET);
      await have(first);
      const [other = ''] = await say(STREET, '张三', noticeAbout('老人助餐'));
      await read(STREET);
      const [small = '', copy = '', changed = ''] = await say(
        GRID,
        '李四',
        '早上好，今天谁在值班？',
        noticeAbout('河道清淤'),
        `更正：${noticeAbout('老人助餐').replace('日前', '日12:00前')}`,
      );
      await read(GRID);
      await looking(copy, folded());
      await looking(changed, 'marked');
      expect(await lookOf(small)).toBe('');
      await read(STREET);
      await looking(other, 'marked');
      expect(await lookOf(first)).not.toBe('folded');
    });

    test('opens a copy that is edited into something else', async () => {
      const [first = ''] = await say(STREET, '张三', noticeAbout('校舍加固'));
      await read(STREET);
      await have(first);
      const [copy = ''] = await say(COUNTY, '王五', noticeAbout('校舍加固'));
      await read(COUNTY);
      await looking(copy, folded());
      await chat.edit(copy, noticeAbout('校舍加固').replace('日前', '日9:30前'));
      await waitUntil('the edited message to be shown', async () =>
        ['', 'marked'].includes((await lookOf(copy)) ?? 'gone'),
      );
      planted.set(copy, noticeAbout('校舍加固').replace('日前', '日9:30前'));
    });

    test('shows the same after every row was drawn anew', async () => {
      await read(GRID);
      const looks = () => Promise.all([...planted.keys()].map(lookOf));
      const before = await looks();
      await chat.redraw();
      await waitUntil('the same looks', async () => {
        const now = await looks();
        return JSON.stringify(now) === JSON.stringify(before)
          ? true
          : Promise.reject(new Error(`${now}`));
      });
    });

    test('counts every message once, under its chat and its sender', async () => {
      const own = await chat.receive([{ chat: GRID, own: true, text: '收到', time: nextMinute() }]);
      for (const each of own) planted.set(each, '收到');
      await read(GRID);
      const rows = await waitUntil(`${planted.size} messages`, async () => {
        const all = await tallyRows<MessageRow>(session, 'messages');
        return all.length >= planted.size ? all : Promise.reject(new Error(`${all.length}`));
      });
      expect(rows).toHaveLength(planted.size);
      const nameOf = chat.client.nameOf ?? ((name) => name);
      const names = [STREET, GRID, COUNTY].map(nameOf);
      expect(new Set(rows.map(({ chat: name }) => name))).toEqual(new Set(names));
      const senders = new Map([
        [nameOf(STREET), '张三'],
        [nameOf(GRID), '李四'],
        [nameOf(COUNTY), '王五'],
      ]);
      for (const row of rows.filter(({ own }) => !own)) {
        expect(row.sender).toBe(senders.get(row.chat));
        expect(Math.abs(row.time - YESTERDAY)).toBeLessThan(24 * 60 * 60 * 1000);
      }
      expect(rows.filter(({ own }) => own)).toHaveLength(1);
    });

    test('counts what was taken back, and says that it was', async () => {
      const [gone = ''] = await say(GRID, '李四', noticeAbout('反诈宣讲'));
      await waitUntil(
        'it to be counted',
        async () => (await tallyRows<MessageRow>(session, 'messages')).length === planted.size,
      );
      await chat.recall(gone);
      if (chat.client.recalls === 'remove') return;
      await waitUntil('the recall to be noted', async () =>
        (await tallyRows<MessageRow>(session, 'messages')).some(({ recalled }) => recalled),
      );
    });

    test('leaves the page as the site made it when it is switched off, and says nothing', async () => {
      await changeSettings(session, { mode: 'off' });
      const ours = '[data-fl-ui], [data-fl-row], [data-fl-hide], [data-fl-host], [data-fl-aside]';
      await waitUntil(
        'everything of ours to be gone',
        async () => (await chat.page.$$(ours)).length === 0,
      );
      expect(errors.errors()).toEqual([]);
    });
  });
});
