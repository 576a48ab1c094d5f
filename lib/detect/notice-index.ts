import { type Analysis, analyse, analysePart } from './analysis.ts';
import { canonicalFileName, canonicalUrl } from './attachment.ts';
import type { Settled } from './burst.ts';
import { type ChatContext, contextWithout, settledIn, withMessage } from './chat-context.ts';
import { laterVersionOf } from './late-original.ts';
import {
  ANALYSES_KEPT,
  CHAT_NOTICES,
  PLACES_KEPT,
  POSTINGS_KEPT,
  RELAY_LASTS,
  RELAYS_KEPT,
} from './limits.ts';
import { continues, type Relay, relayOf } from './relay.ts';
import type { Message, Verdict } from './types.ts';
import { ownHeader, type Version, versionOf } from './version.ts';

/** What the judge remembers. Change it through `remember`, `forget` and `expire` only. */
export type NoticeIndex = {
  versions: Map<string, Version>;
  /** Ids of versions by what they share, oldest first. Ids of forgotten versions are skipped when read. */
  exact: Map<string, string[]>;
  files: Map<string, string[]>;
  links: Map<string, string[]>;
  images: Map<string, string[]>;
  headers: Map<string, string[]>;
  chats: Map<string, string[]>;
  /** Ordinals of versions by fingerprint, oldest first. */
  prints: Map<number, number[]>;
  ordinals: Map<number, Version>;
  /** The next ordinal. */
  ordinal: number;
  /** Relay lists by chat and head, the first list of each round, oldest first. */
  relays: Map<string, KnownRelay[]>;
  /** What was asked and posted lately, by chat. */
  contexts: Map<string, ChatContext>;
  /** Analyses of versions that were compared lately. */
  analyses: Map<string, Analysis>;
};

/** The first list of a relay; `time`: Unix ms of the last list that continued it. */
type KnownRelay = { id: string; time: number; entries: string[] };

/** Plain data that `restoreIndex` makes an index of; can be cloned and stored. */
export type IndexSnapshot = {
  format: 2;
  versions: Version[];
  relays: [string, KnownRelay[]][];
  contexts: [string, ChatContext][];
};

/** An index that knows nothing. */
export function createIndex(): NoticeIndex {
  return {
    versions: new Map(),
    exact: new Map(),
    files: new Map(),
    links: new Map(),
    images: new Map(),
    headers: new Map(),
    chats: new Map(),
    prints: new Map(),
    ordinals: new Map(),
    ordinal: 1,
    relays: new Map(),
    contexts: new Map(),
    analyses: new Map(),
  };
}

/** Takes in a judged message. To remember the same message twice changes nothing. */
export function remember(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const relay = relayOf(message);
  if (relay) rememberRelay(index, relay, message);
  const chat = chatKey(message);
  const before = index.contexts.get(chat);
  const repeats =
    verdict.relation === 'copy' ? index.versions.get(verdict.notice ?? '') : undefined;
  const context = withMessage(before, message, verdict, repeats?.came ?? null);
  if (context && context !== before) {
    index.contexts.set(chat, context);
    noteAttachments(index, context);
  }
  if (verdict.notice === null) return;
  if (verdict.notice !== message.key) {
    const version = index.versions.get(verdict.notice);
    if (version && verdict.guards.includes('too-old')) {
      version.seen = Math.max(version.seen, message.time);
    }
    if (version) rememberPlace(index, version, message);
    return;
  }
  if (index.versions.has(message.key)) return;
  const revises = verdict.relation === 'revision' ? verdict.of : null;
  const version = versionOf(message, revises);
  add(index, version);
  if (context) noteAttachments(index, context);
  if (index.analyses.size < ANALYSES_KEPT) index.analyses.set(message.key, analyse(message));
  const target = revises === null ? undefined : index.versions.get(revises);
  if (target) target.superseded = true;
  if (verdict.reason === EARLIER) linkLater(index, version, message);
}

