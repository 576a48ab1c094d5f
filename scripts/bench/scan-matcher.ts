import { distance } from 'fastest-levenshtein';
import similarity from 'string-similarity';
import { type Matcher, type Near, NO_MATCH } from './matcher.ts';
import { plainText } from './plain-text.ts';

/** Compares every text with every text before it; of several that are as alike the newest counts. */
function scanMatcher(alike: (one: string, other: string) => number): Matcher {
  const known: { key: string; text: string }[] = [];
  return (message) => {
    const text = plainText(message);
    if (text === '') return NO_MATCH;
    let nearest: Near | null = null;
    for (const { key, text: earlier } of known) {
      const likeness = alike(text, earlier);
      if (likeness >= (nearest?.similarity ?? 0)) nearest = { key, similarity: likeness };
    }
    known.push({ key: message.key, text });
    return { nearest, copyOf: nearest };
  };
}

/** Edit distance against the longer text. */
export function levenshteinMatcher(): Matcher {
  return scanMatcher(
    (one, other) => 1 - distance(one, other) / Math.max(one.length, other.length, 1),
  );
}

/** Dice's coefficient of character pairs. */
export function diceMatcher(): Matcher {
  return scanMatcher((one, other) => similarity.compareTwoStrings(one, other));
}
