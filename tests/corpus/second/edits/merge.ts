import type { Random } from '../../planted/random.ts';
import type { Part } from '../model.ts';

const SEPARATORS = [
  '\n\n',
  '\n',
  '\n\n另：',
  '\n另外，',
  '\n\n——————\n\n',
  '\n------------\n',
  '\n==========\n',
  '\n\n第二个通知：\n',
  '\n\n还有一个：',
  '\n\n【通知二】',
  '\n***\n',
  '\n\n\n',
  '\n\n同时通知：',
  '\n\n再说一件事：',
  '\n\n顺便通知一下，',
  '\n• • •\n',
  '\n\n附另一则通知：\n',
  '。\n\n',
] as const;

const NUMBERINGS = [
  ['1、', '\n2、'],
  ['一、', '\n二、'],
  ['1.', '\n2.'],
  ['通知1：', '\n\n通知2：'],
  ['①', '\n②'],
  ['（一）', '\n（二）'],
] as const;

/** Two notices in one message, in either order, by a separator or numbered. */
export function merge(random: Random, one: readonly Part[], second: readonly Part[]): Part[] {
  const [first, last] = random.chance(0.5) ? [one, second] : [second, one];
  if (random.chance(0.2)) {
    const [before, between] = random.pick(NUMBERINGS);
    return [before, ...first, between, ...last];
  }
  return [...first, random.pick(SEPARATORS), ...last];
}
