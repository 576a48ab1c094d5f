import type { Random } from '../../planted/random.ts';
import { type Part, textOf } from '../model.ts';

const ENDS = [
  '',
  '',
  '',
  '',
  '…',
  '……',
  '...',
  '。。。',
  '（略）',
  '……（后略）',
  '[展开]',
  '…全文',
  ' …',
  '——',
  '、',
  '（未完）',
  '...查看更多',
] as const;

/** Facts that stay readable when they lose their end; half a date or an amount would be another. */
const SPLITTABLE = new Set(['phone', 'document', 'file', 'mail', 'link']);

/**
 * The first 60 to 90 hundredths of a notice, ended in the middle of a word or with an ellipsis.
 * A fact that is cut is no longer a fact of the result: the caller sees what was lost.
 */
export function cut(parts: readonly Part[], random: Random): Part[] {
  let left = Math.round([...textOf(parts)].length * (0.6 + random.next() * 0.3));
  const kept: Part[] = [];
  for (const part of parts) {
    const characters = [...(typeof part === 'string' ? part : part.text)];
    if (characters.length <= left) {
      kept.push(part);
      left -= characters.length;
      continue;
    }
    if (typeof part === 'string' || SPLITTABLE.has(part.sort)) {
      kept.push(characters.slice(0, left).join(''));
    }
    break;
  }
  return [...kept, random.pick(ENDS)];
}
