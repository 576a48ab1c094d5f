import { timeOnDay } from './day-line';
import { displayedText } from './displayed-text';

/** Selectors of what Zulip shows of time: its templates of 2021 to 2026. */
const DAY_LINE = 'date_row';
const DAY = '.recipient_row_date';
/** With a hyphen since 2024. */
const CLOCK = '.message-time, .message_time';
/** Node.DOCUMENT_POSITION_FOLLOWING */
const FOLLOWING = 4;

/** "21:02" as a row shows it, and Unix ms where its day is told; null where its words are not known. */
export function shownTime(
  row: HTMLElement,
  group: Element | null,
): { clock: string | null; time?: number } {
  const clock = clockIn(row.querySelector(CLOCK)?.textContent ?? '');
  const time = clock === null ? null : timeOf(row, group, clock);
  return { clock, ...(time === null ? {} : { time }) };
}

/** The day stands in a line at the top of a row, or in the head of its group. */
function timeOf(row: HTMLElement, group: Element | null, clock: string): number | null {
  const day = group && (lineAbove(row, group) ?? group.querySelector(DAY));
  return day && timeUnder(day, clock);
}

/** A group may be as long as what is drawn, 250 rows and more. The browser keeps this list; a day has one line. */
function lineAbove(row: HTMLElement, group: Element): Element | null {
  const lines = group.getElementsByClassName(DAY_LINE);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const place = line?.parentElement;
    if (!line || place?.parentElement !== group) continue;
    if (place === row || place.compareDocumentPosition(row) & FOLLOWING) return line;
  }
  return null;
}

/** What is shown leaves out the year; the full day, with the day of the week, is what a pointer shows. */
function timeUnder(line: Element, clock: string): number | null {
  const full = line.querySelector('[data-tippy-content]')?.getAttribute('data-tippy-content') ?? '';
  const day = /\d{4}年\d{1,2}月\d{1,2}日/.exec(full)?.[0] ?? full.replace(/^\p{L}+day,? /iu, '');
  const now = Date.now();
  return (
    (/\d{4}/.test(day) ? timeOnDay(day, clock, now) : null) ??
    timeOnDay(displayedText(line), clock, now)
  );
}

/** "9:02 PM", "下午9:02" and "21:02" as "21:02"; null where the half of the day is said in other words. */
function clockIn(shown: string): string | null {
  const parts = /^(上午|下午)?\s*(\d{1,2}):(\d{2})\s*([AP])?(?:\.?M\.?)?$/i.exec(shown.trim());
  if (!parts) return null;
  const [, chinese, hour = '', minute = '', latin] = parts;
  if (!chinese && !latin) return `${Number(hour)}:${minute}`;
  const isLate = chinese === '下午' || /p/i.test(latin ?? '');
  return `${(Number(hour) % 12) + (isLate ? 12 : 0)}:${minute}`;
}
