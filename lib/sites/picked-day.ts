import { isStamp, readStamp } from './picked-time';

/** Lines between messages that are looked at for a day: longer ones name none. */
export const MAX_LINE = 60;
/** A line is built of few elements. */
const MAX_CHILDREN = 6;

/**
 * The day of the bare hours below a line that stands between messages: midnight, Unix ms, or null where none is sure.
 * Only a line that names a day alone says so. One with an hour dates the messages that it stands at: many clients show
 * "昨天 10:40" above one message and "08:15", of today, above the next. A line whose day cannot be told ends the day
 * before it all the same.
 */
export function dayBelow(line: Element, before: number | null, now: number): number | null {
  if (line.childElementCount > MAX_CHILDREN) return before;
  const text = (line.textContent ?? '').trim();
  if (text === '' || text.length > MAX_LINE) return before;
  const { clock, day } = readStamp(text, now);
  if (!isStamp(text)) return day === null ? before : null;
  return clock === null ? day : null;
}

/** The same for an element that is built as rows are: it is such a line when it holds a time or a day and nothing else. */
export function dayBelowRow(row: Element, before: number | null, now: number): number | null {
  const inside = row.firstElementChild;
  if (row.childElementCount > 1 || (inside?.childElementCount ?? 0) > 1) return before;
  return isStamp((row.textContent ?? '').trim()) ? dayBelow(row, before, now) : before;
}
