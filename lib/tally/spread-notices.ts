import { addDays } from './local-day.ts';
import { readingDb } from './query.ts';
import type { Day, NoticeRow } from './rows.ts';

/**
 * Days read at once, so that the background can write in between and the page draw: with a million messages a year two
 * hundred rows. With four days single frames of scrolling took 67 to 83 ms in Chromium, with two at most 50.
 */
const CHUNK_DAYS = 2;

/**
 * The versions that several chats stated and that were stated last on `from` or later, some days at a time. Each
 * piece is a reading by itself: a version stated again meanwhile may come twice, the newer row last.
 * `isOver`: asked between two readings; true ends early.
 */
export async function* spreadSince(
  from: Day,
  db = readingDb(),
  isOver: () => boolean = () => false,
): AsyncGenerator<NoticeRow[]> {
  const last = (await db.notices.orderBy('spreadDay').last())?.spreadDay ?? '';
  for (let start = from; start <= last && !isOver(); start = addDays(start, CHUNK_DAYS)) {
    const end = addDays(start, CHUNK_DAYS - 1);
    yield await db.notices.where('spreadDay').between(start, end, true, true).toArray();
  }
}
