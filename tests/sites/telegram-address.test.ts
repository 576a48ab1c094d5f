// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { telegramA } from '../../lib/sites/telegram-a';
import { telegramK } from '../../lib/sites/telegram-k';
import { pageOf } from './fixtures';

const at = (address: string) => window.happyDOM.setURL(address);

declare global {
  interface Window {
    happyDOM: { setURL(address: string): void };
  }
}

function firstId(site: typeof telegramA): string | null | undefined {
  const [row] = site.rows(document);
  return row && site.read(row)?.id;
}

beforeEach(() => at('https://web.telegram.org/a/'));
afterEach(() => at('about:blank'));

it('reads a topic by the address, for its heading names no group', () => {
  document.body.innerHTML = pageOf('telegram-a', 'topic-without-address');
  expect(telegramA.openChat(document)).toBeNull();
  at('https://web.telegram.org/a/#-1001600700800_45');
  expect(telegramA.openChat(document)).toEqual({
    sessionId: '-1001600700800_45',
    name: '值班 · -1001600700800',
    isGroup: true,
  });
  expect(firstId(telegramA)).toBe('-1001600700800 70');
});

it.each([
  ['the first account', 'https://web.telegram.org/a/#700800', '700800 31'],
  ['the first account, named', 'https://web.telegram.org/a/?account=1#700800', '700800 31'],
  ['another account', 'https://web.telegram.org/a/?account=2#700800', '2/700800 31'],
])('numbers of a chat with one person count in %s', (_, address, id) => {
  document.body.innerHTML = pageOf('telegram-a', 'one-to-one');
  at(address);
  expect(firstId(telegramA)).toBe(id);
});

it('numbers of a large group are the same for every account', () => {
  document.body.innerHTML = pageOf('telegram-a', 'sliding');
  at('https://web.telegram.org/a/?account=2');
  expect(firstId(telegramA)).toBe('-1001600700999 71');
});

it('numbers of Telegram K count in their account', () => {
  document.body.innerHTML = pageOf('telegram-k', 'one-to-one');
  at('https://web.telegram.org/k/?account=3#@wang');
  expect(firstId(telegramK)).toBe('3/700800 31');
});

it('tells the clients of one host apart', () => {
  document.body.innerHTML = pageOf('telegram-a', 'every-kind');
  expect([telegramA.isHere?.(document), telegramK.isHere?.(document)]).toEqual([true, false]);
  at('https://web.telegram.org/k/');
  expect([telegramA.isHere?.(document), telegramK.isHere?.(document)]).toEqual([false, false]);
  document.body.innerHTML = pageOf('telegram-k', 'every-kind');
  expect([telegramA.isHere?.(document), telegramK.isHere?.(document)]).toEqual([false, true]);
  document.body.innerHTML = '<div id="auth-pages"></div>';
  expect([telegramA.isHere?.(document), telegramK.isHere?.(document)]).toEqual([false, false]);
});
