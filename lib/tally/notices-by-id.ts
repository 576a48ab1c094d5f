import type { TallyDb } from './db.ts';
import type { NoticeRow } from './rows.ts';

/** Rows read at once: a thousand at a time kept a page from drawing for 200 ms, two hundred for two frames now and then. */
const CHUNK_ROWS = 100;

/** The versions of these ids, in their order; undefined for what is not there. Read in pieces, so that a page stays alive. */
export async function noticesOf(
  ids: readonly string[],
  db: TallyDb,
): Promise<(NoticeRow | undefined)[]> {
  const found: (NoticeRow | undefined)[] = [];
  for (let from = 0; from < ids.length; from += CHUNK_ROWS) {
    found.push(...(await db.notices.bulkGet(ids.slice(from, from + CHUNK_ROWS))));
  }
  return found;
}
