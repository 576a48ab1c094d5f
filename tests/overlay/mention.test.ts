import { expect, it } from 'vitest';
import { mentions } from '../../lib/overlay/mention';

it('knows a mention by what ends the name', () => {
  const names = ['林小满'];
  expect(mentions('@林小满\u2005请报送', names)).toBe(true);
  expect(mentions('请报送 @林小满', names)).toBe(true);
  expect(mentions('@林小满，请报送', names)).toBe(true);
  expect(mentions('@林小满意 请报送', names)).toBe(false);
  expect(mentions('林小满请报送', names)).toBe(false);
  expect(mentions('@所有人 请报送', names)).toBe(false);
});
