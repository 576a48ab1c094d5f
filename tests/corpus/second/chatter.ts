import type { Random } from '../planted/random.ts';
import { fillPhrase } from './edits/wrap.ts';
import { ANSWERS, REMARKS, TALK } from './words/small-talk.ts';

/** Answers, remarks and longer talk; `said` keeps long talk from being said twice, which would be a copy. */
export function makeChatter(random: Random, said: Set<string>): string {
  const lot = random.next();
  if (lot < 0.5) return random.pick(ANSWERS);
  const talk = lot < 0.8 ? null : drawTalk(random, said);
  return fillPhrase(random, talk ?? random.pick(REMARKS));
}

/** Null when there is nothing new to talk of. */
function drawTalk(random: Random, said: Set<string>): string | null {
  const opening = random.chance(0.6) ? random.pick(TALK.openings) : '';
  const middle = random.pick(TALK.middles);
  const matter = `${middle}${random.pick(TALK.endings)}`;
  if (said.has(matter)) return null;
  said.add(matter);
  return `${opening}${matter}`;
}
