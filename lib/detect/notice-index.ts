import { type Analysis, analyse, analysePart } from './analysis.ts';
import { AnalysisCache } from './analysis-cache.ts';
import { chatOfPlace, noteCalls, noteNumber, placeOf } from './called-versions.ts';
import { type ChatContext, contextWithout, withMessage } from './chat-context.ts';
import { hashPair } from './hash.ts';
import { laterVersionOf } from './late-original.ts';
import { ANALYSES_KEPT, CHAT_NOTICES, PLACES_KEPT } from './limits.ts';
import { Postings } from './postings.ts';
import { relayOf } from './relay.ts';
import { keepRelays, type RelayMemory, rememberRelay } from './relay-memory.ts';
import type { StoredVersion } from './stored-version.ts';
import type { Message, Verdict } from './types.ts';
import { type NewVersion, ownHeader, type Version, versionOf } from './version.ts';
import { VersionStore } from './version-store.ts';

/** What the judge remembers. Change it through `remember`, `forget` and `expire` only. */
export type NoticeIndex = {
  store: VersionStore;
  /** Ordinals of versions by the hash of a file's name, an address, a numbered head. */
  called: Postings;
  /** Ordinals of the versions that were posted in a chat, oldest first. */
  chats: Map<string, number[]>;
  relays: RelayMemory;
  /** What was asked and posted lately, by chat. */
  contexts: Map<string, ChatContext>;
  /** Not part of what is known: what was read lately. */
  analyses: AnalysisCache;
};

/** An index that knows nothing. */
export function createIndex(): NoticeIndex {
  return {
    store: new VersionStore(),
    called: new Postings(),
    chats: new Map(),
    relays: new Map(),
    contexts: new Map(),
    analyses: new AnalysisCache(ANALYSES_KEPT),
  };
}

/** Takes in a judged message. To remember the same message twice changes nothing. */
export function remember(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const { store } = index;
  store.tidy();
  const relay = relayOf(message);
  if (relay) rememberRelay(index.relays, relay, message);
  const chat = chatKey(message);
  const before = index.contexts.get(chat);
  const context = withMessage(before, message, verdict);
  if (context && context !== before) index.contexts.set(chat, context);
  if (verdict.notice === null) return;
  if (verdict.notice === message.key) {
    if (store.ordinalOf(message.key) === -1) rememberVersion(index, message, verdict);
    return;
  }
  const version = store.byId(verdict.notice);
  if (!version) return;
  if (verdict.guards.includes('too-old') && message.time > version.seen) {
    store.parts.seen.set(version.ordinal, message.time);
  }
  rememberPlace(index, version, message);
}

/** Reason of a verdict on a notice of which a later version is known already. */
export const EARLIER = 'earlier-version';

function rememberVersion(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const { store } = index;
  const analysis = analyse(message);
  const revises = verdict.relation === 'revision' ? verdict.of : null;
  const version = addVersion(index, versionOf(message, revises), exactPair(analysis.exact));
  // What is over the cap is kept without its words, and has none when it is read again.
  if (!analysis.oversize) index.analyses.set(version.ordinal, analysis);
  const target = revises === null ? undefined : store.byId(revises);
  if (target) store.parts.rows.setSuperseded(target.ordinal, true);
  if (verdict.reason === EARLIER) linkLater(index, version, analysis);
}

function linkLater(index: NoticeIndex, version: StoredVersion, analysis: Analysis): void {
  const later = laterVersionOf(index, analysis, (one) => analysisOf(index, one));
  if (!later) return;
  index.store.parts.rows.setSuperseded(version.ordinal, true);
  if (later.revises === null) index.store.setRevises(later.ordinal, version.id);
}

/** Notes that a version is known in the chat of its copy, so that what is said of it there finds it. */
function rememberPlace(index: NoticeIndex, version: StoredVersion, message: Message): void {
  const { places } = version;
  if (places.length >= PLACES_KEPT) return;
  const place = placeOf(chatKey(message), ownHeader(analyse(message)));
  if (places.includes(place) || place === placeOf(chatKey(version), version.header)) return;
  index.store.addPlace(version.ordinal, place);
  notePlace(index, version.ordinal, place);
}

function notePlace(index: NoticeIndex, ordinal: number, place: string): void {
  const chat = chatOfPlace(place);
  if (!index.chats.get(chat)?.includes(ordinal)) noteChat(index, ordinal, chat);
  noteNumber(index, ordinal, place);
}

/** Appends to a chat's list; when it is too long the oldest half is dropped, so the cost stays even. */
function noteChat({ chats }: NoticeIndex, ordinal: number, chat: string): void {
  const list = chats.get(chat);
  if (!list) chats.set(chat, [ordinal]);
  else if (list.length >= CHAT_NOTICES * 2)
    chats.set(chat, [...list.slice(-CHAT_NOTICES), ordinal]);
  else list.push(ordinal);
}

/** Takes in a version that nothing is known of yet; `exact` are the halves of its exact key. */
export function addVersion(
  index: NoticeIndex,
  version: NewVersion,
  exact: Int32Array,
): StoredVersion {
  const stored = index.store.add(version, exact);
  noteChat(index, stored.ordinal, chatKey(version));
  noteCalls(index, stored);
  return stored;
}

/** Takes a version out: nothing will be a copy or a revision of it. */
export function forget(index: NoticeIndex, noticeId: string): void {
  const { store } = index;
  keepRelays(index.relays, ({ id }) => id !== noticeId);
  for (const [chat, context] of index.contexts) {
    index.contexts.set(chat, contextWithout(context, noticeId));
  }
  const version = store.byId(noticeId);
  if (!version) return;
  const target = version.revises ? store.byId(version.revises) : undefined;
  store.remove(version);
  index.analyses.delete(version.ordinal);
  if (target) store.parts.rows.setSuperseded(target.ordinal, store.isRevised(target));
}

/** The analysis of a version's own message. */
export function analysisOf({ analyses }: NoticeIndex, version: Version): Analysis {
  const { ordinal } = version;
  const cached = analyses.get(ordinal);
  if (cached) return cached;
  const { id, site, chat, sender, time, kind, text, file, link, image } = version;
  const message = { key: id, site, chat, sender, time, kind, text, file, link, image, own: false };
  const analysis = analysePart(message);
  analyses.set(ordinal, analysis);
  return analysis;
}

/** The living versions that say just the same, newest first. */
export function exactly({ store }: NoticeIndex, exact: string): Version[] {
  return store.withExact(exactPair(exact));
}

/** The living versions that were posted in a chat of late, newest first. */
export function postedIn({ store, chats }: NoticeIndex, chat: string): Version[] {
  return store.living((chats.get(chat) ?? []).toReversed());
}

/** Name of a chat across sites. */
export function chatKey(message: Pick<Message, 'site' | 'chat'>): string {
  return `${message.site}:${message.chat}`;
}

const pair = new Int32Array(2);

/** The halves of an exact key; good until the next call. */
function exactPair(exact: string): Int32Array {
  hashPair(exact, pair);
  return pair;
}
