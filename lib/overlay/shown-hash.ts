import { type HashKey, hash32With, hashWith } from '../detect/keyed-hash';
import { type HashOf, shownContent } from '../sites/content-hash';

/** How many marks of keys there are: two keys hardly ever share one. */
const MARKS = 0x10000;

/**
 * The hash that says whether a row shows what was judged. It is keyed, or somebody could find a copy of a notice and a text
 * with another deadline that have one hash, post the first, and change it into the second. In front stands a mark of the
 * key: under another one (another installation's, or after its store was lost) nothing can be compared by hashes.
 */
export function shownHash(key: HashKey): HashOf {
  const mark = ((hash32With(key, '') >>> 0) % MARKS).toString(36);
  return (message) => `${mark}-${hashWith(key, shownContent(message))}`;
}
