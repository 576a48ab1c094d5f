import type { Mode, Settings } from '../default-settings';
import type { Change, DemandKind, Verdict } from '../detect/types';
import type { Claim, JudgedMessage, NoticeState, Sighting } from '../messages/protocol';

/** What a bar says. The bar stands in for one message, or for a run of replies. */
export type Bar = {
  /** What the open or closed state belongs to: the message's key, or the run's first. */
  id: string;
  kind: 'copy' | 'trace' | 'replies' | 'taught';
  title: string;
  sender: string;
  sameAs: Claim | null;
  /** Further chats that had it, besides this one and that of `sameAs`. */
  alsoIn: Sighting[];
  demands: DemandKind[];
  deadline: number | null;
  done: boolean;
  /** Senders of a run of replies, each once. */
  names: string[];
};

/** What a chip beside an open message says. */
export type Chip = {
  updatedBy: NoticeState['supersededBy'];
  changed: Change[];
  sameAs: Claim | null;
  demands: DemandKind[];
  deadline: number | null;
};

export type View =
  | { show: 'plain' }
  | { show: 'chip'; chip: Chip }
  | { show: 'bar'; bar: Bar }
  /** Inside a folded run, after its first row. */
  | { show: 'hidden'; barId: string };

/** Everything that a decision rests on. */
export type Case = {
  judged: JudgedMessage;
  chat: string;
  sender: string;
  notice: NoticeState | undefined;
  claims: readonly Claim[];
  /** Keys of the run of replies that the message stands in, oldest first; senders of the run, each once. */
  run: { keys: string[]; names: string[] };
  settings: Settings;
  /** Unix ms. */
  now: number;
  /** False where a fold would make the page jump. */
  canFold: boolean;
};

const DAY = 24 * 60 * 60 * 1000;
/** A run of fewer replies stays as it is. */
const SHORTEST_RUN = 3;

/** A notice with hundreds of copies is asked for at each of them. */
const PER_CHAT = new WeakMap<Sighting[], Map<string, Sighting>>();

const PLAIN: View = { show: 'plain' };

/** What the page shows of one message. Pure. When in doubt, nothing folds. */
export function decide(the: Case): View {
  const { settings, judged, now } = the;
  if (isPaused(the)) return PLAIN;
  const { verdict } = judged;
  if (verdict.isReply) return decideReply(the);
  const barred = isBarred(verdict, now) || settings.neverFold.senders.includes(the.sender);
  const canFold = the.canFold && !barred && !the.notice?.supersededBy;
  const mode = (kind: Mode) => strictest(settings.mode, canFold ? kind : strictest(kind, 'mark'));

  const sameAs = coveringClaim(the);
  if (sameAs && mode(settings.kinds.copy) === 'fold') return bar(the, 'copy', sameAs);
  if (verdict.reason === 'user' && verdict.action === 'fold' && mode('fold') === 'fold') {
    return bar(the, 'taught', null);
  }
  if (verdict.traceOnly && verdict.action === 'fold' && mode(settings.kinds.trace) === 'fold') {
    return bar(the, 'trace', null);
  }
  return chip(the, sameAs);
}

/**
 * A copy that the reader has had and that says all that this message says; null when there is none,
 * or when this message is itself such a copy. A cut copy stands in only for others cut alike.
 */
export function coveringClaim({ judged, claims }: Pick<Case, 'judged' | 'claims'>): Claim | null {
  if (judged.verdict.notice === null) return null;
  if (claims.some((claim) => claim.key === judged.key)) return null;
  return claims.find((claim) => !claim.partial || claim.hash === judged.hash) ?? null;
}

function isPaused({ settings, now, judged, chat }: Case): boolean {
  return (
    settings.mode === 'off' ||
    settings.pausedUntil > now ||
    settings.pausedChats.includes(chatKey({ site: siteOf(judged), chat }))
  );
}

function isDueSoon(deadline: number | null, now: number): boolean {
  return deadline !== null && deadline > now && deadline - now < DAY;
}

/** A guard stands against folding it now. */
export function isBarred({ guards, deadline }: Verdict, now: number): boolean {
  return guards.length > 0 || isDueSoon(deadline, now);
}

/** Every message of a run may fold, or it would not be in it; so the first of it bears the bar. */
function decideReply(the: Case): View {
  const { keys, names } = the.run;
  const { mode, kinds } = the.settings;
  const leader = keys[0];
  if (
    strictest(mode, kinds.replies) !== 'fold' ||
    leader === undefined ||
    keys.length < SHORTEST_RUN
  )
    return PLAIN;
  if (leader !== the.judged.key) return { show: 'hidden', barId: leader };
  return { show: 'bar', bar: { ...barOf(the, 'replies', null), names } };
}

function bar(the: Case, kind: Bar['kind'], sameAs: Claim | null): View {
  return { show: 'bar', bar: barOf(the, kind, sameAs) };
}

function barOf(the: Case, kind: Bar['kind'], sameAs: Claim | null): Bar {
  const { judged, notice, sender, chat } = the;
  const told = [chatKey({ site: siteOf(judged), chat }), sameAs && chatKey(sameAs)];
  const others = notice ? [...onePerChat(notice.copies)] : [];
  return {
    id: judged.key,
    kind,
    title: judged.verdict.title,
    sender,
    sameAs,
    alsoIn: others.filter(([chat]) => !told.includes(chat)).map(([, copy]) => copy),
    demands: judged.verdict.demands,
    deadline: judged.verdict.deadline,
    done: judged.done,
    names: [],
  };
}

function onePerChat(copies: Sighting[]): Map<string, Sighting> {
  const known = PER_CHAT.get(copies) ?? new Map(copies.map((copy) => [chatKey(copy), copy]));
  PER_CHAT.set(copies, known);
  return known;
}

/** As in the settings' list of paused chats. */
function chatKey({ site, chat }: Pick<Sighting, 'site' | 'chat'>): string {
  return `${site}:${chat}`;
}

function siteOf({ key }: JudgedMessage): string {
  return key.slice(0, key.indexOf(':'));
}

function chip(the: Case, sameAs: Claim | null): View {
  const { verdict } = the.judged;
  const { kinds } = the.settings;
  if (verdict.guards.includes('own')) return PLAIN;
  const revisions = kinds.revision === 'mark';
  const traces = kinds.trace !== 'off';
  const found: Chip = {
    updatedBy: revisions ? (the.notice?.supersededBy ?? null) : null,
    changed: revisions
      ? [...verdict.changed].sort((one, other) => weight(other) - weight(one))
      : [],
    sameAs: kinds.copy === 'off' ? null : sameAs,
    demands: traces ? verdict.demands : [],
    deadline: verdict.demands.length > 0 && traces ? verdict.deadline : null,
  };
  const says =
    found.updatedBy || found.changed.length > 0 || found.sameAs || found.demands.length > 0;
  return says || isRevision(the, revisions) ? { show: 'chip', chip: found } : PLAIN;
}

/** A chip has room for two changes: deadlines come first, then whatever has an old and a new value. */
function weight({ role, from, to }: Change): number {
  return (role ? 2 : 0) + (from && to ? 1 : 0);
}

function isRevision({ judged }: Case, wanted: boolean): boolean {
  return wanted && judged.verdict.relation === 'revision';
}

const ORDER: readonly Mode[] = ['off', 'mark', 'fold'];

function strictest(one: Mode, other: Mode): Mode {
  return ORDER[Math.min(ORDER.indexOf(one), ORDER.indexOf(other))] ?? 'off';
}
