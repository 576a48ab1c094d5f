import { expect, it } from 'vitest';
import { mentions, timeOfClock } from '../../lib/overlay/message-time';

const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime();

it('takes a clock for the last time that it showed so', () => {
  expect(timeOfClock('9:02', at(2, 10, 0))).toBe(at(2, 9, 2));
  expect(timeOfClock('23:50', at(2, 0, 10))).toBe(at(1, 23, 50));
  expect(timeOfClock('10:03', at(2, 10, 0))).toBe(at(2, 10, 3));
  expect(timeOfClock('以下是新消息', at(2, 10, 0))).toBeNull();
});

it('knows a mention by what ends the name', () => {
  const names = ['林小满'];
  expect(mentions('@林小满\u2005请报送', names)).toBe(true);
  expect(mentions('请报送 @林小满', names)).toBe(true);
  expect(mentions('@林小满，请报送', names)).toBe(true);
  expect(mentions('@林小满意 请报送', names)).toBe(false);
  expect(mentions('林小满请报送', names)).toBe(false);
  expect(mentions('@所有人 请报送', names)).toBe(false);
});
