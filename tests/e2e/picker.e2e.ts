import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import {
  clickInPanel,
  fixture,
  openPicked,
  openServed,
  panelWords,
  startPicker,
} from './picker-probe.ts';

/** The second time a notice stands on the hand-written page, said by another. */
const COPY = '请各村于11月7日17:00前报送冬季防火台账，逾期通报。';

describe.each(BROWSER_KINDS)('the picker in %s', (kind) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    ({ session, page } = await openPicked(kind, { width: 1100, height: 800 }, 'flat'));
  });
  afterAll(() => session.close());

  test('says what it found, with the first messages as it reads them', async () => {
    await startPicker(session, page);
    const words = await panelWords(page);
    expect(words).toContain('红星镇工作群');
    expect(words).toContain('18 条');
    expect(words).toContain('张建国');
    expect(words).toContain(COPY);
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/picker-${kind}.png` });
  });

  test('leaves the page as it was when it is cancelled', async () => {
    const before = await page.evaluate(() => document.body.outerHTML);
    await clickInPanel(page, 'cancel');
    expect(await panelWords(page)).toBe('');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(await page.evaluate(() => document.querySelector('[data-fl-ui]'))).toBeNull();
  });

  test('a click on the page while it is pointed at does nothing there', async () => {
    await startPicker(session, page);
    await page.evaluate(() => {
      Object.assign(window, { heard: 0 });
      addEventListener('click', () => Object.assign(window, { heard: 1 }));
    });
    await clickInPanel(page, 'part-title');
    await page.click('h3');
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toBe(0);
    expect(await panelWords(page)).toContain('红星镇工作群');
  });

  test('when it is confirmed the page is read, and a copy folds', async () => {
    await clickInPanel(page, 'confirm');
    await waitUntil('the panel to be gone', async () => (await panelWords(page)) === '');
    await waitUntil('the messages to be counted', async () => {
      const rows = await tallyRows<object>(session, 'messages');
      return rows.length >= 14;
    });
    await page.evaluate((text) => {
      const row = [...document.querySelectorAll('[data-mid]')].find((each) =>
        each.textContent?.includes(text),
      );
      const copy = row?.cloneNode(true) as HTMLElement;
      for (const ours of copy.querySelectorAll('[data-fl-ui]')) ours.remove();
      copy.setAttribute('data-mid', '7994411029999');
      row?.parentElement?.append(copy);
    }, COPY);
    await waitUntil('the copy to fold', () =>
      page.evaluate(
        () =>
          document.querySelector('[data-mid="7994411029999"]')?.getAttribute('data-fl-row') ===
          'folded',
      ),
    );
  });

  test('a folded message that the page touches is read as before', async () => {
    await page.evaluate(() => {
      const copy = document.querySelector('[data-mid="7994411029999"]');
      copy?.classList.add('seen');
      const next = copy?.cloneNode(true) as HTMLElement;
      for (const ours of next.querySelectorAll('[data-fl-ui]')) ours.remove();
      for (const piece of next.children) piece.removeAttribute('data-fl-hide');
      next.setAttribute('data-mid', '7994411030000');
      copy?.after(next);
    });
    const isCopy = ({ key }: { key: string }) => /:7994411/.test(key);
    await waitUntil('what was said after it to be counted', async () => {
      const rows = await tallyRows<{ key: string }>(session, 'messages');
      return rows.filter(isCopy).length === 2;
    });
    const rows = await tallyRows<{ key: string; excerpt: string }>(session, 'messages');
    expect(rows.filter(isCopy).map(({ excerpt }) => excerpt)).toEqual([COPY, COPY]);
    await waitUntil('both to be folded', () =>
      page.evaluate(() => {
        const copies = [...document.querySelectorAll('[data-mid^="7994411"]')];
        return copies.every((row) => row.getAttribute('data-fl-row') === 'folded');
      }),
    );
  });

  test('is there again on the next visit, and started again it changes what is there', async () => {
    await page.reload();
    await waitUntil('the copy on the page to be read', () =>
      page.evaluate(() => document.querySelectorAll('[data-fl-row]').length > 0),
    );
    await startPicker(session, page);
    expect(await panelWords(page)).toContain('修改');
    await clickInPanel(page, 'cancel');
  });

  test('reads and folds in shadow trees, and leaves them as they were', async () => {
    const other = await session.newPage();
    await openServed(other, { '/shadow': fixture('shadow') });
    await startPicker(session, other);
    expect(await panelWords(other)).toContain('9 条');
    await clickInPanel(other, 'confirm');
    await waitUntil('a row in the shadow tree to be known', async () => {
      const rows = await tallyRows<{ chat: string }>(session, 'messages');
      return rows.some(({ chat }) => chat === '党建学习群');
    });
    await other.evaluate(sayAgainInShadow);
    await waitUntil('the copy to be hidden and its bar to have a style', () =>
      other.evaluate(lookOfShadowCopy),
    );
    await changeSettings(session, { mode: 'off' });
    await waitUntil('nothing of ours to be left', () => other.evaluate(isShadowClean));
    await changeSettings(session, { mode: 'fold' });
    await other.close();
  });

  test('finds a chat in a frame of the same site', async () => {
    const outer = await session.newPage();
    const frame =
      '<!doctype html><title>门户</title><h1>门户</h1><iframe src="/inner" width="900" height="600"></iframe>';
    await openServed(outer, { '/outer': frame, '/inner': fixture('runs') });
    await startPicker(session, outer);
    expect(await panelWords(outer)).toContain('网格三组');
    await clickInPanel(outer, 'confirm');
    await waitUntil('the frame to be read', async () => {
      const rows = await tallyRows<{ chat: string }>(session, 'messages');
      return rows.some(({ chat }) => chat === '网格三组');
    });
    await outer.close();
  });

  test('says so where there is no chat, and takes nothing that holds a field to write in', async () => {
    const none = await session.newPage();
    await openServed(none, { '/none': fixture('none-news') });
    await startPicker(session, none);
    expect(await panelWords(none)).toContain('没有看出聊天记录');
    await clickInPanel(none, 'part-transcript');
    await none.click('.comment p');
    await waitUntil('the refusal', async () => (await panelWords(none)).includes('读不出消息'));
    await none.keyboard.press('Escape');
    await waitUntil('the panel to be gone', async () => (await panelWords(none)) === '');
    await none.close();
  });

  test('where it sees none, one click on a message is enough; the keyboard does it too', async () => {
    const missed = await session.newPage();
    const still = fixture('reverse')
      .replace('.flow{flex:1;overflow:auto;', '.flow{')
      .replace('<textarea></textarea>', '');
    await openServed(missed, { '/missed': still });
    await startPicker(session, missed);
    expect(await panelWords(missed)).toContain('没有看出聊天记录');
    await clickInPanel(missed, 'part-transcript');
    await missed.click('.msg-body');
    await waitUntil('all to be read', async () => (await panelWords(missed)).includes('12 条'));
    expect(await panelWords(missed)).toContain('赵敏');
    await clickInPanel(missed, 'part-message');
    // The keys begin at the first message: around it, and back into it.
    await missed.keyboard.press('ArrowUp');
    await missed.keyboard.press('ArrowDown');
    await missed.keyboard.press('Enter');
    await waitUntil('all to be read again', async () =>
      (await panelWords(missed)).includes('12 条'),
    );
    await missed.close();
  });
});

/** Says the first message of the shadow page once more. */
function sayAgainInShadow(): void {
  const list = document.querySelector('chat-box')?.shadowRoot?.querySelector('.list');
  const first = list?.querySelector('.m');
  const row = document.createElement('div');
  row.className = 'm again';
  const inside = row.attachShadow({ mode: 'open' });
  const wrap = first?.shadowRoot?.querySelector('.wrap')?.cloneNode(true) as HTMLElement;
  for (const ours of wrap.querySelectorAll('[data-fl-ui]')) ours.remove();
  inside.append(wrap);
  list?.append(row);
}

function lookOfShadowCopy(): boolean {
  const list = document.querySelector('chat-box')?.shadowRoot?.querySelector('.list');
  const row = list?.querySelector('.again');
  const bar = row?.shadowRoot?.querySelector<HTMLElement>('[data-fl-ui="bar"]');
  const words = row?.shadowRoot?.querySelector<HTMLElement>('.b');
  if (!bar || !words) return false;
  const isHidden = words.getClientRects().length === 0;
  return isHidden && getComputedStyle(bar).fontSize === '13px';
}

function isShadowClean(): boolean {
  const list = document.querySelector('chat-box')?.shadowRoot;
  const trees = [...(list?.querySelectorAll('.m') ?? [])].map(({ shadowRoot }) => shadowRoot);
  return [list, ...trees].every(
    (tree) => !tree?.querySelector('[data-fl-ui], [data-fl-row], [data-fl-hide]'),
  );
}
