import { addCounts, noCounts } from './counts.ts';
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
  /** Days of the period of which imported chats told. */
  importedDays: number;
};

/**
 * The day sums of a period as they are kept, and which of its days came back from a copy or were told by imported chats;
 * all by day.
 */
export type DaySums = { rows: DayRow[]; restored: Day[]; imported: Day[] };

/** The burden of a period whose sums these are. Those of other days are left out. */
export function burdenOfSums(range: DayRange, { rows, restored, imported }: DaySums): Burden {
  const isIn = (day: Day) => day >= range.from && day <= range.to;
  const within = rows.filter(({ day }) => isIn(day));
  const chats = new Map<string, ChatBurden>();
  const totals = noCounts();
  for (const row of within) {
    const { site, chat } = row;
    const name = `${site}|${chat}`;
    const burden = chats.get(name) ?? { site, chat, counts: noCounts() };
    chats.set(name, burden);
    addCounts(burden.counts, row);
  }
  for (const { counts } of chats.values()) addCounts(totals, counts);
  return {
    ...{ ...range, totals, restoredDays: restored.filter(isIn).length },
    importedDays: imported.filter(isIn).length,
    chats: costliestFirst([...chats.values()]),
    series: seriesOf(range, within),
  };
}

/** Every day of the range with its sums, in order. All rows are of it. */
export function seriesOf({ from, to }: DayRange, rows: readonly DayRow[]): DayBurden[] {
  const series = new Map(daysBetween(from, to).map((day) => [day, { day, counts: noCounts() }]));
  for (const row of rows) {
    const onDay = series.get(row.day);
    if (onDay) addCounts(onDay.counts, row);
  }
  return [...series.values()];
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
