import { expect, test } from 'vitest';
import { flatnessOf, MOST_GROWN } from './flatness.ts';
import type { Measured } from './player.ts';

const measured = (messages: number, page: number, worked: number, fresh: number): Measured => ({
  ...{ messages, notices: messages / 10 },
  worked: { page, background: worked },
  fresh: { page, background: fresh },
});

test('one measurement says nothing', () => {
  expect(flatnessOf([measured(100, 1, 1, 1)])).toBeNull();
});

test('a page that grew is seen', () => {
  const flat = flatnessOf([measured(100, 50, 10, 10), measured(1000, 60, 10, 10)]);
  expect(flat?.page).toBeCloseTo(0.2);
  expect(flat?.page).toBeGreaterThan(MOST_GROWN);
});

test('the memory of notices may grow; what a background keeps beside it may not', () => {
  const index = flatnessOf([measured(100, 50, 11, 10), measured(1000, 50, 110, 100)]);
  expect(index?.background).toBeCloseTo(0);
  expect(index?.bytesANotice).toBe(1);
  const leak = flatnessOf([measured(100, 50, 11, 10), measured(1000, 50, 150, 100)]);
  expect(leak?.background).toBeGreaterThan(MOST_GROWN);
});
