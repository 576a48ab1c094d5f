import type { Random } from '../../planted/random.ts';
import { SENDERS } from '../posting.ts';
import { COMMENTS } from '../words/passing-on.ts';
import type { Edit } from './edit.ts';
import { fillPhrase } from './wrap.ts';

const RULES = [
  '\n- - - - - - - - - - - - - - -\n',
  '\n------------------------------\n',
  '\n——————————————\n',
  '\n- - - - - - -\n',
  '\n———\n',
  '\n－－－－－－－－\n',
  '\n-------\n',
] as const;

type Frame = (name: string, random: Random) => readonly [string, string];

const FRAMES: Frame[] = [
  (name, random) => [`「${name}：`, `」${random.pick(RULES)}`],
  (name, random) => [`「${name}：`, `」${random.pick(RULES)}`],
  (name, random) => [`「${name}：`, `」${random.pick(RULES)}`],
  (name, random) => [`「${name}: `, `」${random.pick(RULES)}`],
  (name, random) => [`「${name}：\n`, `」${random.pick(RULES)}`],
  (name) => [`「${name}：`, '」\n'],
  (name) => [`“${name}：`, '”\n'],
  (name, random) => [`『${name}：`, `』${random.pick(RULES)}`],
];

/** A notice quoted as chat clients quote it, with or without a word of one's own below. */
export const quote: Edit = (parts, { random }) => {
  const [open, close] = random.pick(FRAMES)(random.pick(SENDERS), random);
  const comment = random.chance(0.85) ? fillPhrase(random, random.pick(COMMENTS)) : '';
  return [open, ...parts, close + comment];
};
