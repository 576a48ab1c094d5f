import type { DemandKind } from '../detect/types.ts';
import { addDemand, addHour, type Contributions, countsAt, placeOf } from './counts.ts';
import type { Day, Member, MessageRow, NoticeRow } from './rows.ts';

/** Demands that have to be met in every chat in which they are asked: one answers in each. All others once. */
export const ASKED_IN_EACH_CHAT: ReadonlySet<DemandKind> = new Set(['reply', 'relay', 'check-in']);

/** Days whose sums nobody may change: they were restored without the keys of their messages. */
export type ClosedDays = ReadonlySet<Day>;

const NONE_CLOSED: ClosedDays = new Set();

/** Order of arrival: by time, then key. The same on every machine. */
export function byArrival(one: Member, other: Member): number {
  return one.time - other.time || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}

/**
 * What a version of a notice costs, by day row. Depends on its members alone, not on the order in which they became
 * known: the day sums are kept by applying the difference between before and after a change.
 *
 * Own messages cost nothing. Of the others, the first by (time, key) is the notice; every later one is a copy.
 * A picture by itself is no notice, but a copy of it is a copy.
 * A reply, relay or check-in counts once per chat, any other demand once per chain of versions,
 * each where it was asked first. What falls on a closed day is in its sums already, and is left out.
 */
export function contributionsOfNotice(notice: NoticeRow, closed = NONE_CLOSED): Contributions {
  const contributions: Contributions = new Map();
  const others = notice.members.filter((member) => !member.own).sort(byArrival);
  others.forEach((member, index) => {
    const counts = countsAt(contributions, member);
    if (index === 0) {
      if (!member.picture) counts.notices += 1;
      if (notice.revises !== null) counts.revisions += 1;
      return;
    }
    counts.copies += 1;
    counts.copyChars += member.chars;
    if (member.media) counts.copyMedia += 1;
  });
  chargeDemands(contributions, others, notice.askedBefore);
  return withoutClosed(contributions, closed);
}

function withoutClosed(contributions: Contributions, closed: ClosedDays): Contributions {
  if (closed.size === 0) return contributions;
  for (const id of contributions.keys()) if (closed.has(placeOf(id).day)) contributions.delete(id);
  return contributions;
}

function chargeDemands(
  contributions: Contributions,
  others: readonly Member[],
  askedBefore: readonly DemandKind[],
): void {
  const charged = new Set<string>(askedBefore.filter((kind) => !ASKED_IN_EACH_CHAT.has(kind)));
  for (const member of others) {
    for (const kind of member.demands) {
      const demand = ASKED_IN_EACH_CHAT.has(kind) ? `${kind}|${member.site}|${member.chat}` : kind;
      if (charged.has(demand)) continue;
      charged.add(demand);
      addDemand(countsAt(contributions, member), kind, 1);
    }
  }
}

/**
 * What a message costs apart from the notice that it states, by day row: at most the day it came and the day it was
 * folded. A message of a closed day costs nothing, not even its fold: that may be in the sums of the closed day.
 */
export function contributionsOfMessage(row: MessageRow, closed = NONE_CLOSED): Contributions {
  const contributions: Contributions = new Map();
  if (closed.has(row.day)) return contributions;
  const counts = countsAt(contributions, row);
  counts.messages += 1;
  if (row.own) {
    counts.own += 1;
  } else {
    if (row.late) counts.late += 1;
    if (row.hour !== undefined) addHour(counts, row.hour, 1);
    if (row.verdict.isReply) counts.replies += 1;
    // A reply to a relay repeats its head: it answers the demand and asks nothing anew.
    else if (row.verdict.notice === null) {
      for (const kind of new Set(row.verdict.demands)) addDemand(counts, kind, 1);
    }
  }
  if (row.foldedDay !== null) countFold(contributions, row, row.foldedDay);
  return withoutClosed(contributions, closed);
}

function countFold(contributions: Contributions, row: MessageRow, day: string): void {
  const counts = countsAt(contributions, { day, site: row.site, chat: row.chat });
  counts.folded += 1;
  counts.foldedChars += row.chars;
  if (isMedia(row)) counts.foldedMedia += 1;
}

/** True for what costs a glance instead of reading: a file, link or image. */
export function isMedia(row: Pick<MessageRow, 'kind'>): boolean {
  return row.kind === 'file' || row.kind === 'link' || row.kind === 'image';
}
