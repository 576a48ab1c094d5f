// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { SimulatedMessage } from '../types.ts';
import { createContacts } from './contacts.ts';
import { feedMessage } from './feed-message.ts';
import { createCopy, createRow } from './message-row.ts';

const contacts = createContacts('李梅', 0, () => {});
const room = contacts.addChat({ name: '河湾镇工作群' });
const source = {
  shown: <T>(message: T): T => message,
  sender: (message: { MMActualSender: string }) => contacts.byId[message.MMActualSender],
};

function rowOf(message: Partial<SimulatedMessage>) {
  return createRow(
    feedMessage({ chat: room.NickName, from: '赵敏', ...message }, room, contacts),
    source,
  );
}

const find = (row: { element: HTMLElement }, selector: string) =>
  row.element.querySelector(selector);

test.each([
  [{ text: '好' }, '.bubble_cont > .plain > pre.js_message_plain', '好'],
  [
    { kind: 'file', file: { name: '表.xlsx', size: 90_829 } },
    '.attach .opr > span:first-child',
    '88.7KB',
  ],
  [{ kind: 'file', file: { name: '表.xlsx', size: 512 } }, '.attach .cont > p.title', '表.xlsx'],
  [
    { kind: 'link', link: { url: 'https://a.example/?b=1', title: '题' } },
    '.bubble_cont.primary > a.app > h4.title',
    '题',
  ],
  [{ kind: 'voice', seconds: 12 }, '.voice > .duration', '12"'],
  [{ kind: 'location', text: '镇政府' }, '.location > a > p.desc', '镇政府'],
  [{ kind: 'card', text: '张三' }, '.card .card_bd .info .display_name', '张三'],
  [{ kind: 'red-packet' }, '.luckmoney', '恭喜发财，大吉大利'],
] as const)('%o is shown where the page shows it', (message, selector, words) => {
  expect(find(rowOf(message), selector)?.textContent).toBe(words);
});

test('a message carries its id as JSON with a line break in it', () => {
  const data = find(rowOf({ id: '1942713429626731632' }), '.js_message_bubble')?.getAttribute(
    'data-cm',
  );
  expect(data).toContain('\n');
  expect(JSON.parse(data ?? '')).toMatchObject({ type: 'message', msgId: '1942713429626731632' });
  const avatar = find(rowOf({}), 'img.avatar');
  expect(JSON.parse(avatar?.getAttribute('data-cm') ?? '').type).toBe('avatar');
});

test('a sticker stands outside the bubble; a link goes through the gate', () => {
  expect(find(rowOf({ kind: 'sticker' }), '.content > .emoticon[data-cm] > img')).not.toBeNull();
  expect(find(rowOf({ kind: 'sticker' }), '.bubble')).toBeNull();
  const link = rowOf({ kind: 'link', link: { url: 'https://a.example/?b=1', title: '题' } });
  expect(find(link, 'a.app')?.getAttribute('href')).toContain(
    'requrl=https%3A%2F%2Fa.example%2F%3Fb%3D1',
  );
});

test('a system line has no id and no bubble; an own message has no name', () => {
  const system = rowOf({ kind: 'system', text: '有人加入' });
  expect(find(system, 'p.message_system > span.content')?.textContent).toBe('有人加入');
  expect(find(system, '[data-cm]')).toBeNull();
  const own = rowOf({ own: true, text: '收到' });
  expect(find(own, '.message.me .bubble_primary.right')).not.toBeNull();
  expect(find(own, 'h4.nickname')).toBeNull();
});

test('a measuring copy shows the same without the marks of a row', () => {
  const message = feedMessage({ chat: room.NickName, from: '赵敏', text: '好' }, room, contacts);
  const copy = createCopy(message, source);
  expect(copy.hasAttribute('message-directive')).toBe(true);
  expect(copy.hasAttribute('ng-repeat') || copy.classList.contains('clearfix')).toBe(false);
  expect(copy.textContent).toBe(createRow(message, source).element.textContent);
});
