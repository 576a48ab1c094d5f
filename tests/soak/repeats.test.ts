import { expect, test } from 'vitest';
import type { Message } from '../../lib/detect/types.ts';
import type { Truth } from '../corpus/planted/truth.ts';
import { repeatsIn } from './repeats.ts';
import { truthOfTalk } from './stream.ts';

const NOTICE: Partial<Truth> = { version: 'a', chain: 'chain' };
const untouched = { isRecalled: () => false, isEdited: () => false };

function stream(...given: (Partial<Truth> & { chat?: string })[]) {
  const messages = given.map(
    ({ chat = '甲' }, index): Message => ({
      ...{ key: `wechat:${index}`, site: 'wechat', chat, sender: '乙', own: false },
      ...{ time: index, kind: 'text', text: `${index}` },
    }),
  );
  const truth = given.map((part, index) => ({ ...truthOfTalk(`wechat:${index}`), ...part }));
  return { chats: [], messages, truth };
}

test('copies of what was had in another chat have to be folded in this one', () => {
  const told = stream({ ...NOTICE, chat: '丙' }, NOTICE, {});
  expect(repeatsIn(told, '甲', ['0'], untouched)).toEqual({ versions: { 1: 'a' }, had: ['a'] });
  expect(repeatsIn(told, '甲', [], untouched)).toEqual({ versions: { 1: 'a' }, had: [] });
});

test('the copy that was had itself, and what may stay open, need not be', () => {
  const kinds: Partial<Truth>[] = [
    ...[{ guards: ['mention' as const] }, { traceOnly: true }, { isReply: true }],
    ...[{ partial: true }, { version: 'b', chain: 'other' }, { version: 'c', chain: 'other' }],
  ];
  const told = stream(NOTICE, ...kinds.map((kind) => ({ ...NOTICE, ...kind })));
  expect(repeatsIn(told, '甲', ['0'], untouched)).toEqual({ versions: {}, had: ['a'] });
});

test('what was taken back or changed stands for nothing', () => {
  const told = stream({ ...NOTICE, chat: '丙' }, NOTICE);
  const touched = { isRecalled: (key: string) => key === 'wechat:0', isEdited: () => false };
  expect(repeatsIn(told, '甲', ['0'], touched).had).toEqual([]);
  const edited = { isRecalled: () => false, isEdited: (key: string) => key === 'wechat:1' };
  expect(repeatsIn(told, '甲', ['0'], edited).versions).toEqual({});
});
