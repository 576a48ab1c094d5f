import type { Settings } from '../default-settings';
import type { JudgedMessage } from '../messages/protocol';
import type { Feed } from '../sites/feed';
import type { Site } from '../sites/site';
import { coveringClaim, decide, isBarred, type View } from './decide';
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
  feed: Feed | undefined;
  /** False where a fold would make a message vanish. */
  mayFold(): boolean;
};

/** What every mounted row should show, and which notices the reader has now had. */
export type Views = {
  /** Of a row for which nothing has changed since the last call: the same object. */
  wanted(settings: Settings): Wanted[];
  /** Claims the notices of messages shown whole that nobody has claimed; says whether there were any. */
  claim(shownWhole: ReadonlySet<HTMLElement>, settings: Settings): boolean;
  foldedCount(): number;
};

/** Keys of the run of replies that a message stands in, oldest first; senders of the run, each once. */
type Run = { keys: string[]; names: string[] };

/** One look at all rows. */
type Look = { settings: Settings; now: number; runs: Map<string, Run> };

/** A view, and everything that it was decided on: the same things lead to the same view. */
type Decided = { basis: readonly unknown[]; view: View; wanted?: Wanted };

const NO_RUN: Run = { keys: [], names: [] };
/** What a bar says of time is told by the minute, ms. */
const MINUTE = 60_000;

export function createViews(parts: Parts): Views {
  const { site, memory, transcript, openings, outbox, feed, mayFold } = parts;
  const folded = new Set<string>();
  const decided = new WeakMap<HTMLElement, Decided>();
  let lastRuns: ReadonlyMap<string, Run> = new Map();
  /** What was claimed, and what was known of its notice then. */
  const asked = new Map<string, string>();

  /** The verdict on just what the row shows now; anything else is shown and judged again. */
  function judgedOf({ key, hash }: KnownRow): JudgedMessage | undefined {
    const judged = memory.verdictOf(key);
    return judged?.hash === hash ? judged : undefined;
  }

  function decidedOf(row: KnownRow, look: Look): Decided {
    const { settings, now } = look;
    const judged = judgedOf(row);
    const notice = judged?.verdict.notice ?? null;
    const known = {
      notice: memory.noticeOf(notice),
      claims: memory.claimsOf(notice),
      chat: chatOf(row),
      sender: row.read.sender || transcript.senderOf(row.key),
      run: judged?.verdict.isReply ? runAround(row.key, look) : NO_RUN,
      settings,
      canFold: canFold(row.key),
    };
    const times = [
      Math.floor(now / MINUTE),
      settings.pausedUntil > now,
      judged && isBarred(judged.verdict, now),
    ];
    const basis = [row, judged, ...Object.values(known), ...times];
    const old = decided.get(row.element);
    if (old && isSame(old.basis, basis)) return old;
    const view: View = judged ? decide({ ...known, judged, now }) : { show: 'plain' };
    const found = { basis, view };
    decided.set(row.element, found);
    return found;
  }

  /** One object for all messages of a run, and the same as before while it has not changed. */
  function runAround(key: string, { settings, now, runs }: Look): Run {
    const known = runs.get(key);
    if (known) return known;
    const keys = transcript.runAround(key, (each) => isFoldableReply(each, settings, now));
    const names = [...new Set(keys.map(transcript.senderOf))];
    const before = keys.map((each) => lastRuns.get(each)).find(Boolean);
    const isOld = before && isSame(before.keys, keys) && isSame(before.names, names);
    const run = isOld ? before : { keys, names };
    // The bar goes on open, or closed, where another message leads the run now.
    const [led = '', leads = ''] = [before?.keys[0], keys[0]];
    if (led !== '' && openings.isOpen(led) !== openings.isOpen(leads)) openings.toggle(leads);
    for (const each of keys) runs.set(each, run);
    return run;
  }

  /** The page has to know of every fold where it remembers heights, and only its own world can tell it. */
  function canFold(key: string): boolean {
    if (!mayFold()) return false;
    return (
      !site.rememberedHeights || (feed?.isAlive() === true && transcript.toldOf(key) !== undefined)
    );
  }

  function isFoldableReply(key: string, settings: Settings, now: number): boolean {
    const judged = memory.verdictOf(key);
    // One that says something else by now is none, and leads no run.
    if (!judged || !transcript.says(key, judged.hash)) return false;
    const { verdict } = judged;
    if (!verdict.isReply || isBarred(verdict, now) || !canFold(key)) return false;
    return !settings.neverFold.senders.includes(transcript.senderOf(key));
  }

  function chatOf({ message, key }: KnownRow): string {
    return message?.chat ?? transcript.toldOf(key)?.chat.name ?? '';
  }

  function wantedOf(row: KnownRow, look: Look): Wanted {
    const of = decidedOf(row, look);
    const { view, wanted: old } = of;
    const barId = view.show === 'bar' ? view.bar.id : view.show === 'hidden' ? view.barId : '';
    const isOpen = barId !== '' && openings.isOpen(barId);
    if (barId !== '' && !isOpen) noteFolded(row.key);
    const sessionId = transcript.toldOf(row.key)?.chat.sessionId ?? null;
    const jumps = canJump(view, row);
    const isOld = old && old.place.isOpen === isOpen && old.place.canJump === jumps;
    if (isOld && old.sessionId === sessionId) return old;
    const { key, element } = row;
    const where = { site: site.id, chat: chatOf(row) };
    const place = { key, ...where, now: look.now, isOpen, canJump: jumps };
    of.wanted = { element, id: key.slice(site.id.length + 1), sessionId, view, place };
    return of.wanted;
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

  function claimRow(row: KnownRow, look: Look): boolean {
    const judged = judgedOf(row);
    const notice = judged?.verdict.notice ?? null;
    if (!judged || !row.message || notice === null) return false;
    const claims = memory.claimsOf(notice);
    if (claims.some(({ key }) => key === row.key)) return false;
    if (coveringClaim({ judged, claims }) || decidedOf(row, look).view.show === 'bar') return false;
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

  function look(settings: Settings): Look {
    return { settings, now: Date.now(), runs: new Map() };
  }

  return {
    wanted(settings) {
      const now = look(settings);
      const rows = transcript.rows().map((row) => wantedOf(row, now));
      lastRuns = now.runs;
      return rows;
    },
    claim(shownWhole, settings) {
      const now = look(settings);
      const rows = transcript.rows().filter(({ element }) => shownWhole.has(element));
      return rows.map((row) => claimRow(row, now)).includes(true);
    },
    foldedCount: () => folded.size,
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
