import type { TallyDb } from './db.ts';
import type { Ledger } from './ledger.ts';
import type { ExceptionRow, GroupRow } from './rows.ts';

/** Notes of here stay: only groups of which nothing is noted yet are added. */
export async function addGroups(db: TallyDb, groups: readonly GroupRow[]): Promise<void> {
  const here = new Set(await db.groups.toCollection().primaryKeys());
  const missing = groups.filter(({ id }) => !here.has(id)).map((row) => [row.id, row] as const);
  // A file may name a group twice.
  await db.groups.bulkAdd([...new Map(missing).values()]);
}

/** What was taught here stays. */
export async function addLessons(
  ledger: Ledger,
  db: TallyDb,
  lessons: readonly ExceptionRow[],
): Promise<void> {
  for (const lesson of lessons) {
    if (await db.exceptions.get(lesson.contentKey)) continue;
    await db.exceptions.add(lesson);
    ledger.spend();
  }
}
