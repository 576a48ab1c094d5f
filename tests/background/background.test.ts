import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeText, showBadge } from '../../lib/background/badge';
import { createChatTabs } from '../../lib/background/chat-tabs';
import { buildMenus, runMenuItem } from '../../lib/background/menus';
import type { Answer } from '../../lib/messages/protocol';
import { changeSafety } from '../../lib/safety/state';
import { loadSettings, saveSettings } from '../../lib/settings';
import { nextDayStart } from '../../lib/tally/local-day';
import { freshDb, message, recorderOn, report, reportOf } from '../tally/tally-bench';

const CHANGED: Answer = { verdicts: [], notices: [] };

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  fakeBrowser.i18n.getMessage = vi.fn((name: string) => name);
});

function answering(tabs: readonly number[]) {
  return vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (tab: number) => {
    if (!tabs.includes(tab)) throw new Error('Could not establish connection.');
    return { ok: true, value: null };
  }) as typeof browser.tabs.sendMessage);
}

test('every chat tab but the caller is told what changed', async () => {
  const sent = answering([1, 2, 3]);
  const tabs = createChatTabs();
  await Promise.all([1, 2, 3, 2].map((tab) => tabs.remember(tab)));
  await tabs.tell(CHANGED, 2);
  expect(sent.mock.calls.map(([tab]) => tab)).toEqual([1, 3]);
});

test('the next worker knows the tabs of the one before', async () => {
  const sent = answering([1, 2]);
  const tabs = createChatTabs();
  await Promise.all([1, 2].map((tab) => tabs.remember(tab)));
  await createChatTabs().tell(CHANGED, 2);
  expect(sent.mock.calls.map(([tab]) => tab)).toEqual([1]);
});

test('a tab that does not answer is forgotten, and the others are told', async () => {
  const sent = answering([1]);
  const tabs = createChatTabs();
  await tabs.remember(1);
  await tabs.remember(9);
  await tabs.tell(CHANGED, undefined);
  sent.mockClear();
  await tabs.tell(CHANGED, undefined);
  expect(sent.mock.calls.map(([tab]) => tab)).toEqual([1]);
});

test('a report from a page without a tab is nobody to tell', async () => {
  const sent = answering([]);
  const tabs = createChatTabs();
  await tabs.remember(undefined);
  await tabs.tell(CHANGED, undefined);
  expect(sent).not.toHaveBeenCalled();
});

test('the badge shows what was folded today, and nothing when the user wants none', async () => {
  const setText = vi.spyOn(browser.action, 'setBadgeText');
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockImplementation((async () => {}) as never);
  vi.spyOn(browser.action, 'setTitle').mockImplementation((async () => {}) as never);
  const db = freshDb();
  const recorder = await recorderOn(db, { now: Date.now });
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  await showBadge(db);
  await recorder.report(report({ folded: ['b'] }));
  await showBadge(db);
  await saveSettings({ badge: false });
  await showBadge(db);
  expect(setText.mock.calls.map(([{ text }]) => text)).toEqual(['', '1', '']);
});

test('at half past two at night the badge still shows what was folded the evening before', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const setText = vi.spyOn(browser.action, 'setBadgeText');
    const db = freshDb();
    const recorder = await recorderOn(db, { now: Date.now });
    const evening = new Date(2026, 9, 15, 22).getTime();
    vi.setSystemTime(evening);
    await recorder.report(
      reportOf(message('a', 'words'), message('b', 'words', { time: evening })),
    );
    await recorder.report(report({ folded: ['b'] }));
    for (const [hour, minute] of [
      [2, 30],
      [3, 59],
      [4, 0],
    ] as const) {
      vi.setSystemTime(new Date(2026, 9, 16, hour, minute));
      await showBadge(db);
    }
    expect(setText.mock.calls.map(([{ text }]) => text)).toEqual(['1', '1', '']);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  [7, '7'],
  [9999, '9999'],
  [12_345, '12k'],
])('%d folds fit the badge as %s', (count, expected) => {
  expect(badgeText(count)).toBe(expected);
});

