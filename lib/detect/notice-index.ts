import { type Analysis, analyse } from './analysis';
import { canonicalFileName, canonicalUrl } from './attachment';
import { ANALYSES_KEPT, CHAT_NOTICES, POSTINGS_KEPT } from './limits';
import { relayOf } from './relay';
import type { Message, Verdict } from './types';
import { type Version, versionOf } from './version';

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
  prints: Map<number, string[]>;
  /** Relay lists by chat and head. */
  relays: Map<string, { id: string; time: number }>;
  /** Analyses of versions that were compared lately. */
  analyses: Map<string, Analysis>;
};

/** Plain data that `restoreIndex` makes an index of; can be cloned and stored. */
export type IndexSnapshot = {
  format: 1;
  versions: Version[];
  relays: { key: string; id: string; time: number }[];
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
    relays: new Map(),
    analyses: new Map(),
  };
}

/** Takes in a judged message. To remember the same message twice changes nothing. */
export function remember(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const relay = relayOf(message);
  if (relay && !index.relays.has(relay.key)) {
    index.relays.set(relay.key, { id: message.key, time: message.time });
  }
  if (verdict.notice === null) return;
  if (verdict.notice !== message.key) {
    const version = index.versions.get(verdict.notice);
    if (version && verdict.guards.includes('too-old')) {
      version.seen = Math.max(version.seen, message.time);
    }
    return;
  }
  if (index.versions.has(message.key)) return;
  const revises = verdict.relation === 'revision' ? verdict.of : null;
  add(index, versionOf(message, revises));
  if (index.analyses.size < ANALYSES_KEPT) index.analyses.set(message.key, analyse(message));
  const target = revises === null ? undefined : index.versions.get(revises);
  if (target) target.superseded = true;
}

/** Takes a version out: nothing will be a copy or a revision of it. */
export function forget(index: NoticeIndex, noticeId: string): void {
  const version = index.versions.get(noticeId);
  index.versions.delete(noticeId);
  index.analyses.delete(noticeId);
  for (const [key, relay] of index.relays) if (relay.id === noticeId) index.relays.delete(key);
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
  const relays = [...index.relays].filter(([, relay]) => relay.time >= beforeMs);
  for (const part of Object.values(index)) part.clear();
  for (const version of kept) add(index, version);
  for (const [key, relay] of relays) index.relays.set(key, relay);
}

/** A copy of all that the index knows. */
export function snapshotOf(index: NoticeIndex): IndexSnapshot {
  return {
    format: 1,
    versions: [...index.versions.values()].map((version) => ({ ...version })),
    relays: [...index.relays].map(([key, relay]) => ({ key, ...relay })),
  };
}

/** The index of a snapshot. Throws a RangeError when the snapshot is of another format. */
export function restoreIndex(snapshot: IndexSnapshot): NoticeIndex {
  if (snapshot.format !== 1) throw new RangeError(`unknown index format ${snapshot.format}`);
  const index = createIndex();
  for (const version of snapshot.versions) add(index, { ...version });
  for (const { key, id, time } of snapshot.relays) index.relays.set(key, { id, time });
  return index;
}

/** The analysis of a version's own message. */
export function analysisOf(index: NoticeIndex, version: Version): Analysis {
  const cached = index.analyses.get(version.id);
  if (cached) return cached;
  const analysis = analyse({ ...version, key: version.id, own: false });
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
  if (header) push(index.headers, `${chatKey(version)} ${header}`, id);
  for (const print of version.prints) push(index.prints, print, id, POSTINGS_KEPT);
}

/** Appends to a list; over `most` the oldest half is dropped, so the cost stays even. */
function push<Key>(map: Map<Key, string[]>, key: Key, id: string, most = Infinity): void {
  const list = map.get(key);
  if (!list) map.set(key, [id]);
  else if (list.length >= most * 2) map.set(key, [...list.slice(-most), id]);
  else list.push(id);
}
