import { expect, it } from 'vitest';
import type { Claim, NoticeState } from '../../lib/messages/protocol';
import { createMemory } from '../../lib/overlay/memory';

const claim = (key: string): Claim => ({
  key,
  site: 's',
  chat: 'c',
  sender: '',
  time: 1,
  hash: 'h',
  partial: false,
});

function state(rev: number, claims: Claim[]): NoticeState {
  return { notice: 'n', rev, title: '', claims, copies: [], chats: 1, supersededBy: null };
}

it('ignores a state that is older than what is known', () => {
  const memory = createMemory();
  memory.take({ verdicts: [], notices: [state(5, [])] });
  memory.take({ verdicts: [], notices: [state(4, [claim('a')])] });
  expect(memory.claimsOf('n')).toEqual([]);
});

it('holds a claim of its own at once, and lets go of it when the background has refused it', () => {
  const memory = createMemory();
  memory.claimHere('n', claim('a'));
  memory.take({ verdicts: [], notices: [state(1, [])] });
  expect(memory.claimsOf('n').map(({ key }) => key)).toEqual(['a']);
  memory.dropClaim('a');
  expect(memory.claimsOf('n')).toEqual([]);
});

it('counts a claim once when the background has kept it', () => {
  const memory = createMemory();
  memory.claimHere('n', claim('a'));
  memory.take({ verdicts: [], notices: [state(1, [claim('a')])] });
  expect(memory.claimsOf('n').map(({ key }) => key)).toEqual(['a']);
});

it('hands out the same list until a claim is made, confirmed or dropped', () => {
  const memory = createMemory();
  const keys = () => memory.claimsOf('n').map(({ key }) => key);
  expect(memory.claimsOf('n')).toBe(memory.claimsOf('n'));
  memory.claimHere('n', claim('a'));
  expect(keys()).toEqual(['a']);
  memory.take({ verdicts: [], notices: [state(1, [claim('b')])] });
  expect(keys()).toEqual(['b', 'a']);
  const list = memory.claimsOf('n');
  memory.dropClaim('c');
  expect(memory.claimsOf('n')).toBe(list);
  memory.dropClaim('a');
  expect(keys()).toEqual(['b']);
});
