/** Words that stand before or behind an hour: in the morning it stays, in the afternoon twelve are added. */
const MORNING = /^(?:上午|凌晨|清晨|早上|早晨|a\.?m\.?)$/i;
const AFTERNOON = /^(?:下午|晚上|傍晚|夜里|p\.?m\.?)$/i;
const NOON = /^中午$/;
const PART_OF_DAY = '(上午|凌晨|清晨|早上|早晨|下午|晚上|傍晚|夜里|中午|[ap]\\.?m\\.?)';

const YEAR_FIRST = new RegExp(
  `^(\\d{4})[-/.年]\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})日?(?:[T,，\\s]*${PART_OF_DAY}?\\s*(\\d{1,2})[:：.时](\\d{1,2})(?:[:：.分](\\d{1,2})秒?)?(?:[.,]\\d+)?\\s*${PART_OF_DAY}?)?$`,
  'i',
);
const YEAR_LAST = new RegExp(
  `^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})[,\\s]*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*${PART_OF_DAY}?$`,
  'i',
);
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Days from the beginning of a spreadsheet's calendar to that of Unix, and the last day that is taken for one. */
const SHEET_EPOCH = 25_569;
const SHEET_LAST = 73_051;

/**
 * Unix ms of a time as files write it: "2026/11/5 上午9:02", "2026-11-05 09:02:33", "2026年11月5日 9:02", ISO 8601, Unix
 * seconds or ms, a spreadsheet's day number. Without a zone it is local. NaN when it is none.
 */
export function timeOf(written: string): number {
  const text = written.trim();
  if (text.length > 60) return Number.NaN;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return timeOfNumber(Number(text));
  if (ISO_WITH_ZONE.test(text)) return Date.parse(text);
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [, year, month, day, before, hour = '0', minute = '0', second = '0', after] = first;
    return localTime([year, month, day], [hour, minute, second], before ?? after);
  }
  const last = YEAR_LAST.exec(text);
  if (!last) return Number.NaN;
  const [, one, two, year, hour, minute, second = '0', after] = last;
  // As an American spreadsheet writes it, unless that cannot be.
  const date = Number(one) > 12 ? [year, two, one] : [year, one, two];
  return localTime(date, [hour, minute, second], after);
}

function timeOfNumber(value: number): number {
  if (value > 1e11) return value;
  if (value > SHEET_LAST) return value * 1000;
  if (value < SHEET_EPOCH) return Number.NaN;
  const wall = new Date(Math.round((value - SHEET_EPOCH) * 86_400) * 1000);
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  ).getTime();
}

type Written = readonly (string | undefined)[];

function localTime(date: Written, clock: Written, partOfDay: string | undefined): number {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [told = 0, minute = 0, second = 0] = clock.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || told > 24 || minute > 59 || second > 60) {
    return Number.NaN;
  }
  const moment = new Date(year, month - 1, day, hourOf(told, partOfDay), minute, second);
  // "31 June" is no day; the calendar would go on with the first of July.
  return moment.getMonth() === month - 1 || told === 24 ? moment.getTime() : Number.NaN;
}

/** The hour of a clock of twelve hours; "下午15:00" is written too, and means what it says. */
export function hourOf(hour: number, partOfDay: string | undefined): number {
  if (partOfDay === undefined) return hour;
  if (MORNING.test(partOfDay)) return hour === 12 ? 0 : hour;
  if (AFTERNOON.test(partOfDay)) return hour < 12 ? hour + 12 : hour;
  return NOON.test(partOfDay) && hour < 10 ? hour + 12 : hour;
}
