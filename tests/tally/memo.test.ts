import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { createIndex } from '../../lib/detect/notice-index';
import type { JudgeOptions, Message } from '../../lib/detect/types';
import type { Memo } from '../../lib/tally/engine';
import { plantedStream } from '../corpus/planted-stream';
import { bytesOf } from '../detect/fixtures';
import { NOON } from './tally-bench';

const DAY = 24 * 60 * 60 * 1000;

const OPTIONS: JudgeOptions = {
  windowMs: 14 * DAY,
  myNames: [],
  neverFold: { chats: [], senders: [], keywords: [] },
  notCopies: new Set(),
  alwaysFold: new Set(),
};

/** Judges all, and returns the index with what was kept for a log. */
function told(messages: readonly Message[]) {
  const index = createIndex();
  const memos: Memo[] = [];
  for (const message of messages) {
    const verdict = engine.judge(index, message, OPTIONS);
    const memo = engine.remember(index, message, verdict);
    if (memo) memos.push(memo);
  }
  return { index, memos };
}

function replayed(memos: readonly Memo[]) {
  const index = createIndex();
  for (const { message, verdict } of memos) engine.remember(index, message, verdict);
  return index;
}

let keys = 0;

function said(text: string, more: Partial<Message> = {}): Message {
  keys += 1;
  const place = { site: 'wechat', chat: '街道工作群', sender: '张三', own: false };
  return { key: `wechat:${keys}`, time: NOON + keys * 1000, kind: 'text', text, ...place, ...more };
}

test.each([1, 2, 3])('an index made of memos is the index that made them (stream %d)', (seed) => {
  const start = new Date(NOON - 5 * DAY);
  const { messages } = plantedStream(seed, { groups: 10, messages: 1500, start, days: 5 });
  const { index, memos } = told(messages);
  expect(bytesOf(replayed(memos))).toEqual(bytesOf(index));
  expect(memos.length).toBeLessThan(messages.length);
});

test('so it is with relays, answering pictures and notices seen again after weeks', () => {
  const notice = '关于开展秋季校舍加固排查工作的通知，请各社区安排专人负责逐户核对情况。';
  const head = '#接龙\n请各网格报送平安家庭核对进度\n\n';
  const entries = ['甲网格', '乙网格', '丙网格', '丁网格'].map((name, at) => `${at + 1}. ${name}`);
  const messages = [
    said(notice),
    said('', { kind: 'image', image: { key: 'p1' } }),
    said('请大家把现场照片发到群里'),
    said('', { kind: 'image', sender: '李四' }),
    said('', { kind: 'image', sender: '李四', image: { look: '00ff3c18e7c3811c 200x150' } }),
    said('', { kind: 'image', sender: '', image: { look: '00ff3c18e7c3811c 200x150' } }),
    ...entries.map((_, at) => said(head + entries.slice(0, at + 1).join('\n'))),
    said(notice, { time: NOON + 30 * DAY, chat: '网格一群' }),
  ];
  const { index, memos } = told(messages);
  expect(bytesOf(replayed(memos))).toEqual(bytesOf(index));
  const kept = JSON.stringify(memos);
  expect(kept).toContain('校舍加固');
  expect(kept).toContain('甲网格');
  // The index knows a relay by its first list.
  expect(kept).not.toContain('丁网格');
});

test('small talk, answers and what was only asked leave no words', () => {
  const { memos } = told([
    said('今晚我请假去看病'),
    said('收到', { sender: '王五' }),
    said('请大家发一下现场照片', { sender: '赵六' }),
  ]);
  expect(JSON.stringify(memos)).not.toMatch(/看病|收到|照片|王五/);
});

test('a copy under a number is known by it again, from as much of it as its first line', () => {
  const notice = '关于开展秋季校舍加固排查工作的通知，请各社区安排专人负责逐户核对情况。';
  const copy = `【10月15日 通知三】\n${notice}`;
  const messages = [said(notice), said(copy, { chat: '网格一群', sender: '' })];
  const { index, memos } = told(messages);
  expect(bytesOf(replayed(memos))).toEqual(bytesOf(index));
  const kept = memos.at(-1)?.message.text;
  expect(kept).toBe('【10月15日 通知三】');
});
