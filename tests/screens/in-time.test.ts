import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTime } from '../../lib/screens/in-time';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is read in time is given, and nothing is waited for longer', async () => {
  const reading = new Promise((resolve) => setTimeout(resolve, 99, 'figures'));
  const given = inTime(reading, 100);
  await vi.advanceTimersByTimeAsync(99);
  expect(await given).toBe('figures');
});

test('what takes longer, or fails, is not there', async () => {
  const given = inTime(new Promise(() => {}), 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(await given).toBeUndefined();
  expect(await inTime(Promise.reject(new Error('blocked')), 100)).toBeUndefined();
});
