import type { Settings } from '../default-settings';
import type { JudgedMessage } from '../messages/protocol';
import type { Site } from '../sites/site';
import { type Case, coveringClaim, decide, isBarred, type View } from './decide';
import type { Feed } from './feed';
import type { KnownRow } from './known-rows';
import type { Memory } from './memory';
import type { Openings } from './openings';
import type { Outbox } from './outbox';
import type { Wanted } from './painter';
import type { Transcript } from './transcript';

type Parts = {
  site: Site;
  memory: Memory;
  transcript: Transcript;
  openings: Openings;
  outbox: Outbox;
  feed: Feed;
  /** False where a fold would make a message vanish. */
  mayFold(): boolean;
};

/** What every mounted row should show, and which notices the reader has now had. */
export type Views = {
  wanted(settings: Settings): Wanted[];
  /** Claims the notices of messages shown whole that nobody has claimed; says whether there were any. */
  claim(shownWhole: ReadonlySet<HTMLElement>, settings: Settings): boolean;
  foldedCount(): number;
};

export function createViews(parts: Parts): Views {
  const { site, memory, transcript, openings, outbox, feed, mayFold } = parts;
  const folded = new Set<string>();
  /** What was claimed, and what was known of its notice then. */
  const asked = new Map<string, string>();

  /** The verdict on just what the row shows now; anything else is shown and judged again. */
  function judgedOf({ key, hash }: KnownRow): JudgedMessage | undefined {
    const judged = memory.verdictOf(key);
    return judged?.hash === hash ? judged : undefined;
  }

  function viewOf(row: KnownRow, settings: Settings, now: number): View {
    const judged = judgedOf(row);
    if (!judged) return { show: 'plain' };
    const { notice } = judged.verdict;
    const keys = transcript.runAround(row.key, (key) => isFoldableReply(key, settings, now));
    const the: Case = {
      judged,
      chat: chatOf(row),
      sender: row.read.sender || transcript.senderOf(row.key),
      notice: memory.noticeOf(notice),
      claims: notice === null ? [] : memory.claimsOf(notice),
      run: { keys, names: [...new Set(keys.map(transcript.senderOf))] },
      settings,
      now,
      canFold: canFold(row.key),
    };
    return decide(the);
  }

  /** The page has to know of every fold where it remembers heights, and only its own world can tell it. */
  function canFold(key: string): boolean {
    if (!mayFold()) return false;
    return !site.rememberedHeights || (feed.isAlive() && transcript.toldOf(key) !== undefined);
  }

  function isFoldableReply(key: string, settings: Settings, now: number): boolean {
    const verdict = memory.verdictOf(key)?.verdict;
    if (!verdict?.isReply || isBarred(verdict, now) || !canFold(key)) return false;
    return !settings.neverFold.senders.includes(transcript.senderOf(key));
  }

  function chatOf({ message, key }: KnownRow): string {
    return message?.chat ?? transcript.toldOf(key)?.chat.name ?? '';
  }

  function wantedOf(row: KnownRow, settings: Settings, now: number): Wanted {
    const view = viewOf(row, settings, now);
    const barId = view.show === 'bar' ? view.bar.id : view.show === 'hidden' ? view.barId : '';
    const isOpen = barId !== '' && openings.isOpen(barId);
    if (barId !== '' && !isOpen) noteFolded(row.key);
    const told = transcript.toldOf(row.key);
    const where = { site: site.id, chat: chatOf(row) };
    const place = { key: row.key, ...where, now, isOpen, canJump: canJump(view, row) };
    const id = row.key.slice(site.id.length + 1);
    return { element: row.element, id, sessionId: told?.chat.sessionId ?? null, view, place };
  }

  function canJump(view: View, row: KnownRow): boolean {
    const target =
      view.show === 'bar' ? view.bar.sameAs : view.show === 'chip' ? view.chip.updatedBy : null;
    if (target === null || target.site !== site.id || target.chat !== chatOf(row)) return false;
    // Two groups may bear one name.
    const there = transcript.toldOf(target.key)?.chat.sessionId;
    return there === transcript.toldOf(row.key)?.chat.sessionId;
  }

  function noteFolded(key: string): void {
    if (folded.has(key)) return;
    folded.add(key);
    outbox.addFolded(key);
  }

  function claimRow(row: KnownRow, settings: Settings, now: number): boolean {
    const judged = judgedOf(row);
    const notice = judged?.verdict.notice ?? null;
    if (!judged || !row.message || notice === null) return false;
    const claims = memory.claimsOf(notice);
    if (claims.some(({ key }) => key === row.key)) return false;
    if (coveringClaim({ judged, claims }) || viewOf(row, settings, now).show === 'bar')
      return false;
    const { key, hash, message } = row;
    // A claim that is not confirmed, as of a message that was erased, would be made again with each answer, for ever.
    const state = `${hash} ${memory.noticeOf(notice)?.rev}`;
    if (asked.get(key) === state) return false;
    asked.set(key, state);
    const { site: siteId, chat, sender, time } = message;
    const partial = judged.verdict.partial;
    memory.claimHere(notice, { key, hash, site: siteId, chat, sender, time, partial });
    outbox.addClaim(key, hash);
    return true;
  }

  return {
    wanted: (settings) => {
      const now = Date.now();
      return transcript.rows().map((row) => wantedOf(row, settings, now));
    },
    claim(shownWhole, settings) {
      const now = Date.now();
      const rows = transcript
        .rows()
        .filter(({ element }) => shownWhole.has(element) && element.isConnected);
      return rows.map((row) => claimRow(row, settings, now)).includes(true);
    },
    foldedCount: () => folded.size,
  };
}
