import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FORMULA_VERSION } from '../../lib/tally/score.ts';
import { openSimulator, type SimulatorDriver } from '../simulator/wechat/serve.ts';
import {
  clickInRow,
  painted,
  rowLooking,
  scrollToEnd,
  seenRows,
  watchFrames,
} from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { overlayStarted } from './overlay-started.ts';
import { GRID, noticeAbout, read, STREET, YESTERDAY } from './work-groups.ts';

const DUTY = '综治群';
const CHATS = [STREET, GRID, DUTY].map((name) => ({ name }));
/** Forty subjects that no two notices share. */
const PLACES = ['森林', '校园', '养老', '河道', '电梯', '燃气', '道路', '仓储'];
const WORKS = ['防火', '安保', '巡护', '改造', '普查'];

describe.each(BROWSER_KINDS)('the promises in %s', (kind) => {
  let session: Session;
  let chat: SimulatorDriver;
  let minute = 0;
  const downloads = mkdtempSync(join(tmpdir(), 'fingerlight-promises-'));

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN', downloads });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());

  beforeEach(async () => {
    await changeSettings(session, { mode: 'fold' });
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    chat = await openSimulator(page, { me: '林小满', chats: CHATS, open: DUTY });
    // The first-run page may have opened over it; a hidden tab is painted for nobody.
    await page.bringToFront();
    await overlayStarted(page);
  });
  afterEach(() => chat.page.close());

  /** Delivers a text and returns its id. */
  async function say(where: string, text: string, more: { from?: string } = {}): Promise<string> {
    const time = YESTERDAY + minute++ * 60_000;
    const [id = ''] = await chat.receive({ chat: where, from: more.from ?? '张三', text, time });
    return id;
  }

  test('promise 1: a notice that was shown in full in another chat folds to a line that says why and where', async () => {
    const text = noticeAbout('商户安全');
    const first = await say(STREET, text);
    const second = await say(GRID, `【转发】${text}`, { from: '李四' });
    await read(chat, STREET, first);
    await read(chat, GRID);
    const bar = await rowLooking(chat.page, second, 'folded');
    expect(bar.words).toContain('《关于报送商户安全台账的通知》');
    expect(bar.words).toContain('李四');
    expect(bar.words).toContain(STREET);
    await read(chat, STREET);
    await painted(chat.page);
    const [open] = (await seenRows(chat.page)).filter(({ id }) => id === first);
    expect(open?.look).not.toBe('folded');
  });

  test('promise 1: what stays open is the copy shown first, not the one that arrived first', async () => {
    const text = noticeAbout('消防设施');
    const arrivedFirst = await say(STREET, text);
    const shownFirst = await say(GRID, text);
    await read(chat, GRID);
    await waitUntil('the claim to be kept', async () => {
      const notices = await tallyRows<{ claims: { key: string }[] }>(session, 'notices');
      return notices.some(({ claims }) => claims.some(({ key }) => key === `wechat:${shownFirst}`));
    });
    await read(chat, STREET);
    await rowLooking(chat.page, arrivedFirst, 'folded');
    await read(chat, GRID);
    await painted(chat.page);
    const [open] = (await seenRows(chat.page)).filter(({ id }) => id === shownFirst);
    expect(open?.look).not.toBe('folded');
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'deadline',
      (text) => text.replace(/(\d+)日前/, (_, day) => `${(Number(day) % 27) + 1}日前`),
      /截止/,
    ],
    ['place', (text) => text.replace('综合办', '便民服务中心'), /→/],
    ['number', (text) => text.replace('88881234', '88881235'), /→/],
  ])('promise 1: a changed %s is shown, never folded', async (what, change, words) => {
    const text = noticeAbout(`变更${what}`);
    const first = await say(STREET, text);
    const changed = await say(GRID, change(text));
    await read(chat, STREET, first);
    await read(chat, GRID);
    const row = await rowLooking(chat.page, changed, 'marked');
    expect(row.words).toMatch(words);
    await read(chat, STREET);
    const older = await waitUntil('the older one to say that there is news', async () =>
      (await seenRows(chat.page)).find(({ words: said }) => said.includes('已有更新')),
    );
    expect(older.look).toBe('marked');
  });

  test('promise 1: a notice that ends in 收到请回复 is never folded for that; a mere trace request is a bar', async () => {
    const notice = await say(GRID, `${noticeAbout('防溺水')}收到请回复！`);
    const trace = await say(GRID, '请各位网格员拍照打卡上传');
    await read(chat, GRID);
    await rowLooking(chat.page, notice, 'marked');
    await rowLooking(chat.page, trace, 'folded');
    await clickInRow(chat.page, trace, 'done');
    await waitUntil('the tick to be kept', async () => {
      const rows = await tallyRows<{ key: string; done: boolean }>(session, 'messages');
      return rows.find(({ key }) => key === `wechat:${trace}`)?.done;
    });
  });

  test('promise 1: three replies in a row are one line; two are not', async () => {
    const some = [await say(GRID, '收到', { from: '甲' }), await say(GRID, '收到', { from: '乙' })];
    await say(GRID, '下午三点在会议室碰一下。');
    const many: string[] = [];
    for (const from of ['甲', '乙', '丙', '丁']) many.push(await say(GRID, '收到', { from }));
    await read(chat, GRID);
    // The bar stands from the third reply on; it says four once all of them are in it.
    for (const id of many.slice(1)) await rowLooking(chat.page, id, 'hidden');
    const bar = await rowLooking(chat.page, many[0] ?? '', 'folded');
    expect(bar.words).toContain('4 人回复');
    for (const id of some) await rowLooking(chat.page, id, '');
  });

  test('promise 1: when the open copy is taken back, the copies that pointed to it open', async () => {
    const text = noticeAbout('燃气排查');
    const first = await say(STREET, text);
    const second = await say(GRID, text);
    await read(chat, STREET, first);
    await read(chat, GRID);
    await rowLooking(chat.page, second, 'folded');
    await chat.recall(first);
    await waitUntil('the copy to open', async () => {
      const row = (await seenRows(chat.page)).find(({ id }) => id === second);
      return row !== undefined && row.look !== 'folded';
    });
  });

  test('promise 1: a row whose text is changed after it was judged is shown, whatever the feed says', async () => {
    const text = noticeAbout('小区充电桩');
    const first = await say(STREET, text);
    const second = await say(GRID, text);
    await read(chat, STREET, first);
    await read(chat, GRID);
    await rowLooking(chat.page, second, 'folded');
    await chat.edit(second, text.replace('综合办', '应急办'));
    await rowLooking(chat.page, second, 'marked');
  });

  test('promise 2: switching off restores the page, byte for byte', async () => {
    await changeSettings(session, { mode: 'off' });
    const text = noticeAbout('应届毕业生');
    await say(STREET, text);
    await say(GRID, `【转发】${text}`);
    await say(GRID, '请拍照打卡上传');
    for (const from of ['甲', '乙', '丙']) await say(GRID, '收到', { from });
    await read(chat, STREET);
    await read(chat, GRID);
    await painted(chat.page);
    const html = () => chat.page.evaluate(() => document.documentElement.outerHTML);
    const heights = () =>
      chat.page.evaluate(() =>
        Object.values(window._chatContent ?? {})
          .flat()
          .map(({ _h }) => _h),
      );
    const [before, heightsBefore] = [await html(), await heights()];
    await changeSettings(session, { mode: 'fold' });
    await waitUntil('folds', async () =>
      (await seenRows(chat.page)).some(({ look }) => look === 'hidden'),
    );
    expect(await html()).not.toBe(before);
    await changeSettings(session, { mode: 'off' });
    await waitUntil('the page to be as it was', async () => (await html()) === before);
    expect(await heights()).toEqual(heightsBefore);
  });

  test('promise 2: folding does not move what the reader reads', async () => {
    const texts = PLACES.flatMap((place) => WORKS.map((work) => noticeAbout(place + work)));
    for (const text of texts) await say(STREET, text);
    await read(chat, STREET);
    await scrollToEnd(chat.page, 'up', 300);
    for (const [index, text] of texts.entries()) {
      await say(GRID, text);
      if (index % 2)
        await say(GRID, `今天第${index}件事情我们自己商量着办，大家有空到办公室说一声就行，不急。`);
    }
    await read(chat, GRID);
    await waitUntil('folds', async () =>
      (await seenRows(chat.page)).some(({ look }) => look === 'folded'),
    );
    const frames = await watchFrames(chat.page);
    const runs = [];
    for (const way of ['up', 'down', 'up', 'down'] as const)
      runs.push(await scrollToEnd(chat.page, way));
    expect(runs[0]?.foldedShare).toBeGreaterThan(0.3);
    for (const { largestJump } of runs) expect(largestJump).toBeLessThanOrEqual(2);
    expect(await frames.unfoldings()).toEqual([]);
  });

  test('promise 4: a message is counted once: worker stopped, page reloaded, a second tab', async () => {
    const text = noticeAbout('计数');
    const id = await say(DUTY, text);
    const counted = () =>
      waitUntil('the message to be counted', async () => {
        const rows = await tallyRows<{ key: string }>(session, 'messages');
        return rows.filter(({ key }) => key === `wechat:${id}`).length;
      });
    expect(await counted()).toBe(1);
    const sum = async () => {
      const days = await tallyRows<{ messages: number }>(session, 'days');
      return days.reduce((total, { messages }) => total + messages, 0);
    };
    const before = await sum();
    await session.stopBackground();
    const other = await session.newPage();
    await other.bringToFront();
    const second = await openSimulator(other, { chats: CHATS, open: DUTY });
    await second.receive({ chat: DUTY, id, from: '张三', text, time: YESTERDAY });
    await second.switchChat(STREET);
    await second.switchChat(DUTY);
    await painted(other);
    const [extra = ''] = await second.receive({
      chat: DUTY,
      from: '张三',
      text: '收到',
      time: YESTERDAY,
    });
    await waitUntil('the next message to be counted', async () => {
      const rows = await tallyRows<{ key: string }>(session, 'messages');
      return rows.some(({ key }) => key === `wechat:${extra}`);
    });
    expect(await sum()).toBe(before + 1);
    await other.close();
    await chat.page.bringToFront();
  });

  test('promise 5: the score stands beside its formula, its version, the counts and the coverage', async () => {
    await chat.receive({ chat: DUTY, from: '张三', text: noticeAbout('打分'), time: Date.now() });
    const popup = await session.extensionPage('popup.html');
    const words = await waitUntil('the popup', async () => {
      const text = await popup.evaluate(() => document.body.textContent ?? '');
      return text.includes('/ 100') && text;
    });
    for (const part of ['255', '160', `${FORMULA_VERSION}`, '下限', '消息', '重复', '跟帖']) {
      expect(words).toContain(part);
    }
    // The reader opens the formula for what each part of it rests on.
    await popup.click('.formula > summary');
    await popup.waitForFunction(() => document.querySelector('.formula table'));
    const rests = await popup.$$eval('.formula tbody th .note', (notes) =>
      notes.map(({ textContent }) => textContent),
    );
    expect(rests).toContain('假定值');
    expect(rests).not.toContain('');
    await popup.close();
  });

  test('promise 7: the table that is handed over holds no word of any chat, and no name unless asked', async () => {
    const secret = '关于王小明同志家庭情况的核实说明';
    await say(DUTY, `${secret}：请各网格于下月底前逐户走访并记录。`, { from: '赵六六' });
    await waitUntil('the message to be counted', async () => {
      const rows = await tallyRows<{ excerpt: string }>(session, 'messages');
      return rows.some(({ excerpt }) => excerpt.includes(secret));
    });
    const popup = await session.extensionPage('popup.html');
    await pressButton(popup, 'data_csv');
    await pressButton(popup, 'export_save');
    const table = await waitUntil('the table to be written', () => {
      const file = readdirSync(downloads).find((name) => name.endsWith('.csv'));
      return file && readFileSync(join(downloads, file), 'utf8');
    });
    expect(table.split('\r\n').length).toBeGreaterThan(2);
    for (const word of [secret, '王小明', '赵六六', DUTY]) expect(table).not.toContain(word);
    await popup.close();
  });

  test('promise 6: no word of ours in the page ranks, praises or nags', async () => {
    const words = await insideExtension(session, readMessages, null);
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => /排行榜|连续\d|打败|超过了|得分榜/.test(word))).toEqual([]);
  });
});

/** Runs in the extension: every word of its Chinese locale. */
async function readMessages(): Promise<string[]> {
  const names = await new Promise<string>((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/_locales/zh_CN/messages.json');
    request.onload = () => done(request.responseText);
    request.onerror = () => failed(new Error('no locale'));
    request.send();
  });
  return Object.values(JSON.parse(names) as Record<string, { message: string }>).map(
    ({ message }) => message,
  );
}
