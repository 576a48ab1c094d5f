import type { Random } from '../../planted/random.ts';
import { respell, textOf } from '../model.ts';
import { OTHER_FORMS, TO_TRADITIONAL, TRADITIONAL_WORDS } from '../words/traditional-pairs.ts';
import type { Edit } from './edit.ts';

type Habit = { words: boolean; other: boolean; share: number };

/** How careful the converter is: whole words or single characters, which forms, how much of it. */
function drawHabit(random: Random): Habit {
  return {
    words: random.chance(0.6),
    other: random.chance(0.35),
    share: random.pick([1, 1, 1, 1, 0.9, 0.7, 0.4]),
  };
}

function convert(text: string, random: Random, habit: Habit): string {
  let written = text;
  if (habit.words) {
    for (const [from, to] of TRADITIONAL_WORDS) written = written.replaceAll(from, to);
  }
  return written.replace(/[\u4e00-\u9fff]/gu, (one) => {
    if (habit.share < 1 && !random.chance(habit.share)) return one;
    const traditional = TO_TRADITIONAL.get(one) ?? one;
    return habit.other ? (OTHER_FORMS.get(traditional) ?? traditional) : traditional;
  });
}

/** Traditional characters, by a converter or by an input method that mixes both. */
export const toTraditional: Edit = (parts, { random }) => {
  const habit = drawHabit(random);
  const changed = respell(parts, (text) => convert(text, random, habit));
  return textOf(changed) === textOf(parts) ? null : changed;
};
