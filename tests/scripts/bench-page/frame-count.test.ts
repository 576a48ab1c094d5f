import { expect, test } from 'vitest';
import { createFrameCount } from '../../../scripts/bench-page/frame-count.ts';

/** Frames of one message: o unfolded in the view, x folded, a blank not there. */
function sumsOf(...messages: string[]) {
  const count = createFrameCount();
  const frames = Math.max(...messages.map(({ length }) => length));
  for (let frame = 0; frame < frames; frame++) {
    count.look(
      messages.flatMap((looks, index) => {
        const look = looks[frame] ?? ' ';
        return look === ' ' ? [] : [{ id: `message ${index}`, isFolded: look === 'x' }];
      }),
    );
  }
  return count.sums();
}

test.each([
  ['folded before it is seen', 'xxx', { folded: 1, first: 0, again: 0 }],
  ['seen for two frames until it folds', 'ooxx', { folded: 1, first: 2, again: 0 }],
  ['mounted again, folded at once', 'ox  xx', { folded: 1, first: 1, again: 0 }],
  ['mounted again, painted once before it folds', 'ox  oxx', { folded: 1, first: 1, again: 1 }],
  ['gone unfolded, folded when it is back', 'o  xx', { folded: 1, first: 1, again: 0 }],
  ['never folded', 'ooo ooo', { folded: 0, first: 0, again: 0 }],
  ['opened for good', 'oxxooo', { folded: 1, first: 1, again: 0 }],
])('%s', (_, looks, sums) => {
  expect(sumsOf(looks)).toEqual(sums);
});

test('messages are counted each for itself', () => {
  expect(sumsOf('oxx ox', 'ooox', 'oooo')).toEqual({ folded: 2, first: 4, again: 1 });
});

test('it is handed to a page as it is written', () => {
  const handed: unknown = new Function(`return (${createFrameCount})()`)();
  expect(handed).toHaveProperty('look');
});
