import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { db } from '../../lib/background/tally';
import { saveSettings } from '../../lib/settings';
import { message, reportOf } from '../tally/tally-bench';
import { EVENTS, type Listener, prepareBrowser, wake } from './woken';

const CHAT = 'https://wx.qq.com/';

beforeEach(prepareBrowser);

function start(): Listener {
  const added = EVENTS().map((event) => vi.spyOn(event, 'addListener').mockClear());
  const listener = wake();
  // At once, without a turn of the event loop: a worker that wakes for an event gets it only so.
  for (const add of added) expect(add).toHaveBeenCalled();
  return listener;
}

function ask(listener: Listener, name: string, request: unknown, url: string): Promise<unknown> {
  const sender = { id: browser.runtime.id, url, tab: { id: 1 } };
  return new Promise((respond) =>
    listener({ fingerlight: 'background', name, request }, sender, respond),
  );
}

test('nothing is recorded before the welcome page is answered, or while all is off', async () => {
  const listener = start();
  const told = reportOf(message('wechat:7', '请各社区于周五前报送排查表，谢谢。'.repeat(2)));
  const none = { ok: true, value: { verdicts: [], notices: [] } };
  expect(await ask(listener, 'report', told, CHAT)).toEqual(none);
  await saveSettings({ welcomed: true, mode: 'off' });
  expect(await ask(listener, 'report', told, CHAT)).toEqual(none);
  expect(await db.messages.count()).toBe(0);
  await saveSettings({ mode: 'mark' });
  expect(await ask(listener, 'report', told, CHAT)).toMatchObject({
    ok: true,
    value: { verdicts: [{ key: 'wechat:7', verdict: { relation: 'new' } }] },
  });
  await ask(listener, 'erase', { what: 'everything' }, browser.runtime.getURL('/popup.html'));
});

test('a woken background answers the report that woke it, and keeps erasing to its own pages', async () => {
  await saveSettings({ welcomed: true });
  const listener = start();
  const answer = await ask(
    listener,
    'report',
    reportOf(message('wechat:1', '请各社区于周五前报送排查表，谢谢。'.repeat(2))),
    CHAT,
  );
  expect(answer).toMatchObject({ ok: true, value: { verdicts: [{ key: 'wechat:1' }] } });
  const refused = await ask(listener, 'erase', { what: 'everything' }, CHAT);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'refused' } });
  const popup = browser.runtime.getURL('/popup.html');
  expect(await ask(listener, 'erase', { what: 'everything' }, popup)).toEqual({
    ok: true,
    value: null,
  });
  const damaged = await ask(
    listener,
    'importBackup',
    { transfer: 'x', at: 0, isLast: true, text: '{' },
    popup,
  );
  expect(damaged).toMatchObject({ ok: false, error: { kind: 'failed', code: 'not-json' } });
});
