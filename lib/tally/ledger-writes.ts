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

/**
 * The day sums with a change added, undefined where nothing is left. A day that was closed within the transaction may
 * still have changes of before: they go nowhere.
 */
export async function changedDays(
  db: TallyDb,
  change: Contributions,
  closed: ReadonlySet<Day>,
): Promise<(readonly [string, DayRow | undefined])[]> {
  const isOpen = (id: string) => !closed.has(placeOf(id).day);
  const changes = [...change].filter(([id, counts]) => !isZero(counts) && isOpen(id));
  if (changes.length === 0) return [];
  const stored = await db.days.bulkGet(changes.map(([id]) => id));
  return changes.map(([id, counts], index) => {
    const day = stored[index] ?? emptyDay(id);
    addCounts(day, counts);
    return [id, isZero(day) ? undefined : day] as const;
  });
}

/** Puts rows and deletes what is undefined, all at once, with no round trip for nothing. */
export async function writeRows<Row, Key extends keyof Row & string>(
  table: EntityTable<Row, Key>,
  rows: readonly (readonly [string, Row | undefined])[],
): Promise<void> {
  const kept = rows.flatMap(([, row]) => row ?? []);
  const gone = rows.flatMap(([key, row]) => (row ? [] : key));
  await Promise.all([
    kept.length > 0 ? table.bulkPut(kept as never[]) : undefined,
    gone.length > 0 ? table.bulkDelete(gone as never[]) : undefined,
  ]);
}
