import { hash53 } from '../../lib/detect/hash.ts';
import { type Matcher, NO_MATCH } from './matcher.ts';
import { plainText } from './plain-text.ts';

/** The floor: the same normalised text, found by its hash. */
export function hashMatcher(): Matcher {
  const known = new Map<string, string>();
  return (message) => {
    const text = plainText(message);
    if (text === '') return NO_MATCH;
    const hash = hash53(text);
    const key = known.get(hash);
    if (key === undefined) {
      known.set(hash, message.key);
      return NO_MATCH;
    }
    const same = { key, similarity: 1 };
    return { nearest: same, copyOf: same };
  };
}
