/** How days are told where a pointer rests on a time: formats of Rocket.Chat's settings, in Chinese and English. */
const FULL = [
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日(?<clock>.+)$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})[ T](?<clock>.+)$/,
  /^(?<month>\p{L}+|\d{1,2}月) (?<day>\d{1,2})(?:st|nd|rd|th)?, (?<year>\d{4})(?: at)? (?<clock>.+)$/u,
  /^(?<day>\d{1,2}) (?<month>\p{L}+) (?<year>\d{4})(?: at)? (?<clock>.+)$/u,
];
/** "9:02 PM", "下午3:05", "凌晨12点05分", "21:02"; what goes with the hour stands before or behind it. */
const CLOCK =
  /^(凌晨|早上|上午|中午|下午|晚上|[ap]m)?\s*(\d{1,2})[:点](\d{2})分?\s*(凌晨|早上|上午|中午|下午|晚上|[ap]m)?$/i;
const ENGLISH =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const CHINESE = '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' ');

/** Unix ms of a day with its hour; null in words that are not known. */
export function timeIn(full: string): number | null {
  for (const format of FULL) {
    const { year, month = '', day, clock = '' } = format.exec(full.trim())?.groups ?? {};
    const hour = year === undefined ? null : hourIn(clock);
    if (hour) return timeOf(Number(year), monthIn(month), Number(day), hour);
  }
  return null;
}

/** "15:05"; null where the half of the day is said in other words. */
export function clockIn(shown: string): string | null {
  const hour = hourIn(shown);
  return hour && `${hour.hours}:${String(hour.minutes).padStart(2, '0')}`;
}

type Hour = { hours: number; minutes: number };

function hourIn(shown: string): Hour | null {
  const [, before = '', hour, minute, behind = ''] = CLOCK.exec(shown.trim()) ?? [];
  if (hour === undefined || (before !== '' && behind !== '')) return null;
  const hours = hoursOf(Number(hour), (before || behind).toLowerCase());
  const minutes = Number(minute);
  return hours !== null && hours < 24 && minutes < 60 ? { hours, minutes } : null;
}

/** Twelve is the first hour of its half. Noon is said from half past eleven on. */
function hoursOf(shown: number, half: string): number | null {
  if (half === '' || shown > 12) return shown;
  if (half === '中午') return shown >= 11 ? shown : shown + 12;
  if (half === '晚上' && shown === 12) return null;
  const isLate = half === '下午' || half === '晚上' || half === 'pm';
  return (shown % 12) + (isLate ? 12 : 0);
}

/** From 0 on. A name is taken whole: what begins as March does is November elsewhere. */
function monthIn(words: string): number {
  const number = /^(\d{1,2})月?$/.exec(words)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const name = words.toLowerCase();
  return Math.max(ENGLISH.indexOf(name), CHINESE.indexOf(name));
}

function timeOf(year: number, month: number, day: number, { hours, minutes }: Hour) {
  const at = new Date(year, month, day, hours, minutes);
  const isThere = month >= 0 && at.getMonth() === month && at.getDate() === day;
  return isThere ? at.getTime() : null;
}
