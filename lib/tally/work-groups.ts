import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import { dayRows, readingDb } from './query.ts';
import type { Day, DayRow } from './rows.ts';

type Place = { site: string; chat: string };

/** Says of a place whether it is a group, as far as is known: a chat of two people is none. */
export async function groupTest(db: TallyDb = readingDb()): Promise<(place: Place) => boolean> {
  const ids = new Set(await db.privateChats.toCollection().primaryKeys());
  return (place) => !ids.has(groupId(place));
}

/** The day sums of a period without those of chats of two people: nothing of these is handed over. */
export async function groupDayRows(
  from: Day,
  to: Day,
  db: TallyDb = readingDb(),
): Promise<DayRow[]> {
  const [rows, isGroup] = await Promise.all([dayRows(from, to, db), groupTest(db)]);
  return rows.filter(isGroup);
}
