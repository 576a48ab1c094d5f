import type { LostReason } from '../messages/protocol';
import type { Site } from '../sites/site';
import { isMost, type ReadRow, type RowReader } from './row-reader';

/** Rows of text, or of others, of which one may judge a page. A view of web WeChat holds 8 to 13 rows. */
const ENOUGH_ROWS = 6;
/** Messages of others in a row without a sender. Clients that name a sender once leave out those of one run: tens at most. */
const NAMELESS = 40;

/** What is true at once, and seen before anything is folded. */
export function signAtOnce(
  rows: readonly ReadRow[],
  scroller: HTMLElement | null,
  reader: RowReader,
): LostReason | null {
  const odd = new Set(rows.map((row) => row.odd));
  odd.delete(undefined);
  const messages = rows.filter(({ key }) => key !== null);
  if (reader.isLost() || isMost(odd.size, odd.size + messages.length)) return 'rows';
  // In document order a row is followed by what it holds.
  const isWhole = rows.some(({ element }, at) =>
    [scroller, rows[at + 1]?.element].some((inside) => inside && element.contains(inside)),
  );
  return isWhole ? 'page' : null;
}

/**
 * What the page shows now that an adapter which understands it would not leave so. A single look proves nothing: see
 * `PATIENCE`. Costs some 0.1 ms, and 5 ms for a transcript without rows.
 * @param rows as they were read last
 * @param isStrict in a page that was lost: what would not be enough to give it up is enough not to trust it again
 */
export function signIn(
  site: Site,
  rows: readonly ReadRow[],
  reader: RowReader,
  isStrict: boolean,
): LostReason | null {
  const scroller = site.scroller(document);
  const atOnce = signAtOnce(rows, scroller, reader);
  if (atOnce) return atOnce;
  if (isStrict && reader.errors() * 4 > rows.length) return 'rows';
  const chat = site.openChat(document);
  if (rows.length === 0) {
    if (!chat) return null;
    if (!scroller) return 'transcript';
    // Where messages were read before, a chat without any is one in which only lines stand.
    return reader.reads() === 0 && site.holdsMuchText?.(scroller) ? 'messages' : null;
  }
  const messages = rows.filter((row) => row.key !== null);
  // A feed says where a message belongs also while the page has no name for its chat.
  if (messages.length > 0 && !chat?.name && !(chat && site.openFeed)) return 'chat';
  const doubles = messages.length - new Set(messages.map(({ key }) => key)).size;
  if (doubles > (isStrict ? 0 : 1) && doubles * 4 >= messages.length) return 'ids';
  const texts = messages.filter(({ read }) => read.kind === 'text');
  const empty = texts.filter(({ read }) => read.text === '').length;
  const least = isStrict ? 1 : ENOUGH_ROWS;
  if (texts.length >= least && empty > texts.length * 0.8) return 'texts';
  const isNameless =
    reader.nameless() >= (isStrict ? ENOUGH_ROWS : NAMELESS) &&
    messages.every(({ read }) => read.own || read.sender === '');
  return chat?.isGroup && isNameless ? 'senders' : null;
}
