import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS, type Session } from './harness/launch.ts';
import { countMessages } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { clickInPanel, openPicked, startPicker } from './picker-probe.ts';

/** A notice of the page, which holds the newest message first and draws it lowest. */
const NOTICE = '请各村于11月7日17:00前报送冬季防火台账，逾期通报。';

describe.each(BROWSER_KINDS)('a picked chat that is drawn from the bottom up, in %s', (kind) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    ({ session, page } = await openPicked(kind, { width: 900, height: 420 }, 'reverse'));
    await startPicker(session, page);
    await clickInPanel(page, 'confirm');
    await waitUntil('the messages to be counted', async () => (await countMessages(session)) >= 12);
  });
  afterAll(() => session.close());

  test('stays at its end when a copy comes and folds there', async () => {
    await page.evaluate(sayAgain, NOTICE);
    await waitUntil('the copy to fold', () => page.evaluate(isNewestFolded));
    expect(await page.evaluate(scrolledBy)).toBe(0);
  });

  test('stays where one reads when a copy comes and folds below', async () => {
    await page.evaluate(() => document.querySelector('.flow')?.scrollBy(0, -150));
    const before = await page.evaluate(firstSeen);
    await page.evaluate(sayAgain, NOTICE);
    await waitUntil('the copy to fold', () => page.evaluate(isNewestFolded));
    const after = await page.evaluate(firstSeen);
    expect(after.words).toBe(before.words);
    expect(Math.abs(after.top - before.top)).toBeLessThan(1);
  });
});

function sayAgain(words: string): void {
  const list = document.querySelector('.flow');
  const rows = [...(list?.children ?? [])];
  const copy = rows.find((row) => row.textContent?.includes(words))?.cloneNode(true) as HTMLElement;
  for (const ours of copy.querySelectorAll('[data-fl-ui]')) ours.remove();
  for (const piece of copy.children) piece.removeAttribute('data-fl-hide');
  const [name] = copy.querySelectorAll('strong');
  if (name) name.textContent = `王海波${rows.length}`;
  list?.prepend(copy);
}

function isNewestFolded(): boolean {
  const list = document.querySelector('.flow');
  return list?.firstElementChild?.getAttribute('data-fl-row') === 'folded';
}

function scrolledBy(): number {
  return Math.round(document.querySelector('.flow')?.scrollTop ?? Number.NaN);
}

/** The uppermost message that begins in the view, and where. */
function firstSeen(): { words: string; top: number } {
  const list = document.querySelector('.flow') as HTMLElement;
  const edge = list.getBoundingClientRect().top;
  const seen = [...list.children]
    .map((row) => ({ words: row.textContent ?? '', top: row.getBoundingClientRect().top }))
    .filter(({ top }) => top >= edge)
    .sort((one, other) => one.top - other.top);
  return seen[0] ?? { words: '', top: Number.NaN };
}
