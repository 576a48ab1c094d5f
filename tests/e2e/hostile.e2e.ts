import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { rowLooking } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings } from './harness/stored.ts';
import { tabHealths } from './harness/tab-health.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce, foldedRows, openWatched, type WatchedChat } from './hostile-setup.ts';
import { noticeAbout, read, YESTERDAY } from './work-groups.ts';

declare global {
  interface Window {
    pwned?: true;
  }
}

const SCRIPT = '<img src=x onerror="window.pwned=true"><script>window.pwned=true</script>';
/** Right-to-left override, isolates, zero-width signs, a byte order mark, combining marks. */
const DIRECTION = '\u202e\u2067\u200b\u200d\ufeff\u0301\u0301';
const FORMULA = `=cmd|' /C calc'!A0`;
/** Names of chats: markup, a formula, direction marks, names of the language itself. */
const CHATS = [
  `甲群${SCRIPT}`,
  FORMULA,
  `乙群${DIRECTION}`,
  '__proto__',
  'constructor',
  '&lt;b&gt;',
];

describe.each(BROWSER_KINDS)('hostile content in %s', (kind) => {
  let session: Session;
  let open: WatchedChat;
  const downloads = mkdtempSync(join(tmpdir(), 'fingerlight-hostile-'));

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN', downloads });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());
  afterEach(() => open.chat.page.close());

  test('markup, script and formulas in texts and names stay text, everywhere', async () => {
    open = await openWatched(session, { chats: CHATS.map((name) => ({ name })) });
    const { chat } = open;
    const notice = `《${SCRIPT}》${DIRECTION}${noticeAbout('标记语言')}`;
    const messages = CHATS.flatMap((name): SimulatedMessage[] => [
      { chat: name, from: SCRIPT, text: notice },
      { chat: name, from: FORMULA, text: FORMULA },
      { chat: name, from: DIRECTION, kind: 'file', file: { name: `${SCRIPT}.docx`, size: 9 } },
      { chat: name, from: '甲', kind: 'link', link: { url: 'javascript:alert(1)', title: SCRIPT } },
    ]);
    const ids = await chat.receive(messages.map((one) => ({ ...one, time: YESTERDAY })));
    for (const name of CHATS) await read(chat, name);
    const counted = await countedOnce(session, ids);
    expect(new Set([...counted.values()].map((row) => row.chat))).toEqual(
      new Set(CHATS.map(asShown)),
    );

    const folded = await rowLooking(chat.page, ids.at(-4) ?? '', 'folded');
    expect(folded.words).toContain('onerror');
    const inside = await chat.page.evaluate(() =>
      [...document.querySelectorAll('[data-fl-ui]')].flatMap((host) =>
        [...(host.shadowRoot?.querySelectorAll('img, script, a') ?? [])].map(
          ({ outerHTML }) => outerHTML,
        ),
      ),
    );
    expect(inside).toEqual([]);
    expect(await chat.page.evaluate(() => window.pwned)).toBeUndefined();
    expect(open.watched.errors()).toEqual([]);
  });

  test('a formula as the name of a chat is text in the exported file', async () => {
    open = await openWatched(session, { chats: [{ name: FORMULA }], open: FORMULA });
    const [id = ''] = await open.chat.receive({
      chat: FORMULA,
      from: '甲',
      text: '今天例会照常。',
    });
    await countedOnce(session, [id]);
    const popup = await session.extensionPage('popup.html');
    await popup.bringToFront();
    await pressButton(popup, 'data_csv');
    await waitUntil('the preview', () => popup.$('.preview input[type=checkbox]'));
    await popup.evaluate(() =>
      document.querySelector<HTMLInputElement>('.preview input[type=checkbox]')?.click(),
    );
    await waitUntil('the names in the preview', () =>
      popup.evaluate(() => document.querySelector('.preview')?.textContent?.includes('cmd|')),
    );
    await pressButton(popup, 'export_save');
    const file = await waitUntil('the file', () =>
      readdirSync(downloads).find((name) => name.endsWith('.csv')),
    );
    const text = await waitUntil('its content', () => readFileSync(join(downloads, file), 'utf8'));
    expect(text).toContain('cmd|');
    expect(text).not.toMatch(/(^|[,;\t])"?[=+@-]/m);
    await popup.close();
  });

  test('very long texts, many emoji and broken characters are shown and counted', async () => {
    open = await openWatched(session, { chats: [{ name: '长文群' }], open: '长文群' });
    const { page } = open.chat;
    // Made in the page: the protocol between here and the browser does not carry broken characters.
    const ids = await page.evaluate(async (time) => {
      const texts = [
        // Each of those that are too long to be compared is there twice.
        ...['长'.repeat(1_000_000), '长'.repeat(1_000_000)],
        ...['😄'.repeat(10_000), '😄'.repeat(10_000)],
        `\ud83d${'通知'.repeat(20)}\ude00\ud800\udfff\u0000\u0007`,
        '\u200b'.repeat(5000),
        ' '.repeat(50),
      ];
      const one = (text: string) => ({ chat: '长文群', from: '甲', text, time });
      return window.simulator?.receive(texts.map(one));
    }, YESTERDAY);
    const counted = await countedOnce(session, ids ?? []);
    for (const id of ids?.slice(0, 4) ?? [])
      expect(counted.get(id)?.verdict.guards).toContain('oversize');
    expect(await foldedRows(open.chat)).toEqual([]);
    expect(open.watched.errors()).toEqual([]);
  });

  test('rows with broken ids are left alone, and the others go on', async () => {
    const name = '坏号群';
    open = await openWatched(session, { chats: [{ name: '别群' }, { name }], open: name });
    const { chat } = open;
    const texts = Array.from({ length: 12 }, (_, index) => noticeAbout(`第${index}项`));
    const ids = await chat.receive(
      texts.map((text) => ({ chat: name, from: '甲', text, time: YESTERDAY })),
    );
    await countedOnce(session, ids);
    await chat.page.evaluate(() => {
      const broken = [
        null,
        'not json',
        'null',
        '7',
        '{"type":"other","msgId":"1"}',
        '{"type":"message","msgId":7}',
        `{"type":"message","msgId":"${'9'.repeat(1_000_000)}"}`,
      ];
      const bubbles = document.querySelectorAll('#chatArea [mm-repeat] .bubble[data-cm]');
      broken.forEach((about, index) => {
        if (about === null) bubbles[index]?.removeAttribute('data-cm');
        else bubbles[index]?.setAttribute('data-cm', about);
      });
    });
    const health = await waitUntil('the reading errors to be told', async () =>
      (await tabHealths(session)).find(({ errors }) => errors > 0),
    );
    expect(health.chat).toBe(name);
    const visible = await chat.page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('#chatArea [mm-repeat] pre')].filter(
          (text) => text.offsetHeight > 0,
        ).length,
    );
    expect(visible).toBeGreaterThan(7);
    expect(open.watched.errors().filter((words) => !words.includes('[fingerlight] read'))).toEqual(
      [],
    );
  });
});

/** The reader sees what the page's HTML renders: a name is text in every case. */
function asShown(name: string): string {
  return name.trim();
}
