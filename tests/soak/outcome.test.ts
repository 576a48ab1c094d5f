import { beforeEach, expect, test } from 'vitest';
import { judge } from '../../lib/detect/judge.ts';
import { createIndex } from '../../lib/detect/notice-index.ts';
import type { Message } from '../../lib/detect/types.ts';
import { options } from '../detect/fixtures.ts';
import { wrongMessages } from './outcome.ts';
import type { StoredMessage } from './probe.ts';
import { truthOfTalk } from './stream.ts';
import { createTold, type Told } from './told.ts';

let told: Told;
let rows: StoredMessage[];

beforeEach(() => {
  told = createTold();
  rows = ['今天食堂有饺子', '明天我休假'].map((text, index) => {
    const key = `wechat:${index}`;
    const place = { site: 'wechat', chat: '甲', sender: '乙', own: false } as const;
    const message: Message = { key, ...place, time: index, kind: 'text', text };
    told.add(message, truthOfTalk(key));
    const verdict = judge(createIndex(), message, options());
    return { key, recalled: false, excerpt: text, verdict };
  });
});

const whats = () => wrongMessages(rows, told).map(({ what, keys }) => `${what} ${keys}`);

test('as told: nothing is wrong', () => {
  expect(whats()).toEqual([]);
});

test('a message that is missing, or that nobody told', () => {
  const [first, second] = rows as [StoredMessage, StoredMessage];
  rows = [first, { ...second, key: 'wechat:7' }];
  expect(whats()).toEqual(['missing wechat:1', 'nobody told it wechat:7']);
});

test('a message twice', () => {
  rows.push(...rows.slice(0, 1));
  expect(whats()).toEqual(['a message twice ']);
});

test('a verdict that is another', () => {
  const [first] = rows as [StoredMessage];
  first.verdict = { ...first.verdict, isReply: true, demands: ['form'] };
  expect(whats()).toEqual(['verdict wechat:0', 'verdict wechat:0']);
});

test('taken back, and not known as such; or the other way round', () => {
  told.recall('wechat:0');
  expect(whats()).toEqual(['taken back wechat:0']);
  const [first, second] = rows as [StoredMessage, StoredMessage];
  rows = [
    { ...first, recalled: true },
    { ...second, recalled: true },
  ];
  expect(whats()).toEqual(['taken back wechat:1']);
});

test('an edit says what is true from then on, and is told again with its new words', () => {
  told.edit('wechat:0', '对了，明天我休假');
  expect(told.again(0, 2).map(({ text }) => text)).toEqual(['对了，明天我休假', '明天我休假']);
  told.recall('wechat:1');
  expect(told.again(0, 2)).toHaveLength(1);
});
