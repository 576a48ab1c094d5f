import type { TallyDb } from './db.ts';
import { type GroupFacts, type GroupPeriod, groupFacts, type SeenGroup } from './group-facts.ts';
import { readingDb } from './query.ts';
import type { DayRow, NoticeRow } from './rows.ts';
import { spreadSince } from './spread-notices.ts';
import { silenceFrom, silentUntil } from './suspect-silence.ts';
import { groupTest } from './work-groups.ts';

/**
 * The check-up of every group ever seen. Reads no message: two day rows of each group for its first and last day, the
 * sums since the period or the longest silence began, the whole past of silent groups alone, and the versions that
 * several chats stated. These are by far the most and read apart, so that the background need not wait for all of them
 * to record; what it records meanwhile may be in them and not yet in the sums.
 */
export async function readGroupFacts(period: GroupPeriod, db = readingDb()): Promise<GroupFacts[]> {
  const sums = await db.transaction('r', db.days, db.groups, db.privateChats, async () => {
    const isGroup = await groupTest(db);
    const [seen, recent, notes] = await Promise.all([
      seenGroups(db),
      db.days.where('day').aboveOrEqual(firstDayRead(period)).toArray(),
      db.groups.toArray(),
    ]);
    const groups = seen.filter(isGroup);
    const past = await pastOf(groups, period, db);
    const days = [...new Map([...recent, ...past].map((row) => [row.id, row])).values()];
    return { groups, days: days.filter(isGroup), notes };
  });
  return groupFacts({ ...sums, spread: await spreadOf(period, db) }, period);
}

async function spreadOf({ from }: GroupPeriod, db: TallyDb): Promise<NoticeRow[]> {
  const spread = new Map<string, NoticeRow>();
  for await (const rows of spreadSince(from, db)) {
    for (const row of rows) spread.set(row.notice, row);
  }
  return [...spread.values()];
}

/** Every group with the first and the last day on which it had a message. */
export async function seenGroups(db: TallyDb): Promise<SeenGroup[]> {
  const keys = await db.days.orderBy('[site+chat]').uniqueKeys();
  const seen = await Promise.all(
    (keys as unknown as [string, string][]).map(async ([site, chat]) => {
      // Within one group the index is ordered by the primary key, which begins with the day.
      const rows = () => db.days.where('[site+chat]').equals([site, chat]).filter(hasMessages);
      const [first, last] = await Promise.all([rows().first(), rows().last()]);
      return first && last ? [{ site, chat, firstDay: first.day, lastDay: last.day }] : [];
    }),
  );
  return seen.flat();
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
