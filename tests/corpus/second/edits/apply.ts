import type { EditName } from '../../edited/types.ts';
import type { Random } from '../../planted/random.ts';
import type { Part } from '../model.ts';
import { cut } from './cut.ts';
import type { Edit, EditContext } from './edit.ts';
import { addEmoji } from './emoji.ts';
import { merge } from './merge.ts';
import { repunctuate } from './punctuation.ts';
import { quote } from './quote.ts';
import { reword } from './reword.ts';
import { toTraditional } from './script.ts';
import { sign } from './sign.ts';
import { respace } from './whitespace.ts';
import { changeWidth } from './width.ts';
import { addForwardTag, callEverybody, greet, leadIn } from './wrap.ts';

type Plain = Exclude<EditName, 'truncation' | 'merged'>;

const EDITS: Record<Plain, Edit> = {
  'forward-tag': addForwardTag,
  'at-all': callEverybody,
  greeting: greet,
  signature: sign,
  whitespace: respace,
  width: changeWidth,
  punctuation: repunctuate,
  traditional: toTraditional,
  emoji: addEmoji,
  quotation: quote,
  synonyms: reword,
  'lead-in': leadIn,
};

/** In which order hands touch a notice; within a row the order is chance. */
const ROUNDS: readonly (readonly EditName[])[] = [
  ['synonyms'],
  ['punctuation', 'forward-tag', 'at-all', 'greeting', 'signature', 'emoji', 'lead-in'],
  ['truncation'],
  ['merged'],
  ['quotation'],
  ['whitespace', 'width', 'traditional'],
];

export const EDIT_NAMES: readonly EditName[] = ROUNDS.flat();

export type Edited = {
  parts: Part[];
  /** Those that found something to change. */
  applied: EditName[];
  /** What was left of the notice itself before other notices were set beside it. */
  kept: readonly Part[];
};

/** Applies the edits by name; `second` is the notice that a merge sets beside this one. */
export function applyEdits(
  notice: readonly Part[],
  names: readonly EditName[],
  context: EditContext & { second?: readonly Part[] },
): Edited {
  const edited: Edited = { parts: [...notice], applied: [], kept: notice };
  for (const name of inOrder(names, context.random)) {
    const changed = applyOne(edited.parts, name, context);
    if (!changed) continue;
    if (name === 'truncation') edited.kept = changed;
    edited.parts = changed;
    edited.applied.push(name);
  }
  return edited;
}

/** Somebody cuts a notice before or after it got its greeting and signature. */
function inOrder(names: readonly EditName[], random: Random): EditName[] {
  const early = random.chance(0.5);
  const rounds = early ? [['truncation'] as const, ...ROUNDS] : ROUNDS;
  const ordered = rounds.flatMap((round) => {
    const here = names.filter((name) => round.some((one) => one === name));
    return random.some(here, here.length);
  });
  return [...new Set(ordered)];
}

function applyOne(
  parts: readonly Part[],
  name: EditName,
  context: EditContext & { second?: readonly Part[] },
): Part[] | null {
  if (name === 'truncation') return cut(parts, context.random);
  if (name === 'merged') {
    return context.second ? merge(context.random, parts, context.second) : null;
  }
  return EDITS[name](parts, context);
}
