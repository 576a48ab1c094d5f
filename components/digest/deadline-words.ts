import { i18n } from '#i18n';
import { language } from '../show-amount';

/** Notices mean China's time, wherever they are read. */
const ZONE = 'Asia/Shanghai';

/** Minute at which a deadline without an hour is kept. */
const LAST_MINUTE = '23:59';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A deadline (Unix ms) as "今天 17:00", "明天 04:00", "12月9日"; without an hour where only the day was stated. */
export function deadlineWords(deadline: number, now: number): string {
  const day = dayWord(deadline, now);
  const time = inChina(deadline, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return time === LAST_MINUTE ? day : `${day} ${time}`;
}

function dayWord(deadline: number, now: number): string {
  const date = (time: number) => inChina(time, { year: 'numeric', month: 'short', day: 'numeric' });
  if (date(deadline) === date(now)) return i18n.t('digest_today');
  if (date(deadline) === date(now + DAY_MS)) return i18n.t('digest_tomorrow');
  const sameYear = inChina(deadline, { year: 'numeric' }) === inChina(now, { year: 'numeric' });
  return sameYear ? inChina(deadline, { month: 'short', day: 'numeric' }) : date(deadline);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than a hundred uses of it. */
function inChina(time: number, options: Intl.DateTimeFormatOptions): string {
  const name = language() + Object.keys(options).join();
  const format =
    formats.get(name) ?? new Intl.DateTimeFormat(language(), { ...options, timeZone: ZONE });
  formats.set(name, format);
  return format.format(time);
}
