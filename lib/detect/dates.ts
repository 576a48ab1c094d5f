import { dayNumber, lastDayOf, partsOf } from './calendar.ts';
import { readNumber } from './chinese-number.ts';
import { closeDay, unresolved } from './day-end.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';
import { unitAt } from './units.ts';

const CN = '[一二三四五六七八九十廿]';
const GAP = '\\s{0,3}';

const YEAR = /(\d{4}|\d{2}|[〇零一二两三四五六七八九千]{2,5})\s{0,3}年\s{0,3}/y;
const MONTH_DAY = new RegExp(
  `(\\d{1,2}|${CN}{1,3})${GAP}月份?${GAP}(?:(\\d{1,2})(?![\\d.]|${GAP}月)|初?(${CN}{1,3}))(?:${GAP}([日号]))?`,
  'y',
);
const MONTH_END = new RegExp(`(\\d{1,2}|${CN}{1,3})${GAP}月份?[底末](?![考卷])`, 'y');
/** Between two days of a list or a stretch. */
export const JOINT = /^\s{0,2}(?:[-—–~至到、,和及与]|——|--)\s{0,2}$/;

/** "2026年11月5日"; a year or a month alone is a number. */
export function yearDateAt(scan: Scan, at: number, prefix?: number): Fact | null {
  let from = at;
  let year = prefix;
  if (year === undefined) {
    YEAR.lastIndex = at;
    const head = YEAR.exec(scan.body);
    if (!head) return null;
    const stated = readNumber(head[1] ?? '');
    if (stated === null) return null;
    if (stated > 99 && stated < 1000) return null;
    year = stated > 99 ? stated : stated + (stated < 50 ? 2000 : 1900);
    from = at + head[0].length;
  }
  return monthDateAt(scan, from, year, at);
}

/** "11月5日", "十一月五号", "11月底". */
export function monthDateAt(scan: Scan, at: number, year?: number, start = at): Fact | null {
  MONTH_DAY.lastIndex = at;
  const match = MONTH_DAY.exec(scan.body);
  if (!match) return monthEndAt(scan, at, year, start);
  const [all, month = '', digits, letters = '', sign] = match;
  const end = at + all.length;
  if (!sign && countsThings(scan.body, end, digits, letters)) return null;
  const lunar = /[农阴旧]历\s?$/.test(scan.body.slice(Math.max(0, start - 4), start));
  if (lunar || all.includes('初')) return unresolved(scan, start, end, '');
  // Every year, or one that is not understood.
  if (year === undefined && scan.body[start - 1] === '年') return unresolved(scan, start, end, '');
  return fromParts(scan, start, end, year, readNumber(month), readNumber(digits ?? letters));
}

/** "11月3人", "三月一次": a number after the month, no day. */
function countsThings(body: string, end: number, digits: string | undefined, letters: string) {
  if (digits === undefined && letters.length < 2) return true;
  return unitAt(body, end) !== null;
}

function monthEndAt(scan: Scan, at: number, year: number | undefined, start: number): Fact | null {
  MONTH_END.lastIndex = at;
  const match = MONTH_END.exec(scan.body);
  const month = match ? readNumber(match[1] ?? '') : null;
  if (!match || month === null || month < 1 || month > 12) return null;
  const end = at + match[0].length;
  const near = year ?? yearOf(scan.today, month, 28);
  return closeDay(scan, start, end, lastDayOf(near, month));
}

/** A day of a month, in the year that it says or that is near. */
export function fromParts(
  scan: Scan,
  start: number,
  end: number,
  year: number | undefined,
  month: number | null,
  date: number | null,
): Fact {
  const last = scan.month;
  let near = year;
  if (month !== null && date !== null && near === undefined) {
    // "2026年12月28日至1月3日": the second is after the first.
    const follows = last?.yearStated && factBefore(scan, start, JOINT)?.day !== undefined;
    near = follows ? last.year + (month < last.month ? 1 : 0) : yearOf(scan.today, month, date);
  }
  const day =
    near === undefined || month === null || date === null ? null : dayNumber(near, month, date);
  if (day === null || near === undefined || month === null || date === null) {
    return unresolved(scan, start, end, '');
  }
  const isStated = year !== undefined || (last?.yearStated === true && near === last.year);
  scan.month = { year: near, month, date, yearStated: isStated };
  return closeDay(scan, start, end, day);
}

/** Notices look ahead: a day is past when it is at most three months back, else it is to come. */
export function yearOf(today: number, month: number, date: number): number {
  const now = partsOf(today).year;
  for (const year of [now - 1, now, now + 1]) {
    const day = dayNumber(year, month, date);
    if (day !== null && day >= today - 90 && day < today + 276) return year;
  }
  return now;
}
