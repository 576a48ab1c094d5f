/** What a stamp on a page tells: a clock, a day, both, or only how long ago. */
export type Stamp = {
  /** "H:mm", 24 hours. */
  clock: string | null;
  /** Midnight of the day, local time, Unix ms; null where the stamp names none. */
  day: number | null;
  /** The day was written with its year, so that it reads the same tomorrow. */
  isFullDate: boolean;
};

/** A longer text is no stamp. "2026年11月5日 星期四 上午 9:02:11（已编辑）" has 32 characters. */
const LONGEST = 48;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(?:${MONTHS.join('|')})[a-z]{0,6}\\.?`;

const CLOCK =
  /(上午|下午|凌晨|早上|早晨|中午|晚上|傍晚|[ap]\.?m\.?)?\s*(?<!\d)(\d{1,2})\s*[:：]\s*(\d{2})(?:[:：]\d{2}(?:\.\d+)?)?\s*([ap]\.?m\b\.?|上午|下午)?/i;
const CHINESE_CLOCK = /(上午|下午|凌晨|早上|中午|晚上)?\s*(\d{1,2})[点时](?:(\d{1,2})分?|半|整)?/;
const YEAR_FIRST =
  /(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:日|号|\b)/;
const YEAR_LAST = /\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)?\d{2})\b/;
const MONTH_DAY = /(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/;
const WORD_FIRST = new RegExp(
  `\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
  'i',
);
const WORD_LAST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(${MONTH})(?:,?\\s+((?:19|20)\\d{2}))?`,
  'i',
);
const SHORT_DAY = /^\s*(\d{1,2})\s*[-/]\s*(\d{1,2})\b/;
const NEAR_DAY = /今天|昨天|前天|\btoday\b|\byesterday\b/i;
const WEEKDAY =
  /(?:星期|周|礼拜)[一二三四五六日天]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/i;
const AGO =
  /刚刚|刚才|\bjust now\b|\bnow\b|(?:\d+|几|[一二两三四五六七八九十半]+)\s*(?:秒|分钟?|个?小时|天|周|个?月|年)钟?(?:以?前|之前)|(?:\b\d+|\ban?|\ba few|\bfew)\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw])\b(?:\s*ago\b)?/i;
/** Words that stand with a time and are none of a message. */
const BESIDE =
  /\b(?:at|on|edited|sent|delivered|seen|read|gmt|utc)\b|已编辑|已读|已送达|发送于|于/gi;

const PATTERNS = [
  YEAR_FIRST,
  YEAR_LAST,
  WORD_FIRST,
  WORD_LAST,
  MONTH_DAY,
  NEAR_DAY,
  WEEKDAY,
  AGO,
  CLOCK,
  CHINESE_CLOCK,
  SHORT_DAY,
];

const CLOCKS = [YEAR_FIRST, YEAR_LAST, WORD_FIRST, WORD_LAST, MONTH_DAY, CLOCK];

/** The text is a time or a day and nothing else. */
export function isStamp(words: string): boolean {
  const text = undecorated(words);
  if (text.length > LONGEST) return false;
  const rest = withoutStamps(text);
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest.replace(BESIDE, ''));
}

/** "- - - 11-26 09:00 - - -" */
function undecorated(text: string): string {
  return text.replace(/^[\s—–~=*·•-]+|[\s—–~=*·•-]+$/g, '');
}

/** The text names a day, and may name a time: a line between the messages of two days. */
export function isDayLine(text: string): boolean {
  return isStamp(text) && dayOf(text, 0) !== null;
}

/** What is left of a text when every time and day in it is gone. */
function withoutStamps(text: string): string {
  return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

/** What is left when everything is gone that only a time can be: figures, with the word for a day in front of them. */
export function withoutClocks(text: string): string {
  const left = CLOCKS.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  return left === text ? text : left.replace(/(?<=[\p{L}\p{N}])(?:今天|昨天|前天)\s*$/u, ' ');
}

/** Reads a stamp. `now`, Unix ms, says what "yesterday" is. */
export function readStamp(text: string, now: number): Stamp {
  const part = undecorated(text).slice(0, 120);
  const day = dayOf(part, now);
  return { clock: clockOf(part), day: day?.at ?? null, isFullDate: day?.isFull ?? false };
}

/** Unix ms of a machine-readable time, or of a stamp with a whole date and a clock; null for any other. */
export function exactTime(text: string): number | null {
  if (/^\d{10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^(19|20)\d{2}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) {
    const time = Date.parse(text.replace(' ', 'T'));
    if (!Number.isNaN(time)) return time;
  }
  const { clock, day, isFullDate } = readStamp(text, 0);
  return clock !== null && day !== null && isFullDate ? timeOn(day, clock) : null;
}

/** Unix ms of a clock on a day. */
export function timeOn(day: number, clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return new Date(day).setHours(hours ?? 0, minutes ?? 0, 0, 0);
}

function clockOf(text: string): string | null {
  const digits = CLOCK.exec(text);
  const match = digits ?? CHINESE_CLOCK.exec(text);
  if (!match) return null;
  const half = digits?.[1] ?? digits?.[4] ?? match[1] ?? '';
  const hour = hourOf(Number(match[2]), half);
  const minutes = match[3] ?? (match[0].includes('半') ? '30' : '00');
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${hour}:${minutes.padStart(2, '0')}`;
}

