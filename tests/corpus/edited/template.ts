import type { Random } from '../planted/random.ts';

/**
 * The notation of frames. A frame is read in two steps: first the wording is settled, then slots are filled.
 * - `<a|b>` one of several phrases that say the same; `[a]` a phrase that may be left out;
 * - `{date}` a slot; `{n:2-9:名}` a number with its range and unit, `{n:10-60/5:人}` in steps of 5;
 * - `{~a|b}` one of several wordings that do NOT say the same.
 */
const CHOICE = /<([^>]*)>|\[([^\]]*)\]/g;
const SLOT = /\{([^}]*)\}/g;

/** Settles every choice between phrases. */
export function settleWording(text: string, random: Random): string {
  return text.replace(CHOICE, (_, phrases: string | undefined, optional: string | undefined) => {
    if (phrases !== undefined) return random.pick(phrases.split('|'));
    return random.chance(0.6) ? settleWording(optional ?? '', random) : '';
  });
}

/** A part of a settled wording: words, or the name and the specification of a slot. */
export type Part = { words: string } | { slot: string; detail: string };

/** Splits a settled wording; numbers and wordings are named by their order: n1, n2, w1. */
export function splitWording(wording: string): Part[] {
  const counts = { n: 0, w: 0 };
  return wording.split(SLOT).flatMap((part, index): Part[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ words: part }];
    if (part.startsWith('n:')) return [{ slot: `n${++counts.n}`, detail: part.slice(2) }];
    if (part.startsWith('~')) return [{ slot: `w${++counts.w}`, detail: part.slice(1) }];
    return [{ slot: part, detail: '' }];
  });
}
