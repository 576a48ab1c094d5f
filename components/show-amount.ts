import { i18n } from '#i18n';

/**
 * Language tag of the words in use ("zh-CN", "en"): also when the browser speaks a third language. Pages state it when they
 * open; asking the browser for it again takes 30 µs in Firefox, and a table shows a thousand figures.
 */
export function language(): string {
  return document.documentElement.lang || i18n.t('language_tag');
}

/** Making a formatter costs more than a hundred uses of it. The language cannot change while a page is open. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = language() + JSON.stringify(options);
  const format = numberFormats.get(name) ?? new Intl.NumberFormat(language(), options);
  numberFormats.set(name, format);
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language() + JSON.stringify(options);
  const format = dateFormats.get(name) ?? new Intl.DateTimeFormat(language(), options);
  dateFormats.set(name, format);
  return format;
}

/** A whole number with the language's digit groups. */
export function showNumber(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** A number with up to two decimals, not rounded to a whole. */
export function showExact(value: number): string {
  return numberFormat({ maximumFractionDigits: 2 }).format(value);
}

/** A share from 0 to 1 in whole per cent. */
export function showShare(share: number): string {
  return numberFormat({ style: 'percent' }).format(share);
}

/** A number and its unit, apart so that the number can be large. */
export type Amount = { value: string; unit: string }[];

/** Minutes as people say them: "3.4 分钟", "47 分钟", "2 小时 5 分钟". */
export function minutesParts(minutes: number): Amount {
  const fine = minutes > 0 && minutes < 9.95;
  if (fine) {
    const digits = numberFormat({ maximumFractionDigits: 1 });
    return [{ value: digits.format(Math.max(0.1, minutes)), unit: i18n.t('unit_minutes') }];
  }
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = { value: String(whole % 60), unit: i18n.t('unit_minutes') };
  if (hours === 0) return [rest];
  return [{ value: showNumber(hours), unit: i18n.t('unit_hours') }, ...(whole % 60 ? [rest] : [])];
}

/** The same in one line of text. */
export function showMinutes(minutes: number): string {
  return minutesParts(minutes)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');
}

/** A size in base 1024 with one decimal from MB on. */
export function showBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const digits = numberFormat({ maximumFractionDigits: power > 1 ? 1 : 0 });
  return `${digits.format(bytes / 1024 ** power)} ${units[power]}`;
}

/** A day "YYYY-MM-DD" as "11月22日" or "22 Nov". */
export function showDay(day: string): string {
  // Noon UTC read in UTC: the day stays the same wherever the reader is.
  const format = dateFormat({
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** A moment (Unix ms) as "14:05" in local time. */
export function showClock(time: number): string {
  const format = dateFormat({
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(time));
}

/** A moment as "11月22日 14:05", the day left out when it is the day of `now`. */
export function showMoment(time: number, now: number): string {
  const sameDay = new Date(time).toDateString() === new Date(now).toDateString();
  if (sameDay) return showClock(time);
  const format = dateFormat({ month: 'short', day: 'numeric' });
  return `${format.format(new Date(time))} ${showClock(time)}`;
}
