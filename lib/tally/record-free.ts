import type { TallyDb } from './db.ts';
import { addDays } from './local-day.ts';
import { pareBatch } from './retention.ts';
import type { Day } from './rows.ts';

/** Share of the details that goes at one time: enough for a while, and most of them stay. */
const SHARE = 1 / 4;

/**
 * Pares the oldest details when the disk is full, long before their time; sums and keys stay, and so do the details
 * of today. Returns the day before which they went, null when there was nothing to pare. Rejects when even that
 * cannot be written.
 */
export async function freeSpace(db: TallyDb, today: Day): Promise<Day | null> {
  const before = await cutoff(db, today);
  if (before === null) return null;
  const batch = () => db.transaction('rw', db.messages, db.notices, () => pareBatch(db, before));
  while (await batch()) {
    // Goes on until a batch says that nothing is left.
  }
  return before;
}

async function cutoff(db: TallyDb, today: Day): Promise<Day | null> {
  const byDay = () => db.messages.orderBy('detailDay');
  const oldest = (await byDay().first())?.detailDay;
  if (oldest === undefined || oldest >= today) return null;
  const count = await byDay().count();
  const row = await byDay()
    .offset(Math.floor(count * SHARE))
    .first();
  const wished = [addDays(oldest, 1), row?.detailDay ?? oldest].sort().at(-1) ?? today;
  return wished < today ? wished : today;
}
