import { contentHash, hash53 } from '../sites/content-hash';
import type { OpenChat } from '../sites/site';
import type { ReadRow } from './row-reader';

/**
 * Gives messages of a page without ids a key: site, chat, what the row shows of sender and hour, what it says, and
 * which of the alike it is among those mounted, from the top. Of a message that the page shows again, or shows in
 * another place, none is ever made twice; of two that nothing tells apart, one may be missed. No secret goes into it: the
 * same message has the same key in every installation, so that a backup counts it once.
 */
export function withContentKeys(
  site: string,
  chat: OpenChat | null,
  rows: readonly ReadRow[],
): readonly ReadRow[] {
  if (!rows.some((row) => row.key === null && row.unnamed)) return rows;
  const counts = new Map<string, number>();
  return rows.map((row) => {
    if (row.key !== null || !row.unnamed || !chat || chat.name === '') return row;
    const { read, hash } = row.unnamed;
    const alike = hash53([chat.name, read.knownBy, contentHash(read)].join('\u0000'));
    const nth = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, nth);
    return { element: row.element, key: `${site}:like-${alike}-${nth}`, read, hash };
  });
}
