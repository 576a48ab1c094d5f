import { expect, test } from 'vitest';
import { replayedStream } from '../../../scripts/bench-page/stream.ts';

test('a short replay is the beginning of a long one, and every group is opened', () => {
  const short = replayedStream(2000);
  const long = replayedStream(10_000);
  expect(short.steps.flatMap(({ batches }) => batches.flat())).toHaveLength(2000);
  expect(long.steps.slice(0, short.steps.length)).toEqual(short.steps);
  expect(new Set(short.steps.map(({ open }) => open))).toEqual(new Set(short.chats));
});
