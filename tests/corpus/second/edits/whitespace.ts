import type { Random } from '../../planted/random.ts';
import { type Part, respell, textOf } from '../model.ts';
import type { Edit } from './edit.ts';

const HAN = '[\\u4e00-\\u9fff]';
const BETWEEN_HAN = new RegExp(`(?<=${HAN})(?=${HAN})`, 'gu');

type Change = (text: string, random: Random) => string;

/** A gap between some pairs of characters, never within a figure. */
function sprinkle(text: string, random: Random, gap: string, share: number): string {
  return text.replace(BETWEEN_HAN, () => (random.chance(share) ? gap : ''));
}

const CHANGES: Change[] = [
  (text) => text.replace(/。(?!$)/gu, '。\n'),
  (text) => text.replace(/。(?!$)/gu, '。\n\n'),
  (text) => text.replace(/([。；])(?!$)/gu, '$1\n'),
  (text) => text.replace(/([，。])/gu, '$1 '),
  (text) => text.replace(/：/gu, '： '),
  (text) => text.replace(/：(?=[\u4e00-\u9fff])/u, '：\n'),
  (text) => text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/gu, ' '),
  (text) => text.replace(/\n/gu, ' '),
  (text) => text.replace(/\n/gu, '\n\n'),
  (text) => text.replace(/[ \n]/gu, ''),
  (text) => text.replace(/，/gu, '，\u3000'),
  (text) => text.replace(/(通知|联系人|时间|地点)/gu, (word) => [...word].join(' ')),
  (text) => text.replace(/([（《])/gu, ' $1').replace(/([）》])/gu, '$1 '),
  (text, random) => sprinkle(text, random, ' ', 0.04),
  (text, random) => sprinkle(text, random, '\u200b', 0.08),
  (text, random) => sprinkle(text, random, '\u00a0', 0.03),
  (text, random) => sprinkle(text, random, '  ', 0.02),
  (text, random) => sprinkle(text, random, '\n', 0.012),
];

const FRAMES: ((parts: Part[]) => Part[])[] = [
  (parts) => ['\u3000\u3000', ...parts],
  (parts) => ['    ', ...parts, '  '],
  (parts) => ['\n', ...parts, '\n\n'],
  (parts) => [...parts, ' '],
];

/** Blanks and line ends where the notice had none, or the other way round. */
export const respace: Edit = (parts, { random }) => {
  const before = textOf(parts);
  for (const change of random.some(CHANGES, 4)) {
    const changed = respell(parts, (text) => change(text, random));
    if (textOf(changed) !== before) return random.chance(0.2) ? frame(changed, random) : changed;
  }
  return frame([...parts], random);
};

function frame(parts: Part[], random: Random): Part[] {
  return random.pick(FRAMES)(parts);
}
