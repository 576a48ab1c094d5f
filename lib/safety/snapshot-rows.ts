import { list, text, whole } from '../import/shape';
import { dayRowId } from '../tally/counts';
import { COUNT_NAMES, type DayRow } from '../tally/rows';

/**
 * Day sums with every day and chat written once, and the counts of a row in one list: a third of the length, and it
 * packs better. `counts` names the plain counts in their order.
 */
export type PackedDays = {
  counts: readonly string[];
  days: string[];
  chats: [site: string, chat: string][];
  /** Number of the day, number of the chat, the plain counts, demands, hours. */
  rows: unknown[][];
};

export function packDays(rows: readonly DayRow[]): PackedDays {
  const days = new Map<string, number>();
  const chats = new Map<string, number>();
  const packed: PackedDays = { counts: COUNT_NAMES, days: [], chats: [], rows: [] };
  for (const row of rows) {
    const name = `${row.site}|${row.chat}`;
    if (!days.has(row.day)) days.set(row.day, packed.days.push(row.day) - 1);
    if (!chats.has(name)) chats.set(name, packed.chats.push([row.site, row.chat]) - 1);
    const counts = COUNT_NAMES.map((count) => row[count]);
    packed.rows.push([days.get(row.day), chats.get(name), ...counts, row.demands, row.hours]);
  }
  return packed;
}

/** The rows as plain data, still to be checked one by one. Throws `WrongShape` when they do not fit together. */
export function unpackDays(packed: Record<string, unknown>): unknown[] {
  const counts = list(text(40), 100)(packed.counts, 'counts');
  const days = list(text(10), MOST)(packed.days, 'days');
  const chats = list(list(text(600), 2), MOST)(packed.chats, 'chats');
  return list((row) => row as unknown[], MOST)(packed.rows, 'rows').map((row) => {
    const day = days[whole(days.length)(row[0], 'day')] ?? '';
    const [site = '', chat = ''] = chats[whole(chats.length)(row[1], 'chat')] ?? [];
    const plain = Object.fromEntries(counts.map((name, at) => [name, row[2 + at]]));
    const [demands, hours] = row.slice(2 + counts.length);
    return { id: dayRowId({ day, site, chat }), day, site, chat, ...plain, demands, hours };
  });
}

/** Ten years of a heavy user. */
const MOST = 10_000_000;