function menusIn() {
  const create = vi.fn();
  Object.assign(fakeBrowser.contextMenus, { create, removeAll: vi.fn(async () => {}) });
  return create;
}

test('the toolbar menu has no more items than browsers show, and pages show theirs only where chats are', async () => {
  const create = menusIn();
  await buildMenus(['https://wx.qq.com/*']);
  const items = create.mock.calls.map(([item]) => item);
  expect(items.filter(({ contexts }) => contexts.includes('action'))).toHaveLength(6);
  const inPage = items.filter(({ contexts }) => contexts.includes('page'));
  expect(inPage.length).toBeGreaterThan(0);
  for (const item of inPage) expect(item.documentUrlPatterns).toEqual(['https://wx.qq.com/*']);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test('pausing for a quarter of an hour and for today, and resuming', async () => {
  const now = Date.now();
  await runMenuItem('action:pauseQuarter', undefined);
  const { pausedUntil } = await loadSettings();
  expect(pausedUntil - now).toBeGreaterThanOrEqual(15 * 60_000);
  expect(pausedUntil - now).toBeLessThan(16 * 60_000);
  await runMenuItem('page:pauseToday', undefined);
  expect((await loadSettings()).pausedUntil).toBe(nextDayStart(now, 4));
  await runMenuItem('page:resume', undefined);
  expect((await loadSettings()).pausedUntil).toBe(0);
});

test('pausing the chat that the tab shows, once, and resuming it', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({
    ok: true,
    value: { site: 'wechat', chat: '工作群' },
  } as never);
  await saveSettings({ pausedChats: ['wechat:other'] });
  await runMenuItem('page:pauseChat', { id: 4 });
  await runMenuItem('page:pauseChat', { id: 4 });
  expect((await loadSettings()).pausedChats).toEqual(['wechat:other', 'wechat:工作群']);
  await runMenuItem('page:resume', { id: 4 });
  expect((await loadSettings()).pausedChats).toEqual(['wechat:other']);
});

test('folds are toggled in the tab, and a tab without chats is no error', async () => {
  const sent = vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('nobody'));
  await runMenuItem('action:toggle', { id: 4 });
  expect(sent).toHaveBeenCalledWith(4, { fingerlight: 'tab', name: 'toggleFolds', request: null });
});

test('while nothing is recorded the badge says so without asking the tally, and then counts again', async () => {
  const setText = vi.spyOn(browser.action, 'setBadgeText');
  const setTitle = vi
    .spyOn(browser.action, 'setTitle')
    .mockImplementation((async () => {}) as never);
  const db = freshDb();
  const trouble = { kind: 'no-answer' as const, since: 1 };
  await changeSafety(() => ({ trouble }));
  const asked = vi.spyOn(db, 'open');
  await showBadge(db);
  await saveSettings({ badge: false });
  await showBadge(db);
  expect(asked).not.toHaveBeenCalled();
  expect(setTitle.mock.calls.at(-1)?.[0].title).toBe('badge_trouble');
  await changeSafety(() => ({ trouble: null }));
  await showBadge(db);
  expect(setText.mock.calls.map(([{ text }]) => text)).toEqual(['!', '', '']);
  expect(setTitle.mock.calls.at(-1)?.[0].title).toBe('extension_name');
});

test('after a loss every chat tab is asked to tell again what it holds', async () => {
  const sent = answering([1, 2]);
  const tabs = createChatTabs();
  await Promise.all([1, 2, 9].map((tab) => tabs.remember(tab)));
  await tabs.retell();
  expect(sent.mock.calls.map(([tab, call]) => [tab, (call as { name: string }).name])).toEqual([
    [1, 'retell'],
    [2, 'retell'],
    [9, 'retell'],
  ]);
});
