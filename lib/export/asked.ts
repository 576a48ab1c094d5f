import type { DemandKind } from '../detect/types.ts';
import { byArrival, contributionsOfNotice } from '../tally/contributions.ts';
import { placeOf } from '../tally/counts.ts';
import { groupId } from '../tally/group-notes.ts';
import { isLate } from '../tally/local-day.ts';
import type { Day, Member, MessageRow, NoticeRow } from '../tally/rows.ts';
import { isWorkingDay } from '../tally/working-days.ts';

/** One demand as it was counted: where, when, and how far it went. */
export type Asked = {
  kind: DemandKind;
  site: string;
  chat: string;
  day: Day;
  /** Unix ms. */
  time: number;
  offHours: boolean;
  /** The message spoke of an emergency or of security: such demands are excepted from the rules. */
  emergency: boolean;
  /** Ids (`site|chat`) of every group that the same request reached, its own included. */
  reached: readonly string[];
  /** First characters of the text, as many as were kept; "" once pared. */
  excerpt: string;
  /** Evidence number of the notice that asked; "" where it has none. */
  evidence: string;
};

/** True for a message that may ask something which is counted: worth keeping while a period is read. */
export function mayAsk({ own, verdict }: MessageRow): boolean {
  return !own && verdict.demands.length > 0;
}

/**
 * Every demand counted from `from` to `to`, the same ones that the day sums hold. `messages` are those of the period
 * that ask (see mayAsk), `notices` the versions that they state.
 */
export function askedIn(
  messages: readonly MessageRow[],
  notices: readonly NoticeRow[],
  from: Day,
  to: Day,
): Asked[] {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const alone = messages
    .filter((message) => mayAsk(message) && message.verdict.notice === null)
    .filter(({ verdict }) => !verdict.isReply)
    .flatMap(askedAlone);
  const within = notices.flatMap((notice) => askedByNotice(notice, byKey));
  return [...alone, ...within].filter(({ day }) => day >= from && day <= to);
}

function askedAlone(message: MessageRow): Asked[] {
  const { site, chat, day, time, late, excerpt, verdict } = message;
  return [...new Set(verdict.demands)].map((kind) => ({
    ...{ kind, site, chat, day, time, excerpt, evidence: '' },
    offHours: late || !isWorkingDay(day),
    emergency: verdict.guards.includes('emergency'),
    reached: [groupId(message)],
  }));
}

/** Where a demand is charged, the earliest message of that chat and day that states it is the one that asked. */
function askedByNotice(notice: NoticeRow, byKey: ReadonlyMap<string, MessageRow>): Asked[] {
  const others = notice.members.filter(({ own }) => !own).sort(byArrival);
  const reached = [...new Set(others.map(groupId))];
  const evidence = notice.evidence?.number ?? '';
  return [...contributionsOfNotice(notice)].flatMap(([id, counts]) => {
    const place = placeOf(id);
    return (Object.keys(counts.demands) as DemandKind[]).flatMap((kind) => {
      const asking = others.find((member) => isAt(member, place) && member.demands.includes(kind));
      if (!asking) return [];
      return [{ ...askedBy(asking, kind, reached, byKey.get(asking.key)), evidence }];
    });
  });
}

function isAt(member: Member, place: { day: Day; site: string; chat: string }): boolean {
  return member.day === place.day && member.site === place.site && member.chat === place.chat;
}

function askedBy(
  { site, chat, day, time }: Member,
  kind: DemandKind,
  reached: readonly string[],
  message: MessageRow | undefined,
): Omit<Asked, 'evidence'> {
  return {
    ...{ kind, site, chat, day, time, reached },
    offHours: (message?.late ?? isLate(time)) || !isWorkingDay(day),
    emergency: message?.verdict.guards.includes('emergency') ?? false,
    excerpt: message?.excerpt ?? '',
  };
}
