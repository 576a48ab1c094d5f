import { expect, it } from 'vitest';
import { timeOfClock } from '../../lib/sites/clock-time';

const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime();

it('takes a clock for the last time that it showed so', () => {
  expect(timeOfClock('9:02', at(2, 10, 0))).toBe(at(2, 9, 2));
  expect(timeOfClock('23:50', at(2, 0, 10))).toBe(at(1, 23, 50));
  expect(timeOfClock('10:03', at(2, 10, 0))).toBe(at(2, 10, 3));
  expect(timeOfClock('以下是新消息', at(2, 10, 0))).toBeNull();
});
