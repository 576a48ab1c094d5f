import type { DemandKind } from '../../lib/detect/types';
import { emptyDay } from '../../lib/tally/counts';
import type { GroupPeriod, GroupSums, SeenGroup } from '../../lib/tally/group-facts';
import { addDays, daysBetween } from '../../lib/tally/local-day';
import type { Counts, Day, DayRow, Member, NoticeRow } from '../../lib/tally/rows';
import { isWorkingDay } from '../../lib/tally/working-days';

/** A Monday with no holiday within two months on either side but the National Day. */
export const TODAY = '2026-11-30';

export const PERIOD: GroupPeriod = { from: addDays(TODAY, -89), to: TODAY, dormantDays: 60 };

/** Everything that a check-up is made of. `spread`: versions that several chats stated. */
export type GroupSources = GroupSums & { spread: readonly NoticeRow[] };

/** The sums of a group on a day: messages of others in office hours unless told otherwise. */
export function dayRow(chat: string, day: Day, counts: Partial<Counts> = {}, site = 'wechat') {
  return { ...emptyDay(`${day}|${site}|${chat}`), messages: 10, ...counts };
}

/** The same sums on every working day from one to another, both included. */
export function everyWorkingDay(
  chat: string,
  from: Day,
  to: Day,
  counts: Partial<Counts> = {},
  site = 'wechat',
): DayRow[] {
  return daysBetween(from, to)
    .filter(isWorkingDay)
    .map((day) => dayRow(chat, day, counts, site));
}

let stated = 0;

/** A version that these chats stated on a day, the first of them first. */
export function stating(
  chats: readonly string[],
  day: Day = TODAY,
  member: Partial<Member> = {},
): NoticeRow {
  stated += 1;
  const notice = `n${stated}`;
  const members = chats.map(
    (chat, at): Member => ({
      ...{ key: `${notice}-${at}`, site: 'wechat', chat, sender: '', own: false },
      ...{ time: Date.parse(day) + at * 60_000, day, chars: 60, media: false },
      ...{ demands: [] as DemandKind[], recalled: false },
      ...member,
    }),
  );
  const nothing = { claims: [], revises: null, changed: [], askedBefore: [], revisedBy: [] };
  return { notice, rev: 1, title: '', members, spreadDay: day, ...nothing };
}

/** So many versions that the same chats stated. */
export function statingOften(
  times: number,
  chats: readonly string[],
  member: Partial<Member> = {},
) {
  return Array.from({ length: times }, () => stating(chats, TODAY, member));
}

/** Sources with the groups that the day sums tell of. */
export function sources(days: readonly DayRow[], more: Partial<GroupSources> = {}): GroupSources {
  const groups = new Map<string, SeenGroup>();
  for (const { site, chat, day, messages } of days) {
    if (messages === 0) continue;
    const id = `${site}|${chat}`;
    const seen = groups.get(id) ?? { site, chat, firstDay: day, lastDay: day };
    if (day < seen.firstDay) seen.firstDay = day;
    if (day > seen.lastDay) seen.lastDay = day;
    groups.set(id, seen);
  }
  return { groups: [...groups.values()], days, spread: [], notes: [], ...more };
}

/** A year of a busy group: that the browser was in use. */
export const IN_USE = everyWorkingDay('常用群', addDays(TODAY, -365), TODAY, { messages: 3 });
