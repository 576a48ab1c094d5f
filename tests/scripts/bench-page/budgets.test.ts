import { expect, test } from 'vitest';
import { BUDGETS, broken, figuresOf, pageFigure } from '../../../scripts/bench-page/budgets.ts';

const FRAMES = { folded: 10, first: 3, again: 0 };
const MET = {
  ...{ single: [19], drawn: [9], burst: [240], turns: [90], stopped: [190], each: 0.2, task: 40 },
  frames: FRAMES,
};

test('figures within the budgets break none', () => {
  expect(broken(figuresOf(MET))).toEqual([]);
});

test.each([
  ['each', { each: 0.31 }],
  ['task', { task: 50.1 }],
  ['single', { single: [21] }],
  ['burst', { burst: [251] }],
  ['stopped', { stopped: [201] }],
  ['again', { frames: { ...FRAMES, again: 1 } }],
])('%s', (name, over) => {
  expect(broken(figuresOf({ ...MET, ...over }))).toEqual([expect.stringContaining(name)]);
});

test('of a hundred arrivals five may be late', () => {
  const late = (count: number) => [
    ...Array.from({ length: 100 - count }, () => 10),
    ...Array.from({ length: count }, () => 30),
  ];
  expect(broken(figuresOf({ ...MET, single: late(5) }))).toEqual([]);
  expect(broken(figuresOf({ ...MET, single: late(7) }))).toHaveLength(1);
});

test('a worker that was not stopped has no figure', () => {
  expect(figuresOf({ ...MET, stopped: [] })).not.toHaveProperty('stopped');
});

test("the page's time is judged where the page is like a real one", () => {
  const added = { each: 1, least: 1, most: 1, percent: BUDGETS.page + 0.1, heap: 0 };
  expect(broken(pageFigure(added, true))).toHaveLength(1);
  expect(broken(pageFigure(added, false))).toEqual([]);
});
