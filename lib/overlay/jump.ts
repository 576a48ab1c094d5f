import type { Feed } from '../sites/feed';
import type { Site } from '../sites/site';
import type { Transcript } from './transcript';

/** Space left above a message that was jumped to, px. */
const MARGIN = 40;

/** Scrolls to another message of the open chat, when the reader asks for it. */
export function createJump(site: Site, transcript: Transcript, feed: Feed | undefined) {
  let wanted: string | null = null;

  function to(key: string): void {
    const row = transcript.rows().find((known) => known.key === key);
    if (row) {
      row.element.scrollIntoView({ block: 'center' });
      return;
    }
    // Not mounted: only the page's own records know how far it is.
    const chat = transcript.toldOf(key)?.chat.sessionId;
    if (chat === undefined || chat !== transcript.openChat()?.sessionId) return;
    wanted = key.slice(site.id.length + 1);
    feed?.locate(chat, wanted);
    wanted = null;
  }

  function located(id: string, top: number): void {
    const scroller = site.scroller(document);
    if (scroller && id === wanted) scroller.scrollTop = Math.max(0, top - MARGIN);
  }

  return { to, located };
}
