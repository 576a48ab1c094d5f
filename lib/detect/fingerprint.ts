import { mix32 } from './hash.ts';
import { GRAM, WINDOW } from './limits.ts';
import { isFactCode, type Tokens } from './tokens.ts';

/**
 * Winnowed fingerprints of the tokens that are not facts (Schleimer, Wilkerson, Aiken 2003): two texts
 * that share a run of GRAM + WINDOW - 1 tokens share a fingerprint. Distinct, in order. Tokens
 * that are left out by their place in the body count as facts do.
 */
export function fingerprintsOf(tokens: Tokens, isLeftOut?: (start: number) => boolean): number[] {
  return winnow(gramsOf(tokens, isLeftOut));
}

/** Room that every call writes in, as it grew. */
const plain: number[] = [0];

/** Hashes of all runs of GRAM tokens, those that are facts or left out passed over. */
export function gramsOf(
  { codes, starts }: Tokens,
  isLeftOut?: (start: number) => boolean,
): number[] {
  let count = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    if (!isFactCode(code) && !isLeftOut?.(starts[at] as number)) plain[count++] = code;
  }
  const grams: number[] = [];
  for (let at = 0; at + GRAM <= count; at++) {
    let gram = 0;
    for (let step = 0; step < GRAM; step++) {
      gram = mix32(Math.imul(gram, 31) ^ (plain[at + step] as number));
    }
    grams.push(gram);
  }
  return grams;
}

/** The smallest gram of every window, the rightmost of equal ones. */
function winnow(grams: readonly number[]): number[] {
  const chosen = new Set<number>();
  let least = -1;
  for (let end = 0; end < grams.length; end++) {
    const start = Math.max(0, end - WINDOW + 1);
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= end; at++) {
        if ((grams[at] ?? 0) <= (grams[least] ?? 0)) least = at;
      }
    } else if ((grams[end] ?? 0) <= (grams[least] ?? 0)) least = end;
    if (end >= Math.min(WINDOW, grams.length) - 1) chosen.add(grams[least] ?? 0);
  }
  return [...chosen];
}
