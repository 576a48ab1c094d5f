import { expect, it } from 'vitest';
import { isStableName } from '../../lib/picker/stable-names';

it.each(
  'text message-text chatTextBody bubble-text context next-row expanded-card external excerpt exchange subject object advanced-item nickname msg-row'.split(
    ' ',
  ),
)('%s is made of words', (name) => {
  expect(isStableName(name)).toBe(true);
});

it.each(
  'css-1q2w3e sc-bdVaJa jsx-123 x1n2onr6 _1e0a457 Row__root___2fJkP bvxkqz iQHggl xjwqz dVSjCO qtzvb hKfxdw xdzk'.split(
    ' ',
  ),
)('%s is made by a tool', (name) => {
  expect(isStableName(name)).toBe(false);
});
