import type { DayRange } from './periods.ts';
import { readingDb } from './query.ts';
import type { Day, NoticeRow } from './rows.ts';
import { spreadSince } from './spread-notices.ts';

/** A notice that came to several chats in a period. */
export type Travelled = {
  notice: string;
  /** "" after paring. */
  title: string;
  /** Day of its first message in the period. */
  first: Day;
  /** Messages of others in the period that say it. */
  messages: number;
  /** The chats that had it in the period, in the order in which it came to them. */
  chats: { site: string; chat: string }[];
};

/**
 * The notices of a period that came to the most chats, the farthest first; those in one chat are left out, and so is what
 * the user posted. Read by the index of versions in several chats, some days at a time.
 * `isOver`: asked between two readings; true stops early, with what was found until then.
 */
export async function travelledFarthest(
  range: DayRange,
  most: number,
  db = readingDb(),
  isOver: () => boolean = () => false,
): Promise<Travelled[]> {
  let farthest: Travelled[] = [];
  // Versions are filed by their newest day, so one of the period may be filed after it.
  for await (const rows of spreadSince(range.from, db, isOver)) {
    const found = rows.map((row) => inPeriod(row, range)).filter(({ chats }) => chats.length > 1);
    farthest = [...farthest, ...found].sort(farthestFirst).slice(0, most);
  }
  return farthest;
}

function inPeriod({ notice, title, members }: NoticeRow, { from, to }: DayRange): Travelled {
  const chats = new Map<string, { site: string; chat: string }>();
  const told = members.filter(({ own, day }) => !own && day >= from && day <= to);
  for (const { site, chat } of told) {
    const name = `${site}|${chat}`;
    if (!chats.has(name)) chats.set(name, { site, chat });
  }
  const first = told[0]?.day ?? from;
  return { notice, title, first, messages: told.length, chats: [...chats.values()] };
}

function farthestFirst(one: Travelled, other: Travelled): number {
  return (
    other.chats.length - one.chats.length ||
    other.messages - one.messages ||
    (one.first < other.first ? 1 : one.first > other.first ? -1 : 0) ||
    (one.notice < other.notice ? -1 : 1)
  );
}
