import type { PromiseExtended } from 'dexie';
import type { TallyDb } from './db.ts';
import type { Engine } from './engine.ts';

/** Words of the index are damaged on the disk, or another worker has written the index anew: it must be made of the log. */
export class WordsDamaged extends Error {
  override readonly name = 'WordsDamaged';
}

/** Gives the index a page of words that it lacks. Rejects with `WordsDamaged`. */
export function readWords<Index>(
  db: TallyDb,
  engine: Engine<Index>,
  index: Index,
  page: number,
): PromiseExtended<void> {
  return db.indexWords.get(page).then((row) => {
    try {
      engine.putWords(index, page, row?.words);
    } catch {
      throw new WordsDamaged(`page ${page}`);
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
