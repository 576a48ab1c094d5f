import type { Day } from './rows.ts';

/**
 * Where a message of a history is counted. `here`: it states no notice and asks nothing, and the packed row is all
 * there is of it. `row`: it has a row of its own among the messages. `twin`: it was read live as well, and is counted there.
 */
export type CountedAt = 'here' | 'row' | 'twin';

/** What is kept of one message of a history: enough to know it again and to take back what it counted, no word of it. */
export type HistoryEntry = {
  /** 53 bits of (chat, sender, time, content, which of several that are alike). */
  key: number;
  /** 53 bits of the content key. */
  content: number;
  /** Unix ms. */
  time: number;
  /** 53 bits of the sender's name; 0 while unknown. */
  sender: number;
  counted: CountedAt;
  own: boolean;
  late: boolean;
  isReply: boolean;
  /** Long enough for nobody to say the same by chance. */
  isLong: boolean;
  /** Hour of the local clock, 0 to 23. */
  hour: number;
};

/**
 * The messages of one chat on one day that came from a history, in columns. Half a million rows of their own take a
 * browser two minutes to write; twenty thousand of these take some seconds. `id` is `day|site|chat`.
 */
export type HistoryRow = {
  id: string;
  day: Day;
  site: string;
  chat: string;
  keys: Float64Array;
  contents: Float64Array;
  times: Float64Array;
  senders: Float64Array;
  /** See `MARKS`. */
  marks: Uint8Array;
  hours: Uint8Array;
};

/** A day of which a history told. */
export type HistoryDayRow = { day: Day };

/** Bits of a mark; the lowest two say where it is counted. */
const COUNTED: readonly CountedAt[] = ['here', 'row', 'twin'];
const MARKS = { own: 4, late: 8, isReply: 16, isLong: 32 } as const;

export function packedHistory(
  place: Pick<HistoryRow, 'id' | 'day' | 'site' | 'chat'>,
  entries: readonly HistoryEntry[],
): HistoryRow {
  const { id, day, site, chat } = place;
  return {
    ...{ id, day, site, chat },
    keys: Float64Array.from(entries, ({ key }) => key),
    contents: Float64Array.from(entries, ({ content }) => content),
    times: Float64Array.from(entries, ({ time }) => time),
    senders: Float64Array.from(entries, ({ sender }) => sender),
    marks: Uint8Array.from(entries, markOf),
    hours: Uint8Array.from(entries, ({ hour }) => hour),
  };
}

export function historyEntries(row: HistoryRow): HistoryEntry[] {
  return Array.from(row.keys, (key, at) => {
    const mark = row.marks[at] ?? 0;
    return {
      key,
      content: row.contents[at] ?? 0,
      time: row.times[at] ?? 0,
      sender: row.senders[at] ?? 0,
      counted: COUNTED[mark & 3] ?? 'here',
      own: (mark & MARKS.own) !== 0,
      late: (mark & MARKS.late) !== 0,
      isReply: (mark & MARKS.isReply) !== 0,
      isLong: (mark & MARKS.isLong) !== 0,
      hour: row.hours[at] ?? 0,
    };
  });
}

function markOf(entry: HistoryEntry): number {
  let mark = COUNTED.indexOf(entry.counted);
  if (entry.own) mark |= MARKS.own;
  if (entry.late) mark |= MARKS.late;
  if (entry.isReply) mark |= MARKS.isReply;
  if (entry.isLong) mark |= MARKS.isLong;
  return mark;
}
