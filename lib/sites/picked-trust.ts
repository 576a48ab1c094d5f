import { contentHash, hash53 } from './content-hash';
import { type PickedSite, pickedSite } from './picked';
import type { PickedDefinition } from './picked-definition';

/** What a message said and the id that it had: hashes, so that nothing of the chat is kept. */
export type SeenId = readonly [content: string, id: string];

/** Rows that are looked at, and ids that are kept from visit to visit. */
const LOOKED_AT = 40;
export const MAX_SEEN = 80;
/** Messages whose id must have changed, with none that kept it, before ids are no longer trusted. */
const ENOUGH = 2;

/** The ids of the last messages of an open page. */
export function seenIds(site: PickedSite, document: Document): SeenId[] {
  return site
    .rows(document)
    .slice(-LOOKED_AT)
    .flatMap((row) => {
      const message = site.read(row);
      if (!message || message.id === null) return [];
      return [
        [hash53(`${message.sender}\u0000${contentHash(message)}`), hash53(message.id)] as const,
      ];
    });
}

/** The same messages had other ids when the page was seen last: the page makes them anew, and each would count again. */
export function haveChanged(before: readonly SeenId[], now: readonly SeenId[]): boolean {
  const known = once(before);
  let same = 0;
  let other = 0;
  for (const [content, id] of once(now)) {
    const last = known.get(content);
    if (last === undefined) continue;
    if (last === id) same++;
    else other++;
  }
  return same === 0 && other >= ENOUGH;
}

/** Of words that were said twice nothing tells which is meant. */
function once(seen: readonly SeenId[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [content] of seen) counts.set(content, (counts.get(content) ?? 0) + 1);
  return new Map(seen.filter(([content]) => counts.get(content) === 1));
}

/**
 * The adapters of a definition: with the page's ids as long as they are the same at each visit, else without.
 * @param note is told the ids of an open page when it is recognised
 */
export function trustedSites(
  definition: PickedDefinition,
  before: readonly SeenId[],
  note: (seen: SeenId[], isTrusted: boolean) => void,
): PickedSite[] {
  const { messageId, ...rest } = definition;
  const without = pickedSite(rest);
  if (!messageId) return [without];
  const site = pickedSite(definition);
  let isTrusted: boolean | null = null;
  const isHere = (document: Document) => {
    if (isTrusted === false || !site.isHere(document)) return false;
    if (isTrusted === null) {
      const now = seenIds(site, document);
      isTrusted = !haveChanged(before, now);
      note(now, isTrusted);
    }
    return isTrusted;
  };
  return [{ ...site, isHere }, without];
}
