import { findBeside } from './beside';
import { timeOnDay } from './day-line';
import { PRE_PLAIN, preOf, undirected } from './whatsapp-parts';

/** Selectors of what WhatsApp shows of time: its own script of 2026 (WAWebClock, WAWebMessageMeta, WAWebMessageDateMarker). */
const META = '[data-testid="msg-meta"]';
/** Lines between rows: one with the day, one that counts what is unread, which is a live region. */
const UNREAD = '[aria-live]';
/** Places above a row that are looked through for its day: runs, each with a row at least. */
const MAX_PLACES = 400;
/** Languages of the page that write "5/11/2026" with the day first wherever they are spoken (Unicode's locale data). */
const DAY_FIRST = /^(?:fr|id|it|pt|vi)\b/;

/**
 * The hour of a row, and Unix ms where its day is told surely: by the stamp that a text carries for whoever copies it, else
 * by the line with the day above.
 */
export function shownTime(
  row: HTMLElement,
  box: Element,
  list: Element | null,
): { clock: string | null; time?: number } {
  const [, stamp = ''] =
    PRE_PLAIN.exec(preOf(box)?.getAttribute('data-pre-plain-text') ?? '') ?? [];
  const comma = stamp.lastIndexOf(', ');
  const clock = clockIn(stamp.slice(0, Math.max(0, comma))) ?? clockOf(box);
  if (clock === null) return { clock };
  const language = row.ownerDocument.documentElement.lang;
  const stamped = comma < 0 ? null : timeOf(stamp.slice(comma + 2), clock, language);
  const time = stamped ?? (list && timeAbove(row, list, clock, language));
  return { clock, ...(time === null ? {} : { time }) };
}

/** Below the words: "已编辑" and the hour, each in an element of its own. */
function clockOf(box: Element): string | null {
  const shown = [...(box.querySelector(META)?.querySelectorAll('span') ?? [])];
  const clocks = shown.map((span) => clockIn(span.textContent ?? ''));
  return clocks.findLast((clock) => clock !== null) ?? null;
}

/** "9:02 PM", "下午9:02", "21:02" and "21.02" as "21:02"; null where the half of the day is said in other words. */
export function clockIn(shown: string): string | null {
  const words = undirected(shown)
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  const parts = /^(上午|下午)?\s*(\d{1,2})[:.](\d{2})\s*(?:([AP])\.?\s?M\.?)?$/i.exec(words);
  if (!parts) return null;
  const [, chinese, hour = '', minute = '', latin] = parts;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (!chinese && !latin) return `${Number(hour)}:${minute}`;
  const isLate = chinese === '下午' || /p/i.test(latin ?? '');
  return `${(Number(hour) % 12) + (isLate ? 12 : 0)}:${minute}`;
}

function timeOf(day: string, clock: string, language: string): number | null {
  const date = dateIn(undirected(day).trim(), language);
  if (!date) return null;
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(date.year, date.month - 1, date.day, hours, minutes).getTime();
}

/** Null where it is not sure which number is the day. */
function dateIn(
  shown: string,
  language: string,
): { year: number; month: number; day: number } | null {
  const yearFirst =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(shown) ??
    /^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})\.?$/.exec(shown);
  if (yearFirst) return date(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})\.?$/.exec(shown);
  if (!yearLast) return null;
  const [, one = '', sign = '', other = '', year = ''] = yearLast;
  const isDayFirst = sign !== '/' || Number(one) > 12 || DAY_FIRST.test(language);
  const isEither = Number(one) <= 12 && Number(other) <= 12 && one !== other;
  if (isEither && !isDayFirst) return null;
  return isDayFirst && Number(other) <= 12 ? date(year, other, one) : date(year, one, other);
}

/** Null where there is no such day. Years of other calendars are none of ours. */
function date(...numbers: (string | undefined)[]) {
  const [year = 0, month = 0, day = 0] = numbers.map(Number);
  const at = new Date(year, month - 1, day);
  const isOne = at.getMonth() === month - 1 && at.getDate() === day;
  return isOne && year >= 2009 && year <= 2100 ? { year, month, day } : null;
}

/** The first line above a row that has no row in it and does not count: whatever it says, none above it is this row's day. */
function timeAbove(
  row: HTMLElement,
  list: Element,
  clock: string,
  language: string,
): number | null {
  const line = findBeside(row, list, 'previousElementSibling', MAX_PLACES, (place) => {
    if (place.matches('[data-id]') || place.querySelector('[data-id]')) return null;
    if (place.matches(UNREAD) || place.querySelector(UNREAD)) return null;
    const words = (place.textContent ?? '').trim();
    return words === '' ? null : words;
  });
  if (line === null) return null;
  return timeOf(line, clock, language) ?? timeOnDay(undirected(line), clock, Date.now());
}
