import { type Analysis, analyse } from './analysis.ts';
import type { Settled } from './burst.ts';
import { noteCalls } from './called-versions.ts';
import { type ChatContext, contextWithout, settledIn, withMessage } from './chat-context.ts';
import { noteChat, rememberPlace } from './chat-notices.ts';
import { CodeRows } from './code-rows.ts';
import { type HashKey, hashInto, OPEN_KEY } from './keyed-hash.ts';
import { laterVersionOf } from './late-original.ts';
import { ANALYSES_KEPT } from './limits.ts';
import { type KnownPicture, keptPictures, pictureOf, rememberPicture } from './picture-memory.ts';
import { Postings } from './postings.ts';
import { QUOTED, quotedMessage } from './quoted.ts';
import { RecentMap } from './recent-map.ts';
import { relayOf } from './relay.ts';
import { keepRelays, type RelayMemory, rememberRelay } from './relay-memory.ts';
import type { StoredVersion } from './stored-version.ts';
import type { Message, Verdict } from './types.ts';
import { type NewVersion, type Version, versionOf } from './version.ts';
import { analysisOf, keepReading } from './version-reading.ts';
import { VersionStore } from './version-store.ts';

/** What the judge remembers. Change it through `remember`, `forget` and `expire` only. */
export type NoticeIndex = {
  /** Of the hashes in it. It is kept with them, and told to nobody. */
  key: HashKey;
  store: VersionStore;
  /** Ordinals of versions by the hash of a file's name, an address, a numbered head. */
  called: Postings;
  /** Ordinals of the versions that were posted in a chat, oldest first. */
  chats: Map<string, number[]>;
  relays: RelayMemory;
  /** What was asked and posted lately, by chat. */
  contexts: Map<string, ChatContext>;
  /** Pictures of late that could be looked at, oldest first. */
  pictures: KnownPicture[];
  /** Not part of what is known: what was read lately. */
  analyses: RecentMap<number, Analysis>;
  rows: CodeRows;
};

/** An index that knows nothing. `key`: random where others write what is read. */
export function createIndex(key: HashKey = OPEN_KEY): NoticeIndex {
  return {
    key,
    store: new VersionStore(),
    called: new Postings(),
    chats: new Map(),
    relays: new Map(),
    contexts: new Map(),
    pictures: [],
    analyses: new RecentMap(ANALYSES_KEPT),
    rows: new CodeRows(),
  };
}

/**
 * Takes in a judged message. To remember the same message twice changes nothing. Throws `WordsMissing` before it has
 * changed anything.
 */
export function remember(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const { store } = index;
  store.tidy();
  const found = foundBy(index, message, verdict);
  const relay = relayOf(message, index.key);
  if (relay) rememberRelay(index.relays, relay, message);
  const picture = pictureOf(message);
  if (picture) rememberPicture(index.pictures, picture);
  const chat = chatKey(message);
  const before = index.contexts.get(chat);
  const repeats = verdict.relation === 'copy' ? store.byId(verdict.notice ?? '') : undefined;
  const context = withMessage(before, message, verdict, repeats?.came ? [...repeats.came] : null);
  if (context && context !== before) {
    index.contexts.set(chat, context);
    noteAttachments(index, context);
  }
  if (verdict.notice === null) return;
  if (verdict.notice === message.key) {
    if (found) rememberVersion(index, found, verdict, context);
    return;
  }
  const version = store.byId(verdict.notice);
  if (!version) return;
  if (verdict.guards.includes('too-old') && message.time > version.seen) {
    store.parts.seen.set(version.ordinal, message.time);
  }
  rememberPlace(index, version, message);
}

/** Keeps with a version what came with the text that it was first seen in. */
function noteAttachments(index: NoticeIndex, { bursts }: ChatContext): void {
  for (const { id, keys } of bursts?.texts ?? []) {
    const ordinal = keys.length > 0 ? index.store.ordinalOf(id) : -1;
    if (ordinal !== -1) index.store.parts.came.set(ordinal, keys);
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

/** A version that a message founds; `later`: the known one that changes it. */
type Found = { analysis: Analysis; later: Version | undefined };

/** The version that a message founds, if it does and is not known. All that others say is read here. */
function foundBy(index: NoticeIndex, message: Message, verdict: Verdict): Found | null {
  const { store, key } = index;
  if (verdict.notice !== message.key || store.ordinalOf(message.key) !== -1) return null;
  // Of a change in a quotation the quotation is what is found again.
  const said = verdict.reason === QUOTED ? quotedMessage(analyse(message, key)) : message;
  const analysis = analyse(said, key);
  const isEarlier = verdict.reason === EARLIER;
  const read = (version: Version) => analysisOf(index, version);
  return { analysis, later: isEarlier ? laterVersionOf(index, analysis, read) : undefined };
}

function rememberVersion(
  index: NoticeIndex,
  { analysis, later }: Found,
  verdict: Verdict,
  context: ChatContext | undefined,
): void {
  const { store } = index;
  const revises = verdict.relation === 'revision' ? verdict.of : null;
  const version = addVersion(index, versionOf(analysis, revises), exactPair(index, analysis.exact));
  if (context) noteAttachments(index, context);
  // What is over the cap is kept without its words, and has none when it is read again.
  if (!analysis.oversize) keepReading(index, version.ordinal, analysis);
  const target = revises === null ? undefined : store.byId(revises);
  if (target) store.parts.rows.setSuperseded(target.ordinal, true);
  if (later) linkLater(index, version, later);
}

function linkLater(index: NoticeIndex, version: StoredVersion, later: Version): void {
  index.store.parts.rows.setSuperseded(version.ordinal, true);
  if (later.revises === null) index.store.setRevises(later.ordinal, version.id);
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
  index.pictures = keptPictures(index.pictures, noticeId);
  for (const [chat, context] of index.contexts) {
    index.contexts.set(chat, contextWithout(context, noticeId));
  }
  const version = store.byId(noticeId);
  if (!version) return;
  const target = version.revises ? store.byId(version.revises) : undefined;
  store.remove(version);
  index.analyses.delete(version.ordinal);
  index.rows.delete(version.ordinal);
  if (target) store.parts.rows.setSuperseded(target.ordinal, store.isRevised(target));
}

/** The living versions that say just the same, newest first. */
export function exactly(index: NoticeIndex, exact: string): Version[] {
  return index.store.withExact(exactPair(index, exact));
}

/** Name of a chat across sites. */
export function chatKey(message: Pick<Message, 'site' | 'chat'>): string {
  return `${message.site}:${message.chat}`;
}

const pair = new Int32Array(2);

/** The halves of an exact key; good until the next call. */
function exactPair({ key }: NoticeIndex, exact: string): Int32Array {
  hashInto(key, exact, pair);
  return pair;
}
