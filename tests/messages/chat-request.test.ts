import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChatRequest } from '../../lib/messages/chat-request';
import type { ObservedMessage, Report } from '../../lib/messages/protocol';

const MESSAGE: ObservedMessage = {
  key: 'wechat:1',
  site: 'wechat',
  chat: '工作群',
  sender: '',
  own: false,
  time: 1_790_000_000_000,
  kind: 'file',
  text: '',
  file: { name: '名单.xlsx', size: 2.7 * 1024 * 1024, exact: false },
  link: { url: 'https://example.org/', title: '通知' },
  image: { key: 'i' },
  mentionsMe: true,
  hash: 'h',
  via: 'page',
};

function reportOf(...messages: unknown[]): unknown {
  return { messages, claims: [], recalls: [], folded: [] };
}

function messagesIn(request: unknown): ObservedMessage[] | undefined {
  return readChatRequest('report', request)?.messages;
}

test('a report passes as it is', () => {
  const report: Report = {
    messages: [MESSAGE],
    claims: [{ key: 'wechat:1', hash: 'h' }],
    recalls: ['wechat:2'],
    folded: ['wechat:3'],
  };
  expect(readChatRequest('report', report)).toEqual(report);
});

test('a picture has a key, a look, or both', () => {
  const look = '00ff3c18e7c3811c 200x150';
  for (const image of [{ key: 'i', look }, { look }, { key: 'i' }]) {
    expect(messagesIn(reportOf({ ...MESSAGE, image }))).toEqual([{ ...MESSAGE, image }]);
  }
  const image = { key: 'i', look: 'bright' };
  expect(messagesIn(reportOf({ ...MESSAGE, image }))).toEqual([MESSAGE]);
});

test('unknown fields are dropped, at every depth', () => {
  const file = { ...MESSAGE.file, path: 'x' };
  const extra = { ...MESSAGE, file, hidden: true };
  expect(messagesIn(reportOf(extra))).toEqual([MESSAGE]);
});

test.each([
  ['no key', { key: '' }],
  ['a key too long', { key: 'x'.repeat(2001) }],
  ['no hash', { hash: undefined }],
  ['a site that is no id', { site: 'we|chat' }],
  ['a chat that is no text', { chat: { toString: 1 } }],
  ['a kind that nobody knows', { kind: 'poke' }],
  ['a kind from the prototype', { kind: 'constructor' }],
  ['no time', { time: Number.NaN }],
  ['an absurd time', { time: 1 }],
  ['another way', { via: 'rumour' }],
  ['a malformed file', { file: { name: 'a', size: -1, exact: true } }],
  ['a malformed link', { link: { url: 7, title: '' } }],
  ['a malformed image', { image: {} }],
  ['a malformed look and no key', { image: { look: 'bright' } }],
])('a message with %s is left out, and the others go on', (_, wrong) => {
  expect(messagesIn(reportOf({ ...MESSAGE, ...wrong }, MESSAGE))).toEqual([MESSAGE]);
});

test('a text too long to judge is cut, and says so', () => {
  const [cut] = messagesIn(reportOf({ ...MESSAGE, text: '长'.repeat(30_000) })) ?? [];
  expect(cut).toMatchObject({ oversize: true });
  expect(cut?.text).toHaveLength(20_000);
});

test.each([
  null,
  undefined,
  'report',
  {},
  { messages: [], claims: [], recalls: [] },
  { messages: {}, claims: [], recalls: [], folded: [] },
  { messages: Array(5001).fill(MESSAGE), claims: [], recalls: [], folded: [] },
])('a report without its lists, or with endless ones, is refused: case %#', (request) => {
  expect(readChatRequest('report', request)).toBeNull();
});

test('a tick and a lesson are checked', () => {
  expect(readChatRequest('setDone', { key: 'a', done: true, more: 1 })).toEqual({
    key: 'a',
    done: true,
  });
  expect(readChatRequest('setDone', { key: 'a', done: 'yes' })).toBeNull();
  expect(readChatRequest('teach', { key: 'a', lesson: 'forget' })).toEqual({
    key: 'a',
    lesson: 'forget',
  });
  expect(readChatRequest('teach', { key: 'a', lesson: 'everything' })).toBeNull();
});

test('no data whatever makes the check throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (one, other) => {
      readChatRequest('report', one);
      const read = readChatRequest('report', {
        messages: [one, other],
        claims: [one],
        recalls: [one],
        folded: [other],
      });
      expect(read).not.toBeNull();
      readChatRequest('setDone', one);
      readChatRequest('teach', one);
    }),
  );
});
