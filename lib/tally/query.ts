import { addCounts, noCounts } from './counts.ts';
import { type TallyDb, tallyDb } from './db.ts';
import { daysBetween } from './local-day.ts';
import type { DayRange } from './periods.ts';
import type { Counts, Day, DayRow } from './rows.ts';
import { minutesOf } from './score.ts';

export type ChatBurden = { site: string; chat: string; counts: Counts };
export type DayBurden = { day: Day; counts: Counts };

/** What a period cost. */
export type Burden = {
  from: Day;
  to: Day;
  totals: Counts;
  /** Every chat of the period, the costliest first by the default minutes. */
  chats: ChatBurden[];
  /** Every day of the period, also those without a message, in order. */
  series: DayBurden[];
  /** Days of the period whose sums came back from a copy and are not counted on: lower bounds. */
  restoredDays: number;
};

let opened: TallyDb | undefined;

/** This page's connection. For reading: only the background writes. */
export function readingDb(): TallyDb {
  opened ??= tallyDb();
  return opened;
}

/** The burden from `from` to `to`, both included. Reads the day sums alone: a year of 30 chats is 11,000 small rows. */
export async function burdenOf(from: Day, to: Day, db = readingDb()): Promise<Burden> {
  const [rows, restored] = await Promise.all([dayRows(from, to, db), restoredDays(from, to, db)]);
  return burdenIn({ from, to }, rows, restored.length);
}

/** The burden of a period, and every day from `start` to the period's end, in order. `start` is not after its beginning. */
export async function burdenWithCourse(
  { from, to }: DayRange,
  start: Day,
  db = readingDb(),
): Promise<{ burden: Burden; course: DayBurden[] }> {
  const [rows, restored] = await Promise.all([dayRows(start, to, db), restoredDays(from, to, db)]);
  const within = rows.filter(({ day }) => day >= from);
  return {
    burden: burdenIn({ from, to }, within, restored.length),
    course: seriesIn({ from: start, to }, rows),
  };
}

function burdenIn(range: DayRange, rows: readonly DayRow[], restored: number): Burden {
  const chats = new Map<string, ChatBurden>();
  const totals = noCounts();
  for (const row of rows) {
    const { site, chat } = row;
    const name = `${site}|${chat}`;
    const burden = chats.get(name) ?? { site, chat, counts: noCounts() };
    chats.set(name, burden);
    addCounts(burden.counts, row);
  }
  for (const { counts } of chats.values()) addCounts(totals, counts);
  return {
    ...{ ...range, totals, restoredDays: restored },
    chats: costliestFirst([...chats.values()]),
    series: seriesIn(range, rows),
  };
}

/** Every day of the range with its sums, in order. All rows are of it. */
function seriesIn({ from, to }: DayRange, rows: readonly DayRow[]): DayBurden[] {
  const series = new Map(daysBetween(from, to).map((day) => [day, { day, counts: noCounts() }]));
  for (const row of rows) {
    const onDay = series.get(row.day);
    if (onDay) addCounts(onDay.counts, row);
  }
  return [...series.values()];
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

/** Messages folded on a day. */
export async function foldedOn(day: Day, db = readingDb()): Promise<number> {
  const rows = await db.days.where('day').equals(day).toArray();
  return rows.reduce((sum, row) => sum + row.folded, 0);
}

/** The first day with anything counted, or null: where the coverage begins. */
export async function firstDay(db = readingDb()): Promise<Day | null> {
  return (await db.days.orderBy('day').first())?.day ?? null;
}

function costliestFirst(chats: ChatBurden[]): ChatBurden[] {
  const cost = new Map(chats.map((chat) => [chat, minutesOf(chat.counts).total]));
  const costOf = (chat: ChatBurden) => cost.get(chat) ?? 0;
  return chats.sort(
    (one, other) =>
      costOf(other) - costOf(one) ||
      other.counts.messages - one.counts.messages ||
      one.chat.localeCompare(other.chat, 'zh'),
  );
}
