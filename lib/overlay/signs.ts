import type { LostReason } from '../messages/protocol';
import { hasWords } from '../sites/page-sketch';
import type { Site } from '../sites/site';
import { isMost, type ReadRow, type RowReader } from './row-reader';

/** Rows of text, or of others, of which one may judge a page. A view of web WeChat holds 8 to 13 rows. */
const ENOUGH_ROWS = 6;
/** Messages of others in a row without a sender. Clients that name a sender once leave out those of one run: tens at most. */
const NAMELESS = 40;
/** Elements with text of their own in a transcript without rows: more than a line that nothing is there, or a few of joining. */
const MUCH_TEXT = 24;
/** Elements with text that look different (name or class): a message has its sender, its time and its words; a line of joining has fewer. */
const KINDS = 3;
/** Elements of a transcript that are looked at. */
const LOOKED_AT = 800;

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
    return reader.reads() === 0 && holdsMuchText(scroller) ? 'messages' : null;
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

/** The transcript plainly holds messages. Copies that a page measures out of sight do not count. */
function holdsMuchText(scroller: Element): boolean {
  const looks = [...scroller.querySelectorAll('*')]
    .slice(0, LOOKED_AT)
    .filter((element) => hasWords(element) && element.checkVisibility({ checkVisibilityCSS: true }))
    .map(({ localName, className }) => `${localName} ${className}`);
  const repeated = looks.filter((look) => looks.filter((other) => other === look).length > KINDS);
  return repeated.length >= MUCH_TEXT && new Set(repeated).size >= KINDS;
}
