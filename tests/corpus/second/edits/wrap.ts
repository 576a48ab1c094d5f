import type { Random } from '../../planted/random.ts';
import { OFFICES, SIGNERS } from '../words/audiences.ts';
import { CALLS, CLOSINGS, FORWARD_TAGS, GREETINGS, LEADS } from '../words/passing-on.ts';
import { GIVEN_NAMES, ROLES, SURNAMES, TITLES } from '../words/people.ts';
import type { Edit } from './edit.ts';

/** Fills the marks of a phrase: ◇ somebody, □ an office, ○ a role. */
export function fillPhrase(random: Random, phrase: string): string {
  return phrase
    .replaceAll('◇', () => drawSomebody(random))
    .replaceAll('□', () => drawOffice(random))
    .replaceAll('○', () => random.pick(ROLES));
}

export function drawSomebody(random: Random): string {
  const surname = random.pick(SURNAMES);
  return surname + random.pick(random.chance(0.5) ? TITLES : GIVEN_NAMES);
}

function drawOffice(random: Random): string {
  return random.chance(0.5) ? random.pick(SIGNERS) : random.pick(Object.values(OFFICES).flat());
}

/** 【转发】 and its like. */
export const addForwardTag: Edit = (parts, { random }) => [
  random.pick(FORWARD_TAGS) + random.pick(['', '', '', ' ', '\n']),
  ...parts,
];

/** @所有人 before or behind. */
export const callEverybody: Edit = (parts, { random }) => {
  const call = random.pick(CALLS);
  return random.chance(0.75)
    ? [call + random.pick([' ', '\n', '\u2005', '  ']), ...parts]
    : [...parts, random.pick([' ', '\n', '']) + call];
};

/** A greeting before; often thanks behind as well. */
export const greet: Edit = (parts, { random }) => {
  const greeting = random.pick(GREETINGS) + random.pick(['', '', '\n', ' ']);
  if (random.chance(0.6)) return [greeting, ...parts];
  const closing = random.pick(['', '\n']) + random.pick(CLOSINGS);
  return random.chance(0.6) ? [greeting, ...parts, closing] : [...parts, closing];
};

/** A sentence that says whence the notice comes or that it matters. */
export const leadIn: Edit = (parts, { random }) => [
  fillPhrase(random, random.pick(LEADS)) + random.pick(['', '', '\n']),
  ...parts,
];
