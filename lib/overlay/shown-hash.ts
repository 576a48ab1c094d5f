import { type HashKey, hashWith } from '../detect/keyed-hash';
import { type HashOf, shownContent } from '../sites/content-hash';

/** Characters of the mark of a key: two keys hardly ever share one. */
const MARK = 3;

/**
 * The hash that says whether a row shows what was judged. It is keyed, or somebody could find a copy of a notice and a text
 * with another deadline that have one hash, post the first, and change it into the second. In front stands a mark of the
 * key: under another one (another installation's, or after its store was lost) nothing can be compared by hashes.
 * A row that is not read whole any more does not show what was judged, whatever its words.
 */
export function shownHash(key: HashKey): HashOf {
  const mark = hashWith(key, '').slice(0, MARK);
  return (message) => `${mark}-${hashWith(key, shownContent(message) + (message.oversize ?? ''))}`;
}
