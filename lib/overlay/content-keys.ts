import type { OpenChat, Site } from '../sites/site';
import type { ReadRow } from './row-reader';

/**
 * Gives messages of a page without ids a key: site, chat, what the row shows of sender and hour, what it says, and
 * which of the alike it is among those mounted, from the top. Of a message that the page shows again, or shows in
 * another place, none is ever made twice; of two that nothing tells apart, one may be missed.
 */
export function withContentKeys(
  site: Pick<Site, 'id' | 'likenessOf'>,
  chat: OpenChat | null,
  rows: readonly ReadRow[],
): readonly ReadRow[] {
  if (!rows.some(({ unnamed }) => unnamed)) return rows;
  const counts = new Map<string, number>();
  return rows.map((row) => {
    if (!row.unnamed || !chat?.name) return row;
    const { read, hash } = row.unnamed;
    const alike = site.likenessOf?.(chat.name, read);
    if (alike === undefined) return row;
    const nth = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, nth);
    return { element: row.element, key: `${site.id}:like-${alike}-${nth}`, read, hash };
  });
}
