import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer, ChatCalls, PageCalls } from '../../lib/messages/protocol';
import { CallFailed, call, callTab } from '../../lib/messages/send';
import { type Handlers, serve, serveTab } from '../../lib/messages/serve';

const EMPTY: Answer = { verdicts: [], notices: [] };
const REPORT = { messages: [], claims: [], recalls: [], folded: [] };

type Listener = (
  message: unknown,
  sender: unknown,
  respond: (result: unknown) => void,
) => true | undefined;

const chat: Handlers<ChatCalls> = {
  report: () => EMPTY,
  setDone: () => EMPTY,
  teach: () => EMPTY,
  lost: () => null,
};
const page: Handlers<PageCalls> = {
  importBackup: () => ({ messages: 1, added: 1, known: 0 }),
  importHistory: () => ({ added: 0, known: 0, onPage: 0, closed: 0 }),
  erase: () => null,
  setGroups: () => null,
  lookAfter: () => null,
  restore: () => true,
  rebuild: () => null,
};

/** The listener that `serve` registers, to be called with any sender. */
function listenerOf(start: () => () => void): Listener {
  const add = vi.spyOn(browser.runtime.onMessage, 'addListener');
  start();
  return add.mock.calls.at(-1)?.[0] as unknown as Listener;
}

/** What a call from this sender is answered, or "unclaimed" when the listener leaves it to others. */
function answerTo(listener: Listener, message: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    if (listener(message, sender, resolve) === undefined) resolve('unclaimed');
  });
}

const OWN = { id: 'test-extension-id', url: 'https://chat.example/' };

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'sendMessage');
});

/** Lets the fake browser's messages come from this extension, as a real browser's do. */
function connect(start: () => () => void): void {
  const listener = listenerOf(start);
  const sender = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
  vi.mocked(browser.runtime.sendMessage).mockImplementation((message: unknown) =>
    answerTo(listener, message, sender),
  );
}

describe('call', () => {
  test('brings back what the handler answers', async () => {
    connect(() => serve({ chat, page }));
    expect(await call('report', REPORT)).toEqual(EMPTY);
    expect(await call('erase', { what: 'everything' })).toBeNull();
  });

  test('a handler that throws makes it fail with the same words and code', async () => {
    const importBackup = () => {
      throw Object.assign(new Error('version 9'), { code: 'newer-version' });
    };
    connect(() => serve({ chat, page: { ...page, importBackup } }));
    await expect(
      call('importBackup', { transfer: 'x', at: 0, isLast: true, text: '' }),
    ).rejects.toMatchObject({
      kind: 'failed',
      code: 'newer-version',
      message: 'version 9',
    });
  });

  test('an invalidated context that throws synchronously is a rejection like any other', async () => {
    vi.mocked(browser.runtime.sendMessage).mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    const failure = await call('report', REPORT).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CallFailed);
    expect(failure).toMatchObject({ kind: 'invalidated' });
  });

  test.each([
    ['nobody listens', () => Promise.reject(new Error('Could not establish connection.'))],
    ['the worker was stopped half-way', () => Promise.resolve(undefined)],
    ['something else answers', () => Promise.resolve({ hello: 'there' })],
  ])('%s: no answer', async (_, answer) => {
    vi.mocked(browser.runtime.sendMessage).mockImplementation(answer);
    await expect(call('report', REPORT)).rejects.toMatchObject({ kind: 'no-answer' });
  });

  test('a tab is called through its own door', async () => {
    const sendMessage = vi.spyOn(browser.tabs, 'sendMessage');
    sendMessage.mockResolvedValue({ ok: true, value: null } as never);
    expect(await callTab(3, 'changed', EMPTY)).toBeNull();
    expect(sendMessage).toHaveBeenCalledWith(3, {
      fingerlight: 'tab',
      name: 'changed',
      request: EMPTY,
    });
  });
});

describe('serve', () => {
  test.each([undefined, null, 'hello', 7, [], {}, { fingerlight: 'tab', name: 'report' }])(
    'leaves %j to others',
    async (message) => {
      const listener = listenerOf(() => serve({ chat, page }));
      expect(await answerTo(listener, message, OWN)).toBe('unclaimed');
    },
  );

  test('its listener is not async, and keeps the channel open for an answer', () => {
    const listener = listenerOf(() => serve({ chat, page }));
    const message = { fingerlight: 'background', name: 'report', request: REPORT };
    expect(listener(message, OWN, () => {})).toBe(true);
  });

  test.each(Object.keys(page))('refuses %s from a web page', async (name) => {
    const handler = vi.fn();
    const listener = listenerOf(() => serve({ chat, page: { ...page, [name]: handler } }));
    const message = { fingerlight: 'background', name, request: { what: 'everything' } };
    const sender = { id: browser.runtime.id, url: 'https://wx.qq.com/' };
    const near = {
      id: browser.runtime.id,
      url: `https://evil.example/${browser.runtime.getURL('/')}`,
    };
    for (const from of [sender, near, { id: browser.runtime.id }]) {
      expect(await answerTo(listener, message, from)).toMatchObject({
        error: { kind: 'refused' },
      });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  test.each([...Object.keys(chat), ...Object.keys(page)])(
    'refuses %s of another extension',
    async (name) => {
      const handler = vi.fn(() => EMPTY);
      const watched = <T extends object>(calls: T) =>
        name in calls ? { ...calls, [name]: handler } : calls;
      const listener = listenerOf(() => serve({ chat: watched(chat), page: watched(page) }));
      const message = { fingerlight: 'background', name, request: REPORT };
      const answer = await answerTo(listener, message, { id: 'someone-else' });
      expect(answer).toMatchObject({ ok: false, error: { kind: 'refused' } });
      expect(handler).not.toHaveBeenCalled();
    },
  );

  test.each(['unknown', 'constructor', '__proto__', 'toString'])(
    'refuses a call of "%s"',
    async (name) => {
      const listener = listenerOf(() => serve({ chat, page }));
      const message = { fingerlight: 'background', name, request: null };
      const sender = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };
      expect(await answerTo(listener, message, sender)).toMatchObject({
        error: { kind: 'refused' },
      });
    },
  );

  test('hands the sender on', async () => {
    const report = vi.fn(() => EMPTY);
    const listener = listenerOf(() => serve({ chat: { ...chat, report }, page }));
    const sender = { id: browser.runtime.id, tab: { id: 5 } };
    await answerTo(
      listener,
      { fingerlight: 'background', name: 'report', request: REPORT },
      sender,
    );
    expect(report).toHaveBeenCalledWith(REPORT, sender);
  });

  test('stops when told to', () => {
    const stop = serve({ chat, page });
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    stop();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  });
});

test('a tab answers its own calls and no others', async () => {
  const listener = listenerOf(() =>
    serveTab({
      changed: () => null,
      toggleFolds: () => null,
      retell: () => null,
      health: () => ({}) as never,
      leave: () => null,
      sketch: () => null,
    }),
  );
  const sender = { id: browser.runtime.id };
  const toTab = { fingerlight: 'tab', name: 'changed', request: EMPTY };
  expect(await answerTo(listener, toTab, sender)).toEqual({ ok: true, value: null });
  const toBackground = { fingerlight: 'background', name: 'report', request: REPORT };
  expect(await answerTo(listener, toBackground, sender)).toBe('unclaimed');
});
