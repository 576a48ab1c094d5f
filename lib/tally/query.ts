import { type Burden, burdenOfSums, type DaySums } from './burden.ts';
import { type TallyDb, tallyDb } from './db.ts';
import type { DayRange } from './periods.ts';
import type { Day, DayRow } from './rows.ts';

let opened: TallyDb | undefined;

/** This page's connection. For reading: only the background writes. */
export function readingDb(): TallyDb {
  opened ??= tallyDb();
  return opened;
}

/** The burden from `from` to `to`, both included. Reads the day sums alone: a year of 30 chats is 11,000 small rows. */
export async function burdenOf(from: Day, to: Day, db = readingDb()): Promise<Burden> {
  return burdenOfSums({ from, to }, await daySums({ from, to }, db));
}

/** The day sums of a period, both days included. */
export async function daySums({ from, to }: DayRange, db = readingDb()): Promise<DaySums> {
  const [rows, restored, imported] = await Promise.all([
    dayRows(from, to, db),
    restoredDays(from, to, db),
    importedDays(from, to, db),
  ]);
  return { rows, restored, imported };
}

/**
 * The day sums of a period, by day. Their keys begin with the day, and reading along the keys takes half the time of
 * reading along the index of days.
 */
export function dayRows(from: Day, to: Day, db = readingDb()): Promise<DayRow[]> {
  return db.days.where('id').between(from, `${to}|\uffff`, true, true).toArray();
}

/** The days of a period whose sums came back from a copy, in order. */
export function restoredDays(from: Day, to: Day, db = readingDb()): Promise<Day[]> {
  return db.closedDays.where('day').between(from, to, true, true).primaryKeys();
}

/** The days of a period of which imported chats told, in order. */
export function importedDays(from: Day, to: Day, db = readingDb()): Promise<Day[]> {
  return db.historyDays.where('day').between(from, to, true, true).primaryKeys();
}

/** Messages folded on a day. */
export async function foldedOn(day: Day, db = readingDb()): Promise<number> {
  const rows = await db.days.where('day').equals(day).toArray();
  return rows.reduce((sum, row) => sum + row.folded, 0);
}

/** The first day with anything counted, or null: where the coverage begins. */
export async function firstDay(db = readingDb()): Promise<Day | null> {
  return (await db.days.orderBy('day').first())?.day ?? null;
}
