/** When a message was sent, as far as Element shows it: hour and minute in few rows, the day in a line between them. */
export type ShownTime = { clock: string | null; time?: number };

/** A row of an earlier day without hour is put in the middle of it: inside office hours, an assumption. */
const NOON = { hours: 12, minutes: 0 };
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * `clock` as the row shows it, "" where it shows none; `day` as the line above says, "" where none is there.
 * Of a row of today without hour nothing is told: the overlay takes the nearest above, or now.
 */
export function shownTime(clock: string, day: string, now: number): ShownTime {
  const moment = momentOf(clock);
  const shown = moment ? `${moment.hours}:${String(moment.minutes).padStart(2, '0')}` : null;
  const start = dayOf(day, now);
  const isToday = start === startOfDay(now, 0);
  if (start === null || (isToday && !moment)) return { clock: shown };
  const { hours, minutes } = moment ?? NOON;
  return { clock: shown, time: new Date(start).setHours(hours, minutes, 0, 0) };
}

/** "09:02", "9:02 PM", "下午9:02". */
function momentOf(clock: string): { hours: number; minutes: number } | null {
  const match = /(?:^|\D)(\d{1,2}):(\d{2})(?!\d)/.exec(clock);
  if (!match) return null;
  const half = /\bp\.?m\b|下午|晚上|中午/i.test(clock) ? 12 : 0;
  const isHalf = half > 0 || /\ba\.?m\b|上午|凌晨|清晨|早上/i.test(clock);
  const hours = isHalf ? (Number(match[1]) % 12) + half : Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? { hours, minutes } : null;
}

/** Start of the day that a line names, in Chinese or English; null where it names none. */
function dayOf(line: string, now: number): number | null {
  const label = line.trim().toLowerCase();
  if (label === '今天' || label === 'today') return startOfDay(now, 0);
  if (label === '昨天' || label === 'yesterday') return startOfDay(now, 1);
  return weekdayOf(label, now) ?? dateOf(label);
}

/** A weekday alone is one of the last six days. */
function weekdayOf(label: string, now: number): number | null {
  const chinese = /^(?:星期|周|週)([日一二三四五六天])$/.exec(label)?.[1];
  const weekday = chinese ? '日一二三四五六'.indexOf(chinese) : WEEKDAYS.indexOf(label);
  if (chinese === '天' || weekday >= 0) {
    const ago = (new Date(now).getDay() - Math.max(0, weekday) + 7) % 7;
    return startOfDay(now, ago || 7);
  }
  return null;
}

/** "2026年11月5日周四", "Thu, Nov 5, 2026", "Thu, 5 Nov 2026". */
function dateOf(label: string): number | null {
  const chinese = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(label);
  if (chinese) return dateStart(Number(chinese[1]), Number(chinese[2]) - 1, Number(chinese[3]));
  const english = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2}),\s*(\d{4})\b/.exec(label);
  if (english) return dateStart(Number(english[3]), monthOf(english[1]), Number(english[2]));
  const british = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(label);
  return british ? dateStart(Number(british[3]), monthOf(british[2]), Number(british[1])) : null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf(name ?? '');
}

function dateStart(year: number, month: number, day: number): number | null {
  const date = new Date(year, month, day);
  return date.getMonth() === month && date.getDate() === day && year > 1990 ? date.getTime() : null;
}

function startOfDay(now: number, daysAgo: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysAgo).getTime();
}
