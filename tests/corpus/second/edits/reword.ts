import type { Random } from '../../planted/random.ts';
import { type Part, textOf } from '../model.ts';
import { SYNONYM_GROUPS } from '../words/synonym-groups.ts';
import type { Edit } from './edit.ts';

const GROUP_OF = new Map(SYNONYM_GROUPS.flatMap((group) => group.map((word) => [word, group])));
const LONGEST_FIRST = [...GROUP_OF.keys()].sort((one, other) => other.length - one.length);
const ANY_WORD = new RegExp(LONGEST_FIRST.join('|'), 'gu');

/** "…前" behind a day or an hour is as good as "…之前". */
function rewordBefore(parts: readonly Part[], random: Random): Part[] {
  const word = random.pick(['之前', '以前']);
  return parts.map((part, at) => {
    const before = parts[at - 1];
    if (typeof part !== 'string' || before === undefined || typeof before === 'string') return part;
    const timed = before.sort === 'date' || before.sort === 'time';
    return timed && part.startsWith('前') ? word + part.slice(1) : part;
  });
}

function another(random: Random, word: string): string {
  const group = GROUP_OF.get(word) ?? [word];
  return random.pick(group.filter((other) => other !== word));
}

/** Other words for the same; facts are left as they are. */
export const reword: Edit = (parts, { random }) => {
  const share = random.pick([0.25, 0.5, 0.5, 1]);
  const changed = parts.map((part) =>
    typeof part === 'string'
      ? part.replace(ANY_WORD, (word) => (random.chance(share) ? another(random, word) : word))
      : part,
  );
  const unchanged = textOf(changed) === textOf(parts);
  const both = unchanged || random.chance(0.3) ? rewordBefore(changed, random) : changed;
  return textOf(both) === textOf(parts) ? null : both;
};
