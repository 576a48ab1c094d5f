import { addCounts, addDemand, noCounts } from './counts.ts';
import { groupId } from './group-notes.ts';
import type { SpreadShare, SpreadShares } from './group-overlap.ts';
import { grouped } from './grouped.ts';
import type { Counts, Day, DayRow, GroupRow } from './rows.ts';
import { suspectAudience, suspectDuplicate } from './suspect-common.ts';
import { othersOf, statementsOf, suspectOther, suspectShow } from './suspect-make-up.ts';
import { type SilenceContext, suspectDormant, suspectFinished } from './suspect-silence.ts';
import type { GroupMaterial, Overlap, SuspicionFound } from './suspicion.ts';
import { offHoursOf } from './working-days.ts';

/** The check-up of one group. */
export type GroupFacts = {
  site: string;
  chat: string;
  /** First and last day with a message, over all time. */
  firstDay: Day;
  lastDay: Day;
  /** Sums of the period. */
  counts: Counts;
  /** Messages of others outside office hours in the period. */
  offHours: number;
  /** Groups with notices in common in the period, the most in common first. */
  overlaps: Overlap[];
  suspicions: SuspicionFound[];
  notes: GroupRow | null;
};

/** Where a check-up begins and ends. `to` is today: silences are counted up to it. */
export type GroupPeriod = {
  from: Day;
  to: Day;
  /** Days without a message after which a group is dormant. */
  dormantDays: number;
};

/** A group and when it was seen, over all time. */
export type SeenGroup = Pick<GroupFacts, 'site' | 'chat' | 'firstDay' | 'lastDay'>;

/** What a check-up is made of, but for what groups have in common; the order of the rows is no matter. */
export type GroupSums = {
  groups: readonly SeenGroup[];
  /** Each once: all since the period and the longest silence began, and all there are of silent groups. */
  days: readonly DayRow[];
  notes: readonly GroupRow[];
};

/**
 * The check-up of every group, by site and name. Pure: the same rows give the same facts in whatever order they come.
 * `common`: of the versions that several chats stated, at least those stated in the period.
 */
export function groupFacts(
  { groups, days, notes }: GroupSums,
  common: SpreadShares,
  period: GroupPeriod,
): GroupFacts[] {
  const { shares } = common;
  const noted = notesById(notes);
  const sums = sumsByName(groups, days, period);
  const stated = new Map(sums.map((sum) => [groupId(sum), statedBy(sum, shares)]));
  const materials = sums.map((sum) => ({
    ...sum,
    asked: askedBy(sum.counts, shares.get(groupId(sum))),
    overlaps: overlapsOf(groupId(sum), sums, shares, stated),
    purpose: noted.get(groupId(sum))?.purpose.trim() ?? '',
  }));
  const byId = new Map(materials.map((group) => [groupId(group), group]));
  const context = silenceContext(materials, days, period);
  return materials.map((group) => ({
    ...figuresOf(group, noted),
    overlaps: [...group.overlaps],
    suspicions: suspicionsOf(group, byId, context),
  }));
}

/** The same as far as day sums of the period tell: without overlaps, and nothing is suspected. */
export function groupFigures(
  { groups, days, notes }: GroupSums,
  period: GroupPeriod,
): GroupFacts[] {
  const noted = notesById(notes);
  const sums = sumsByName(groups, days, period);
  return sums.map((sum) => ({ ...figuresOf(sum, noted), overlaps: [], suspicions: [] }));
}

function notesById(notes: readonly GroupRow[]): Map<string, GroupRow> {
  return new Map(notes.map((row) => [groupId(row), row]));
}

function figuresOf(
  { site, chat, firstDay, lastDay, counts, offHours }: Sums,
  notes: ReadonlyMap<string, GroupRow>,
): Omit<GroupFacts, 'overlaps' | 'suspicions'> {
  const noted = notes.get(groupId({ site, chat })) ?? null;
  return { site, chat, firstDay, lastDay, counts, offHours, notes: noted };
}

function suspicionsOf(
  group: GroupMaterial,
  groups: ReadonlyMap<string, GroupMaterial>,
  context: SilenceContext,
): SuspicionFound[] {
  const found = [
    suspectFinished(group, context),
    suspectDuplicate(group, groups),
    suspectAudience(group),
    suspectDormant(group, context),
    suspectShow(group),
    suspectOther(group),
  ];
  return found.filter((suspicion) => suspicion !== null);
}

type Sums = Omit<GroupMaterial, 'asked' | 'overlaps' | 'purpose'> & { offHours: number };

function sumsByName(
  groups: readonly SeenGroup[],
  days: readonly DayRow[],
  period: GroupPeriod,
): Sums[] {
  const rows = grouped(days, groupId);
  return groups
    .map((group) => sumsOf(group, rows.get(groupId(group)) ?? [], period))
    .sort((one, other) => (groupId(one) < groupId(other) ? -1 : 1));
}

function sumsOf(group: SeenGroup, rows: readonly DayRow[], { from, to }: GroupPeriod): Sums {
  const { site, chat, firstDay, lastDay } = group;
  const counts = noCounts();
  let offHours = 0;
  let activeDays = 0;
  for (const row of rows) {
    if (row.day < from || row.day > to) continue;
    addCounts(counts, row);
    offHours += offHoursOf(row.day, row);
    if (othersOf(row) > 0) activeDays += 1;
  }
  return { site, chat, firstDay, lastDay, counts, activeDays, offHours, rows };
}

/** Distinct notices of a group; never fewer than are known to be in common. Repeats of a notice that no other group had are not told apart. */
function statedBy({ site, chat, counts }: Sums, shares: ReadonlyMap<string, SpreadShare>): number {
  const share = shares.get(groupId({ site, chat }));
  return Math.max(share?.versions ?? 0, statementsOf(counts) - (share?.repeats ?? 0));
}

function askedBy(counts: Counts, share: SpreadShare | undefined): GroupMaterial['asked'] {
  const asked = noCounts();
  for (const demands of [counts.demands, share?.askedAgain ?? {}]) {
    for (const [kind, count] of Object.entries(demands)) {
      addDemand(asked, kind as keyof typeof demands, count);
    }
  }
  return asked.demands;
}

function overlapsOf(
  id: string,
  groups: readonly Sums[],
  shares: ReadonlyMap<string, SpreadShare>,
  stated: ReadonlyMap<string, number>,
): Overlap[] {
  const common = shares.get(id)?.shared;
  if (!common) return [];
  return groups
    .flatMap(({ site, chat }): Overlap[] => {
      const other = groupId({ site, chat });
      const shared = common.get(other) ?? 0;
      if (shared === 0) return [];
      const [mine, theirs] = [stated.get(id) ?? shared, stated.get(other) ?? shared];
      return [{ site, chat, shared, share: shared / mine, shareOfOther: shared / theirs }];
    })
    .sort(
      (one, other) =>
        other.shared - one.shared ||
        other.share - one.share ||
        (groupId(one) < groupId(other) ? -1 : 1),
    );
}

function silenceContext(
  groups: readonly GroupMaterial[],
  days: readonly DayRow[],
  { to, dormantDays }: GroupPeriod,
): SilenceContext {
  const inUse = new Map<string, Set<Day>>();
  for (const { site, day, messages } of days) {
    if (messages === 0) continue;
    const seen = inUse.get(site) ?? new Set();
    inUse.set(site, seen.add(day));
  }
  return { today: to, dormantDays, inUse, groups };
}
