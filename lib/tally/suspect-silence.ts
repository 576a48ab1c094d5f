import { GROUP_THRESHOLDS as LIMIT } from './group-thresholds.ts';
import { addDays, daysBetween } from './local-day.ts';
import type { Day, DayRow } from './rows.ts';
import type { Evidence, GroupMaterial, Silence, Successor, SuspicionFound } from './suspicion.ts';
import { isWorkingDay } from './working-days.ts';

export type SilenceContext = {
  today: Day;
  /** Days without a message after which a group is dormant. */
  dormantDays: number;
  /** Days on which anything was seen, by site. */
  inUse: ReadonlyMap<string, ReadonlySet<Day>>;
  /** Every group, to find renamed ones. */
  groups: readonly Pick<GroupMaterial, 'site' | 'chat' | 'firstDay'>[];
};

/** The user's days until dormant, held within bounds; the default for what is no number. */
export function dormantLimit(set: number): number {
  if (!Number.isFinite(set)) return LIMIT.dormantDays;
  return Math.min(LIMIT.dormantMost, Math.max(LIMIT.dormantLeast, Math.round(set)));
}

/** First day whose sums are needed to tell a silence of the browser from one of a group. */
export function silenceFrom(today: Day, dormantDays: number): Day {
  return addDays(today, 1 - Math.max(dormantLimit(dormantDays), LIMIT.finishedQuietDays));
}

/** Last day of a group that has been silent long enough for its whole past to be of interest. */
export function silentUntil(today: Day): Day {
  return addDays(today, -Math.min(LIMIT.finishedQuietDays, LIMIT.dormantLeast));
}

/** A stage group that had a busy time and nothing since. Not while the browser itself was out of use. */
export function suspectFinished(
  group: GroupMaterial,
  context: SilenceContext,
): SuspicionFound | null {
  const silence = silenceOf(group, context, LIMIT.finishedQuietDays);
  const busy = silence && lastBusyTime(group.rows);
  if (!busy) return null;
  return { kind: 'finished', evidence: { ...silence, ...busy } };
}

/** A group without a message for long, 60 days unless set, while others of its site went on. */
export function suspectDormant(
  group: GroupMaterial,
  context: SilenceContext,
): SuspicionFound | null {
  const limit = dormantLimit(context.dormantDays);
  const silence = silenceOf(group, context, limit);
  const seen = group.rows.filter(({ messages }) => messages > 0);
  const messages = seen.reduce((sum, row) => sum + row.messages, 0);
  if (!silence || seen.length < LIMIT.knownDays || messages < LIMIT.knownMessages) return null;
  return { kind: 'dormant', evidence: { ...silence, limit } };
}

/** The silence up to today, or null where it is shorter than `least` days or the browser was mostly out of use in the last of them. */
function silenceOf(group: GroupMaterial, context: SilenceContext, least: number): Silence | null {
  const { today, inUse } = context;
  const { lastDay } = group;
  if (lastDay > addDays(today, -least)) return null;
  const working = daysBetween(addDays(today, 1 - least), today).filter(isWorkingDay);
  const used = working.filter((day) => inUse.get(group.site)?.has(day));
  if (used.length === 0 || used.length < LIMIT.inUse * working.length) return null;
  return {
    lastDay,
    quietDays: daysFrom(lastDay, today),
    workingDays: working.length,
    inUseDays: used.length,
    successor: successorOf(group, context),
  };
}

/** The last stretch of days that was busy, or null where there was none or too much came after it. */
function lastBusyTime(rows: readonly DayRow[]): Omit<Evidence['finished'], keyof Silence> | null {
  const days = rows
    .filter(({ messages }) => messages > 0)
    .sort((one, other) => (one.day < other.day ? 1 : -1));
  let afterwards = 0;
  for (const [at, { day, messages }] of days.entries()) {
    if (afterwards > LIMIT.afterwards) return null;
    const from = addDays(day, 1 - LIMIT.busyWithin);
    const stretch = days.slice(at).filter((row) => row.day >= from);
    const busyMessages = stretch.reduce((sum, row) => sum + row.messages, 0);
    if (busyMessages >= LIMIT.busyMessages && stretch.length >= LIMIT.busyDays) {
      const busyFrom = stretch.at(-1)?.day ?? day;
      return { busyFrom, busyTo: day, busyMessages, busyDays: stretch.length, afterwards };
    }
    afterwards += messages;
  }
  return null;
}

/**
 * A group of the same site that came up just after this one fell silent, under a similar name: web WeChat knows a
 * group by its name alone, so a renamed group looks like one that ended and one that began.
 */
function successorOf(group: GroupMaterial, { groups }: SilenceContext): Successor | null {
  const until = addDays(group.lastDay, LIMIT.renamedWithin);
  const candidates = groups
    .filter(({ site, firstDay }) => site === group.site && firstDay > group.lastDay)
    .filter(({ firstDay }) => firstDay <= until)
    .map(({ chat, firstDay }) => ({ chat, firstDay, alike: nameLikeness(chat, group.chat) }))
    .filter(({ alike }) => alike >= LIMIT.renamedLikeness)
    .sort((one, other) => other.alike - one.alike || (one.chat < other.chat ? -1 : 1));
  const best = candidates[0];
  return best ? { chat: best.chat, firstDay: best.firstDay } : null;
}

function nameLikeness(one: string, other: string): number {
  const mine = new Set(one);
  const both = new Set([...mine, ...other]);
  return [...new Set(other)].filter((letter) => mine.has(letter)).length / Math.max(1, both.size);
}

function daysFrom(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}
