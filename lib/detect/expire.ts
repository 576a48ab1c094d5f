import { noteCalls, noteNumber } from './called-versions.ts';
import { contextWithout } from './chat-context.ts';
import { createIndex, type NoticeIndex } from './notice-index.ts';
import { keptPictures } from './picture-memory.ts';
import { keepRelays } from './relay-memory.ts';
import { REVISES_UNKNOWN } from './version-rows.ts';

/**
 * Forgets every version and relay last seen before a Unix time in milliseconds, and what is left of the forgotten. Throws
 * `WordsMissing` before it has changed anything.
 */
export function expire(index: NoticeIndex, beforeMs: number): void {
  const { key, chats, relays, contexts } = index;
  const fresh = createIndex(key);
  const ordinals = moveYoung(index, fresh, beforeMs);
  for (const [chat, list] of chats) {
    const kept = list.flatMap((ordinal) => ordinals.get(ordinal) ?? []);
    if (kept.length > 0) fresh.chats.set(chat, kept);
  }
  keepRelays(relays, ({ time }) => time >= beforeMs);
  for (const [chat, context] of contexts) {
    const kept = contextWithout(context, null, beforeMs);
    if (kept.asks.length + kept.posts.length > 0) fresh.contexts.set(chat, kept);
  }
  const pictures = keptPictures(index.pictures, null, beforeMs);
  Object.assign(index, fresh, { relays, pictures });
}

/** Copies the versions that stay. Returns their new ordinals by the old ones. */
function moveYoung(
  { store }: NoticeIndex,
  fresh: NoticeIndex,
  beforeMs: number,
): Map<number, number> {
  const ordinals = new Map<number, number>();
  for (const version of store.all()) {
    if (!(version.seen >= beforeMs)) continue;
    const kept = fresh.store.add(version, store.exactOf(version.ordinal));
    ordinals.set(version.ordinal, kept.ordinal);
    noteCalls(fresh, kept);
    for (const place of version.places) {
      fresh.store.addPlace(kept.ordinal, place);
      noteNumber(fresh, kept.ordinal, place);
    }
    fresh.store.tidy();
  }
  const { rows } = store.parts;
  for (const [old, ordinal] of ordinals) {
    const target = rows.targetOf(old);
    if (target >= 0)
      fresh.store.parts.rows.setTarget(ordinal, ordinals.get(target) ?? REVISES_UNKNOWN);
  }
  return ordinals;
}
