// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { withContentKeys } from '../../lib/overlay/content-keys';
import type { ReadRow } from '../../lib/overlay/row-reader';
import { likenessOf } from '../../lib/sites/likeness';

const SITE = { id: 'picked-a', likenessOf };
const CHAT = { sessionId: '镇工作群', name: '镇工作群', isGroup: true };

function row(text: string, knownBy = '["张三",""]'): ReadRow {
  const read = {
    id: null,
    own: false,
    sender: '张三',
    clock: null,
    kind: 'text' as const,
    text,
    knownBy,
  };
  return { element: document.createElement('div'), key: null, unnamed: { hash: text, read } };
}

const keys = (rows: readonly ReadRow[], chat = CHAT) =>
  withContentKeys(SITE, chat, rows).map(({ key }) => key);

it('a message is known again, whatever stands around it', () => {
  const [, second] = keys([row('通知'), row('收到')]);
  expect(keys([row('收到')])).toEqual([second]);
});

it('what is said twice is two messages while both are there, and never three', () => {
  const both = keys([row('收到'), row('收到')]);
  expect(new Set(both).size).toBe(2);
  // One of them is scrolled away; an older one is loaded above.
  expect(both).toContain(keys([row('收到')])[0]);
  expect(new Set([...both, ...keys([row('旧通知'), row('收到'), row('收到')])]).size).toBe(3);
});

it('another sender, hour or chat is another message', () => {
  const other = { ...CHAT, name: '防火群' };
  const all = [
    ...keys([row('收到')]),
    ...keys([row('收到', '["李四",""]')]),
    ...keys([row('收到')], other),
  ];
  expect(new Set(all).size).toBe(3);
});

it('while the chat has no name nothing has a key', () => {
  expect(keys([row('收到')], { ...CHAT, name: '' })).toEqual([null]);
  expect(withContentKeys(SITE, null, [row('收到')])[0]?.key).toBeNull();
});

it('a row with an id keeps it, and a line that is no message has none', () => {
  const line: ReadRow = { element: document.createElement('div'), key: null };
  expect(withContentKeys(SITE, CHAT, [line, row('收到')])[0]).toBe(line);
});
