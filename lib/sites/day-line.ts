const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const DAY = 24 * 60 * 60 * 1000;
/** A clock may run ahead of the server's by this much, ms. */
const AHEAD = 5 * 60 * 1000;

/**
 * Unix ms of a clock under a line with the day, as clients word it in Chinese and English: "今天", "昨天", "星期四",
 * "11月5日", "2025年11月5日", "November 5, 2025". Null for other words.
 * @param clock "H:mm"
 */
export function timeOnDay(day: string, clock: string, now: number): number | null {
  const [hours = Number.NaN, minutes = Number.NaN] = clock.split(':').map(Number);
  const start = startOf(day.trim().toLowerCase(), new Date(now));
  if (!start || !(hours < 24 && minutes < 60)) return null;
  start.setHours(hours, minutes, 0, 0);
  // A page that was drawn before midnight still says "today".
  const isStale = start.getTime() > now + AHEAD && now + DAY > start.getTime();
  if (isStale) start.setDate(start.getDate() - 1);
  return start.getTime();
}

function startOf(words: string, now: Date): Date | null {
  const ago = daysAgo(words, now);
  if (ago !== null) return new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago);
  const chinese = /^(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(words);
  if (chinese) return date(chinese[1], Number(chinese[2]) - 1, chinese[3], now);
  const american = /^([a-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?$/.exec(words);
  if (american) return date(american[3], monthOf(american[1]), american[2], now);
  const british = /^(\d{1,2}) ([a-z]{3,9})(?: (\d{4}))?$/.exec(words);
  return british ? date(british[3], monthOf(british[2]), british[1], now) : null;
}

function daysAgo(words: string, now: Date): number | null {
  if (/^(?:today|今[天日])$/.test(words)) return 0;
  if (/^(?:yesterday|昨[天日])$/.test(words)) return 1;
  const chinese = /^(?:星期|周|週|禮拜|礼拜)([日天一二三四五六])$/.exec(words)?.[1];
  const weekday = chinese
    ? '日一二三四五六'.indexOf(chinese.replace('天', '日'))
    : /^[a-z]{3,6}day$/.test(words)
      ? WEEKDAYS.indexOf(words.slice(0, 3))
      : -1;
  // The day of the week stands for the last six days alone.
  return weekday < 0 ? null : ((now.getDay() - weekday + 6) % 7) + 1;
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3));
}

/** A day of the last twelve months, unless the year is said; null where there is no such day. */
function date(year: string | undefined, month: number, day: string | undefined, now: Date) {
  const at = new Date(year ? Number(year) : now.getFullYear(), month, Number(day));
  if (!year && at.getTime() > now.getTime() + DAY) at.setFullYear(now.getFullYear() - 1);
  return month >= 0 && at.getMonth() === month && at.getDate() === Number(day) ? at : null;
}
