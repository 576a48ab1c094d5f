import { expect, it } from 'vitest';
import { createChatOrder } from '../../lib/overlay/chat-order';

const isReply = (key: string) => key.startsWith('r');

function ordered(...keys: (string | null)[]) {
  const order = createChatOrder();
  for (const key of keys) order.append('@@a', key);
  return order;
}

it('finds the unbroken run around a message', () => {
  const order = ordered('n1', 'r1', 'r2', 'r3', 'n2', 'r4');
  for (const key of ['r1', 'r2', 'r3']) {
    expect(order.runAround(key, isReply)).toEqual(['r1', 'r2', 'r3']);
  }
  expect(order.runAround('r4', isReply)).toEqual(['r4']);
  expect(order.runAround('n1', isReply)).toEqual([]);
  expect(order.runAround('unknown', isReply)).toEqual([]);
});

it('ends a run at a line that is no message', () => {
  const order = ordered('r1', 'r2', null, 'r3');
  expect(order.runAround('r1', isReply)).toEqual(['r1', 'r2']);
});

it('keeps chats apart and takes each message once', () => {
  const order = ordered('r1', 'r2', 'r1');
  order.append('@@b', 'r9');
  expect(order.runAround('r1', isReply)).toEqual(['r1', 'r2']);
  expect(order.runAround('r9', isReply)).toEqual(['r9']);
});

it('puts a line in the place of a message that was taken back', () => {
  const order = ordered('r1', 'r2', 'r3', 'r4');
  order.drop('r1');
  expect(order.runAround('r2', isReply)).toEqual(['r2', 'r3', 'r4']);
  expect(order.runAround('r1', isReply)).toEqual([]);
  order.drop('r3');
  expect(order.runAround('r2', isReply)).toEqual(['r2']);
});