/** Keeps with a version what came with the text that it was first seen in. */
function noteAttachments(index: NoticeIndex, { bursts }: ChatContext): void {
  for (const { id, keys } of bursts?.texts ?? []) {
    const version = keys.length > 0 ? index.versions.get(id) : undefined;
    if (version) version.came = keys;
  }
}

/** Which copies a message settles that are remembered: whether what came with them is what came with their notice. */
export function settled(index: NoticeIndex, message: Message): Settled[] {
  return settledIn(index.contexts.get(chatKey(message)), message);
}

/** The same at the end of its burst, when nothing told it before: nothing more came. */
export function settledAtEnd(index: NoticeIndex, message: Message, end: number): boolean {
  const { site, chat, sender, own } = message;
  const later: Message = { key: '', site, chat, sender, own, time: end, kind: 'text', text: '' };
  return settled(index, later).find(({ id }) => id === message.key)?.sameAttachments ?? true;
}

/** Reason of a verdict on a notice of which a later version is known already. */
export const EARLIER = 'earlier-version';

function linkLater(index: NoticeIndex, version: Version, message: Message): void {
  const later = laterVersionOf(index, analyse(message), (one) => analysisOf(index, one));
  if (!later) return;
  version.superseded = true;
  later.revises ??= version.id;
}

/** Notes that a version is known in the chat of its copy, so that what is said of it there finds it. */
function rememberPlace(index: NoticeIndex, version: Version, message: Message): void {
  const places = version.places ?? [];
  if (places.length >= PLACES_KEPT) return;
  const place = placeOf(chatKey(message), ownHeader(analyse(message)));
  if (places.includes(place) || place === placeOf(chatKey(version), version.header)) return;
  addPlace(index, version, place);
  version.places = [...places, place];
}

const NUMBER_MARK = '\u0000';

function placeOf(chat: string, header: string | null): string {
  return `${chat}${NUMBER_MARK}${header ?? ''}`;
}

function addPlace(index: NoticeIndex, { id }: Version, place: string): void {
  const chat = place.slice(0, place.indexOf(NUMBER_MARK));
  if (!index.chats.get(chat)?.includes(id)) push(index.chats, chat, id, CHAT_NOTICES);
  if (!place.endsWith(NUMBER_MARK)) push(index.headers, place, id);
}

/** The living versions that were posted in a chat under a numbered head, newest first. */
export function numbered(index: NoticeIndex, chat: string, header: string): Version[] {
  return living(index, index.headers.get(placeOf(chat, header)));
}

function rememberRelay(index: NoticeIndex, relay: Relay, message: Message): void {
  const known = relayContinuedBy(index, relay, message);
  const list = index.relays.get(relay.key) ?? [];
  if (known) known.time = Math.max(known.time, message.time);
  else if (!list.some(({ id }) => id === message.key)) {
    const opened = { id: message.key, time: message.time, entries: relay.entries };
    index.relays.set(relay.key, [...list, opened].slice(-RELAYS_KEPT));
  }
}

/** The relay that a list continues, or undefined: it opens one. */
export function relayContinuedBy(
  index: NoticeIndex,
  relay: Relay,
  message: Message,
): KnownRelay | undefined {
  return index.relays
    .get(relay.key)
    ?.findLast(
      (known) =>
        known.id !== message.key &&
        Math.abs(message.time - known.time) <= RELAY_LASTS &&
        continues(relay, known.entries),
    );
}

/** Takes a version out: nothing will be a copy or a revision of it. */
export function forget(index: NoticeIndex, noticeId: string): void {
  const version = index.versions.get(noticeId);
  index.versions.delete(noticeId);
  index.analyses.delete(noticeId);
  for (const [key, list] of index.relays) {
    if (list.some(({ id }) => id === noticeId)) {
      index.relays.set(
        key,
        list.filter(({ id }) => id !== noticeId),
      );
    }
  }
  for (const [chat, context] of index.contexts) {
    index.contexts.set(chat, contextWithout(context, noticeId));
  }
  if (!version?.revises) return;
  const target = index.versions.get(version.revises);
  if (target) target.superseded = isRevised(index, target.id);
}

