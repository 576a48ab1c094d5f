import type { Random } from '../planted/random.ts';
import { fillPhrase } from './edits/wrap.ts';
import { ANSWERS, REMARKS, TALK } from './words/small-talk.ts';

/** Talk of this length said twice would be a copy and not chatter. */
const LONG = 16;

/** Answers, remarks and longer talk; `said` keeps long talk from being said twice. */
export function makeChatter(random: Random, said: Set<string>): string {
  for (;;) {
    const text = fillPhrase(random, drawChatter(random));
    if (text.length < LONG) return text;
    if (said.has(text)) continue;
    said.add(text);
    return text;
  }
}

function drawChatter(random: Random): string {
  const lot = random.next();
  if (lot < 0.5) return random.pick(ANSWERS);
  if (lot < 0.8) return random.pick(REMARKS);
  const opening = random.chance(0.6) ? random.pick(TALK.openings) : '';
  return `${opening}${random.pick(TALK.middles)}${random.pick(TALK.endings)}`;
}
