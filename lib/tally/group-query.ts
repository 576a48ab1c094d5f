import { breath } from './breath.ts';
import type { TallyDb } from './db.ts';
import {
  type GroupFacts,
  type GroupPeriod,
  type GroupSums,
  groupFacts,
  type SeenGroup,
} from './group-facts.ts';
import { groupId } from './group-notes.ts';
import { SpreadShares } from './group-overlap.ts';
import { readingDb } from './query.ts';
import type { Day, DayRow } from './rows.ts';
import { spreadSince } from './spread-notices.ts';
import { silenceFrom, silentUntil } from './suspect-silence.ts';
import { groupTest } from './work-groups.ts';

/**
 * The check-up of every group ever seen. Reads no message: a day row or two of each group for its first and last day, the
 * sums since the period or the longest silence began, and the whole past of silent groups alone. What groups have in
 * common is by far the most and read apart, so that the background need not wait for all of it to record; what it
 * records meanwhile may be in it and not yet in the sums. `early`: told the sums, before the rest is read.
 */
export async function readGroupFacts(
  period: GroupPeriod,
  db = readingDb(),
  early: (sums: GroupSums) => void = () => {},
): Promise<GroupFacts[]> {
  const sums = await readSums(period, db, early);
  const common = new SpreadShares(period.from, period.to);
  for await (const rows of spreadSince(period.from, db)) common.add(rows);
  await breath();
  return groupFacts(sums, common, period);
}

function readSums(
  period: GroupPeriod,
  db: TallyDb,
  early: (sums: GroupSums) => void,
): Promise<GroupSums> {
  return db.transaction('r', db.days, db.groups, db.privateChats, async () => {
    const [isGroup, recent, notes] = await Promise.all([
      groupTest(db),
      // Along the keys, which begin with the day: half the time of reading along the index.
      db.days.where('id').aboveOrEqual(firstDayRead(period)).toArray(),
      db.groups.toArray(),
    ]);
    const groups = (await seenGroups(db, recent)).filter(isGroup);
    early({ groups, days: recent.filter(isGroup), notes });
    const past = await pastOf(groups, period, db);
    const days = [...new Map([...recent, ...past].map((row) => [row.id, row])).values()];
    return { groups, days: days.filter(isGroup), notes };
  });
}

/**
 * Every group with the first and the last day on which it had a message. `recent`: all day rows since some day, in which
 * the last days are looked for first.
 */
export async function seenGroups(
  db: TallyDb,
  recent: readonly DayRow[] = [],
): Promise<SeenGroup[]> {
  const lastDays = new Map<string, Day>();
  for (const row of recent.filter(hasMessages)) {
    const last = lastDays.get(groupId(row)) ?? '';
    if (row.day > last) lastDays.set(groupId(row), row.day);
  }
  const seen = (await firstRows(db)).map(async (row): Promise<SeenGroup | null> => {
    const { site, chat } = row;
    const rows = () => db.days.where('[site+chat]').equals([site, chat]).filter(hasMessages);
    const first = hasMessages(row) ? row : await rows().first();
    const last = lastDays.get(groupId(row)) ?? (await rows().last())?.day;
    return first && last ? { site, chat, firstDay: first.day, lastDay: last } : null;
  });
  return (await Promise.all(seen)).filter((group) => group !== null);
}

/**
 * The first day row of every group. Stepped through from group to group: within one the index is ordered by the primary
 * key, which begins with the day, and asking it for its different keys passes over every row.
 */
async function firstRows(db: TallyDb): Promise<DayRow[]> {
  const rows: DayRow[] = [];
  let row = await db.days.orderBy('[site+chat]').first();
  while (row) {
    rows.push(row);
    row = await db.days.where('[site+chat]').above([row.site, row.chat]).first();
  }
  return rows;
}

/** A day may have a row for what was folded on it alone. */
function hasMessages(row: DayRow): boolean {
  return row.messages > 0;
}

function firstDayRead({ from, to, dormantDays }: GroupPeriod): string {
  const silence = silenceFrom(to, dormantDays);
  return silence < from ? silence : from;
}

function pastOf(groups: readonly SeenGroup[], { to }: GroupPeriod, db: TallyDb): Promise<DayRow[]> {
  const until = silentUntil(to);
  const silent = groups.filter(({ lastDay }) => lastDay <= until);
  return db.days
    .where('[site+chat]')
    .anyOf(silent.map(({ site, chat }) => [site, chat]))
    .toArray();
}
