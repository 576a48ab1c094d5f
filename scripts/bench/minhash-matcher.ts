import { LshIndex, Minhash } from 'minhash';
import { digitRuns } from './digit-runs.ts';
import { type Match, type Matcher, type Near, NO_MATCH } from './matcher.ts';
import { plainText } from './plain-text.ts';

const PERMUTATIONS = 128;
const BAND = 4;
const GRAM = 3;

/** What is kept of a message: of a signature its values only, so that the memory is the method's. */
type Kept = { key: string; signature: Pick<Minhash, 'seed' | 'hashvalues'>; digits: string };

/**
 * MinHash with locality-sensitive hashing over the character 3-grams of the normalised text.
 * @param sameDigits a copy must state the very same runs of digits
 */
export function minhashMatcher(sameDigits: boolean): Matcher {
  const bands = new LshIndex({ bandSize: BAND });
  const known: Kept[] = [];
  return (message) => {
    const text = plainText(message);
    if (text === '') return NO_MATCH;
    const signature = signatureOf(text);
    const digits = sameDigits ? digitRuns(text) : '';
    // The package answers only for what it holds.
    bands.insert(known.length, signature);
    const match = best(known, bands.query(signature), signature, digits);
    const { seed, hashvalues } = signature;
    known.push({ key: message.key, signature: { seed, hashvalues }, digits });
    return match;
  };
}

function signatureOf(text: string): Minhash {
  const signature = new Minhash({ numPerm: PERMUTATIONS });
  const grams = new Set<string>();
  for (let at = 0; at < Math.max(1, text.length - GRAM + 1); at++) {
    grams.add(text.slice(at, at + GRAM));
  }
  for (const gram of grams) signature.update(gram);
  return signature;
}

/** The most alike, the newest of several: of all, and of those with the same digits. */
function best(
  known: readonly Kept[],
  candidates: readonly string[],
  signature: Minhash,
  digits: string,
): Match {
  let nearest: Near | null = null;
  let copyOf: Near | null = null;
  for (const candidate of candidates) {
    const kept = known[Number(candidate)];
    if (!kept) continue;
    const similarity = signature.jaccard(kept.signature);
    const near = { key: kept.key, similarity };
    if (similarity >= (nearest?.similarity ?? 0)) nearest = near;
    if (kept.digits === digits && similarity >= (copyOf?.similarity ?? 0)) copyOf = near;
  }
  return { nearest, copyOf };
}