function hourOf(hour: number, half: string): number {
  if (/^(p|下午|傍晚|晚上)/i.test(half)) return hour < 12 ? hour + 12 : hour;
  if (/^中午/.test(half)) return hour < 3 ? hour + 12 : hour;
  if (/^(a|上午|凌晨|早)/i.test(half)) return hour === 12 ? 0 : hour;
  return hour;
}

function dayOf(text: string, now: number): { at: number; isFull: boolean } | null {
  const full = YEAR_FIRST.exec(text);
  if (full) return day(Number(full[1]), Number(full[2]), Number(full[3]), true);
  const worded = WORD_FIRST.exec(text);
  if (worded) return dayOfWords(worded[1], worded[2], worded[3], now);
  const reversed = WORD_LAST.exec(text);
  if (reversed) return dayOfWords(reversed[2], reversed[1], reversed[3], now);
  const chinese = MONTH_DAY.exec(text);
  if (chinese) return lastDay(Number(chinese[1]), Number(chinese[2]), now);
  const slashed = YEAR_LAST.exec(text);
  if (slashed) return slashedDay(slashed);
  const back = daysBack(text, now);
  return back === null ? null : { at: startOfDay(now, back), isFull: false };
}

/** "5/11/2026" is one day in London and another in New York: only where one figure cannot be a month it is told. */
function slashedDay([, one, two, year]: RegExpExecArray) {
  const [first, second] = [Number(one), Number(two)];
  const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  if (first > 12) return day(full, second, first, true);
  return second > 12 || first === second ? day(full, first, second, true) : null;
}

function dayOfWords(word = '', date = '', year: string | undefined, now: number) {
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return year ? day(Number(year), month, Number(date), true) : lastDay(month, Number(date), now);
}

/** The last day of this date that is not after tomorrow. */
function lastDay(month: number, date: number, now: number) {
  const year = new Date(now).getFullYear();
  const here = day(year, month, date, false);
  return here && now > 0 && here.at > now + 86_400_000 ? day(year - 1, month, date, false) : here;
}

function day(year: number, month: number, date: number, isFull: boolean) {
  const at = new Date(year, month - 1, date);
  const isReal = at.getMonth() === month - 1 && at.getDate() === date;
  return isReal ? { at: at.getTime(), isFull } : null;
}

function daysBack(text: string, now: number): number | null {
  if (/今天|\btoday\b/i.test(text)) return 0;
  if (/昨天|\byesterday\b/i.test(text)) return 1;
  if (/前天/.test(text)) return 2;
  const weekday = WEEKDAY.exec(text)?.[0];
  if (!weekday) return null;
  const chinese = '日一二三四五六'.indexOf(weekday.at(-1) === '天' ? '日' : (weekday.at(-1) ?? ''));
  const western = 'sun mon tue wed thu fri sat'
    .split(' ')
    .indexOf(weekday.slice(0, 3).toLowerCase());
  const index = Math.max(chinese, western);
  return (new Date(now).getDay() - index + 7) % 7;
}

function startOfDay(now: number, back: number): number {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - back);
  return date.getTime();
}
