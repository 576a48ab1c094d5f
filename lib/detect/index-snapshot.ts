import type { ChatContext } from './chat-context.ts';
import { createIndex, type NoticeIndex } from './notice-index.ts';
import type { KnownPicture } from './picture-memory.ts';
import { Postings } from './postings.ts';
import type { KnownRelay } from './relay-memory.ts';
import { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';
import { VersionStore } from './version-store.ts';
import { WordsMissing } from './word-pages.ts';

/** What is small, written as text. */
type Small = {
  chats: [string, number[]][];
  relays: [string, KnownRelay[]][];
  contexts: [string, ChatContext][];
  /** Not there in a snapshot of before looks were kept. */
  pictures?: KnownPicture[];
};

/** All that the index knows but its closed pages of words, in one block of memory. */
export function snapshotOf(index: NoticeIndex): ArrayBuffer {
  const { key, store, called, chats, relays, contexts, pictures } = index;
  const snapshot = new SnapshotWriter();
  snapshot.ints(Int32Array.from(key));
  store.write(snapshot);
  called.write(snapshot);
  const small: Small = {
    chats: [...chats],
    relays: [...relays],
    contexts: [...contexts],
    pictures,
  };
  snapshot.text(JSON.stringify(small));
  return snapshot.finish();
}

/** The closed pages of words from the one of this number on, as they are to be written. They never change. */
export function wordsFrom({ store }: NoticeIndex, first: number): ArrayBuffer[] {
  const { words } = store.parts;
  const count = Math.max(0, words.closed - first);
  return Array.from({ length: count }, (_, at) => words.page(first + at));
}

/** Numbers of the pages of words that an index of a snapshot lacks. */
export function lackedWords({ store }: NoticeIndex): number[] {
  return store.parts.words.absent;
}

/** The page of words that a call lacked, by what it threw; null where that was something else. */
export function wordsLackedBy(error: unknown): number | null {
  return error instanceof WordsMissing ? error.page : null;
}

/** Gives an index a page that it lacks. Throws a RangeError when it is not the one that was written. */
export function putWords({ store }: NoticeIndex, page: number, words: unknown): void {
  store.parts.words.put(page, words);
}

/**
 * The index of a snapshot, which it goes on reading from: it must not be changed. The index has no closed page of words
 * (see `putWords`). Throws a RangeError when the snapshot is damaged or of another format.
 */
export function restoreIndex(snapshot: unknown): NoticeIndex {
  const reader = new SnapshotReader(snapshot);
  const [low = 0, high = 0] = reader.ints();
  const store = VersionStore.read(reader);
  const called = Postings.read(reader);
  const small = JSON.parse(reader.text()) as Small;
  return {
    ...createIndex([low, high]),
    store,
    called,
    chats: new Map(small.chats),
    relays: new Map(small.relays),
    contexts: new Map(small.contexts),
    pictures: small.pictures ?? [],
  };
}