function isRevised(index: NoticeIndex, id: string): boolean {
  for (const version of index.versions.values()) if (version.revises === id) return true;
  return false;
}

/** Forgets every version and relay last seen before a Unix time in milliseconds. */
export function expire(index: NoticeIndex, beforeMs: number): void {
  const kept = [...index.versions.values()].filter((version) => version.seen >= beforeMs);
  const relays = [...index.relays].map(
    ([key, list]) => [key, list.filter(({ time }) => time >= beforeMs)] as const,
  );
  const contexts = [...index.contexts].map(
    ([chat, context]) => [chat, contextWithout(context, null, beforeMs)] as const,
  );
  Object.assign(index, createIndex());
  for (const version of kept) add(index, version);
  for (const [key, list] of relays) if (list.length > 0) index.relays.set(key, list);
  for (const [chat, context] of contexts) {
    if (context.asks.length + context.posts.length > 0) index.contexts.set(chat, context);
  }
}

/** A copy of all that the index knows. */
export function snapshotOf(index: NoticeIndex): IndexSnapshot {
  return {
    format: 2,
    versions: [...index.versions.values()].map(copyOf),
    relays: [...index.relays].map(([key, list]) => [key, list.map((one) => ({ ...one }))]),
    contexts: [...index.contexts],
  };
}

function copyOf(version: Version): Version {
  return version.places ? { ...version, places: [...version.places] } : { ...version };
}

/** The index of a snapshot. Throws a RangeError when the snapshot is of another format. */
export function restoreIndex(snapshot: IndexSnapshot): NoticeIndex {
  if (snapshot.format !== 2) throw new RangeError(`unknown index format ${snapshot.format}`);
  const index = createIndex();
  for (const version of snapshot.versions) add(index, copyOf(version));
  for (const [key, list] of snapshot.relays) {
    index.relays.set(
      key,
      list.map((one) => ({ ...one })),
    );
  }
  for (const [chat, context] of snapshot.contexts) index.contexts.set(chat, context);
  return index;
}

/** The analysis of a version's own message. */
export function analysisOf(index: NoticeIndex, version: Version): Analysis {
  const cached = index.analyses.get(version.id);
  if (cached) return cached;
  const analysis = analysePart({ ...version, key: version.id, own: false });
  if (index.analyses.size >= ANALYSES_KEPT) index.analyses.clear();
  index.analyses.set(version.id, analysis);
  return analysis;
}

/** The living versions of a list of ids, newest first. */
export function living(index: NoticeIndex, ids: readonly string[] | undefined): Version[] {
  const found: Version[] = [];
  for (let at = (ids?.length ?? 0) - 1; at >= 0; at--) {
    const version = index.versions.get(ids?.[at] ?? '');
    if (version) found.push(version);
  }
  return found;
}

/** Name of a chat across sites. */
export function chatKey(message: Pick<Message, 'site' | 'chat'>): string {
  return `${message.site}:${message.chat}`;
}

function add(index: NoticeIndex, version: Version): void {
  const { id, file, link, image, header } = version;
  index.versions.set(id, version);
  push(index.exact, version.exact, id);
  push(index.chats, chatKey(version), id, CHAT_NOTICES);
  if (file) push(index.files, canonicalFileName(file.name), id);
  if (link?.url) push(index.links, canonicalUrl(link.url), id);
  if (image) push(index.images, image.key, id);
  if (header) push(index.headers, placeOf(chatKey(version), header), id);
  for (const place of version.places ?? []) addPlace(index, version, place);
  if (version.prints.length === 0) return;
  const ordinal = index.ordinal++;
  index.ordinals.set(ordinal, version);
  for (const print of version.prints) push(index.prints, print, ordinal, POSTINGS_KEPT);
}

/** Appends to a list; over `most` the oldest half is dropped, so the cost stays even. */
function push<Key, One>(map: Map<Key, One[]>, key: Key, one: One, most = Infinity): void {
  const list = map.get(key);
  if (!list) map.set(key, [one]);
  else if (list.length >= most * 2) map.set(key, [...list.slice(-most), one]);
  else list.push(one);
}
