import { expect, test } from 'vitest';
import { replaysOf, secondsOf, type Wish } from '../../../scripts/bench-page/plan.ts';

const WISH: Wish = {
  counts: [10_000, 2000],
  variants: ['without', 'ours'],
  runs: null,
  withCosts: true,
  withFolds: false,
};

test('variants take turns; only the first round goes on to the highest count', () => {
  expect(replaysOf({ isLifelike: true }, { ...WISH, runs: 2 })).toEqual([
    { variant: 'without', counts: [2000, 10_000] },
    { variant: 'ours', counts: [2000, 10_000] },
    { variant: 'without', counts: [2000] },
    { variant: 'ours', counts: [2000] },
  ]);
});

test('where the share of time is judged there are three rounds, else one', () => {
  expect(replaysOf({ isLifelike: true }, WISH)).toHaveLength(6);
  expect(replaysOf({ isLifelike: false }, WISH)).toHaveLength(2);
});

test('what is not asked for takes no time', () => {
  const none = { ...WISH, withCosts: false };
  expect(replaysOf({ isLifelike: true }, none)).toEqual([]);
  expect(secondsOf({ isLifelike: true }, none)).toBe(0);
  const short = secondsOf({ isLifelike: false }, { ...WISH, counts: [2000] });
  expect(short).toBeLessThan(secondsOf({ isLifelike: false }, WISH));
});
