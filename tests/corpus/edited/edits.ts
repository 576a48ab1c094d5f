import type { Random } from '../planted/random.ts';
import { render } from './notices.ts';
import { changePunctuation, changeWhitespace, changeWidth } from './spelling.ts';
import { useSynonyms } from './synonyms.ts';
import { toTraditional } from './traditional.ts';
import { truncate } from './truncate.ts';
import type { EditName, Piece } from './types.ts';
import { decorate, sign, WRAPPERS } from './wrapping.ts';

/** Edits of one notice that keep every fact of it: what may be done to a revision as well. */
export const KEEPING_EDITS = [
  'synonyms',
  'traditional',
  'punctuation',
  'width',
  'whitespace',
  'greeting',
  'signature',
  'emoji',
  'lead-in',
  'forward-tag',
  'at-all',
  'quotation',
] as const satisfies readonly EditName[];

/** The above, and the edit that may drop facts from the end. */
export const COPY_EDITS = ['truncation', ...KEEPING_EDITS] as const satisfies readonly EditName[];

/** What came of a notice, and the edits that really changed it, in the order in which they were made. */
export type Edited = { text: string; applied: EditName[] };

/** Passes a notice on with these edits. `issued` is when it was first posted. */
export function applyEdits(
  pieces: readonly Piece[],
  wanted: readonly EditName[],
  issued: number,
  random: Random,
): Edited {
  const applied: EditName[] = [];
  const made = <T>(name: EditName, before: T, after: T, same: boolean): T => {
    if (same) return before;
    applied.push(name);
    return after;
  };
  let kept = pieces;
  if (wanted.includes('truncation')) {
    const cut = truncate(kept, random);
    kept = made('truncation', kept, cut ?? kept, cut === null);
  }
  if (wanted.includes('synonyms')) {
    const swapped = useSynonyms(kept, random);
    kept = made('synonyms', kept, swapped, render(swapped) === render(kept));
  }
  let text = render(kept);
  for (const name of KEEPING_EDITS) {
    // Whoever cuts a text short does not sign it.
    if (!wanted.includes(name) || (name === 'signature' && applied.includes('truncation')))
      continue;
    const next = rewrite(name, text, issued, random);
    text = made(name, text, next, next === text);
  }
  return { text, applied };
}

function rewrite(
  name: (typeof KEEPING_EDITS)[number],
  text: string,
  issued: number,
  random: Random,
): string {
  switch (name) {
    case 'synonyms':
      return text;
    case 'traditional':
      return toTraditional(text);
    case 'punctuation':
      return changePunctuation(text, random);
    case 'width':
      return changeWidth(text, random);
    case 'whitespace':
      return changeWhitespace(text, random);
    case 'signature':
      return sign(text, issued, random);
    case 'emoji':
      return decorate(text, random);
    default:
      return WRAPPERS[name](text, random);
  }
}

/** How two notices are put into one message. */
export function mergeTexts(first: string, second: string, random: Random): string {
  return random.pick([
    `${first}\n\n${second}`,
    `${first}\n——————\n${second}`,
    `${first}\n\n另：${second}`,
    `通知一：${first}\n\n通知二：${second}`,
  ]);
}
