import type { PromiseExtended } from 'dexie';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';

/**
 * What is kept of the index is damaged, cannot be read, or was written anew by another worker: it must be made of the log,
 * in another transaction. Chromium takes this one back, though the error of the read was caught.
 */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

/**
 * What browsers say of a large value whose file is gone, as after a cleaner's work, or cannot be read: Chromium since 132
 * and before, Firefox (w3c/IndexedDB, issue 423; mdn/content, pull request 37041).
 */
const UNREADABLE = new Set(['NotFoundError', 'NotReadableError', 'DataError', 'UnknownError']);

/** The browser cannot read a value that it keeps; the others it may. */
export function isUnreadable(error: unknown): boolean {
  return UNREADABLE.has((error as { name?: string } | null)?.name ?? '');
}

/** Gives the index a page of words that it lacks. Rejects with `IndexDamaged`. */
export function readWords<Index>(
  db: TallyDb,
  engine: Engine<Index>,
  index: Index,
  page: number,
): PromiseExtended<void> {
  const damaged = (error: unknown): never => {
    throw isUnreadable(error) ? new IndexDamaged(`page ${page}`) : error;
  };
  return db.indexWords
    .get(page)
    .catch(damaged)
    .then((row) => {
      try {
        engine.putWords(index, page, row?.words);
      } catch {
        throw new IndexDamaged(`page ${page}`);
      }
    });
}

/** Writes the full pages from the one of number `first` on, in place of whatever is there. Returns how many there are in all. */
export async function writeWords<Index>(
  db: TallyDb,
  engine: Engine<Index>,
  index: Index,
  first: number,
): Promise<number> {
  await db.indexWords.where('page').aboveOrEqual(first).delete();
  const pages = engine.wordsFrom(index, first);
  await db.indexWords.bulkPut(pages.map((words, at) => ({ page: first + at, words })));
  return first + pages.length;
}
