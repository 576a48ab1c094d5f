import type { EntityTable } from 'dexie';
import { addCounts, type Contributions, emptyDay, isZero, placeOf } from './counts.ts';
import type { TallyDb } from './db.ts';
import type { Day, DayRow } from './rows.ts';

/** Keeps what is asked for now in place of what was asked for before by the same notices. */
export async function writeAsks(
  db: TallyDb,
  before: ReadonlySet<string>,
  asks: readonly string[],
): Promise<void> {
  const now = new Set(asks);
  const gone = [...before].filter((entry) => !now.has(entry));
  const made = [...now].filter((entry) => !before.has(entry));
  const rows = [
    ...gone.map((entry) => [entry, undefined] as const),
    ...made.map((entry) => [entry, { entry }] as const),
  ];
  await writeRows(db.asks, rows);
}

/** Adds a change to the day sums. A day that was closed within the transaction may still have changes of before: they go nowhere. */
export async function writeDays(
  db: TallyDb,
  change: Contributions,
  closed: ReadonlySet<Day>,
): Promise<void> {
  const isOpen = (id: string) => !closed.has(placeOf(id).day);
  const changes = [...change].filter(([id, counts]) => !isZero(counts) && isOpen(id));
  if (changes.length === 0) return;
  const ids = changes.map(([id]) => id);
  const stored = await db.days.bulkGet(ids);
  const days = changes.map(([id, counts], index): DayRow => {
    const day = stored[index] ?? emptyDay(id);
    addCounts(day, counts);
    return day;
  });
  const rows = days.map((day) => [day.id, isZero(day) ? undefined : day] as const);
  await writeRows(db.days, rows);
}

/** Puts rows and deletes what is undefined, with no round trip for nothing. */
export async function writeRows<Row, Key extends keyof Row & string>(
  table: EntityTable<Row, Key>,
  rows: readonly (readonly [string, Row | undefined])[],
): Promise<void> {
  const kept = rows.flatMap(([, row]) => row ?? []);
  const gone = rows.flatMap(([key, row]) => (row ? [] : key));
  if (kept.length > 0) await table.bulkPut(kept as never[]);
  if (gone.length > 0) await table.bulkDelete(gone as never[]);
}
