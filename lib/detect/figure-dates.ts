import { dayNumber, partsOf } from './calendar.ts';
import { fromParts, JOINT, yearOf } from './dates.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';
import { unitAt } from './units.ts';

/** 2026-11-05, 2026/11/5, 2026.11.5, 2026 11 05 */
const ISO = /((?:19|20)\d{2})(?:([-/.])(\d{1,2})\2(\d{1,2})|\s(\d{2})\s(\d{2}))[日号]?(?!\d)/y;
/** 20261105 */
const COMPACT = /(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/y;
const POINT = /(\d{1,2})([./])(\d{1,2})(?!\d)(?:\s?([日号]))?/y;
/** What makes 11.5 a day: what stands after it. */
const DAY_FOLLOWS =
  /\s{0,3}(?:前(?!\d)|之前|以前|截止|上午|下午|中午|晚|早|\(?(?:周|星期)[一二三四五六日天]|\s\d{1,2}:\d{2}|起(?![火重义])|开始)/y;
/** The same of a day that is not far: what takes place on it. */
const EVENT_FOLLOWS =
  /\s?(?:来|去|到(?!\d)|在|举行|举办|召开|开展|进行|出发|启动|组织|承办|报到|报名|集合|上午|考试|上线|放假|返校|开学|停[电水气])/y;
/** What makes a bare 11.16 a day: what stands before it. */
const DAY_LEADS = /(?:[(:,、]|[于在自从至到]|日期|时间|定|改为|截止|[类批组场])\s{0,3}$/;
const SECOND_POINT = /\s{0,2}(?:[-—–~至到]|——|--)\s{0,2}(\d{1,2})\.(\d{1,2})(?![\d.%])/y;

/** "2026-11-05", "2026.11.5", "20261105". */
export function isoDateAt(scan: Scan, at: number): Fact | null {
  ISO.lastIndex = at;
  const match = ISO.exec(scan.body);
  if (match) {
    const [all, year, , month = match[5], date = match[6]] = match;
    return fromParts(scan, at, at + all.length, Number(year), Number(month), Number(date));
  }
  COMPACT.lastIndex = at;
  const compact = COMPACT.exec(scan.body);
  if (!compact || unitAt(scan.body, at + 8)) return null;
  const [, year, month, date] = compact;
  return fromParts(scan, at, at + 8, Number(year), Number(month), Number(date));
}

/** "12.19日", "10.31前", "11/5(周四)", "11.5-11.7"; a decimal or a fraction otherwise. */
export function pointDateAt(scan: Scan, at: number): Fact | null {
  const { body } = scan;
  POINT.lastIndex = at;
  const match = POINT.exec(body);
  if (!match || /[\d.]/.test(body[at - 1] ?? '')) return null;
  const end = at + match[0].length;
  const month = Number(match[1]);
  const date = Number(match[3]);
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  if (!match[4] && !isPointDay(scan, at, end, month, date, match[2] === '.')) return null;
  return fromParts(scan, at, end, undefined, month, date);
}

function isPointDay(
  scan: Scan,
  at: number,
  end: number,
  month: number,
  date: number,
  dotted: boolean,
): boolean {
  const { body } = scan;
  DAY_FOLLOWS.lastIndex = end;
  if (DAY_FOLLOWS.test(body)) return true;
  if (!dotted || unitAt(body, end) || /[\d.%a-z]/.test(body[end] ?? '')) return false;
  const near = dayNumber(yearOf(scan.today, month, date), month, date);
  if (near === null || near < scan.today - 10 || near > scan.today + 120) return false;
  EVENT_FOLLOWS.lastIndex = end;
  if (EVENT_FOLLOWS.test(body) && !/[a-z.]/.test(body[at - 1] ?? ' ')) return true;
  if (near > scan.today + 60) return false;
  const before = factBefore(scan, at, JOINT);
  if (before?.day !== undefined) return true;
  SECOND_POINT.lastIndex = end;
  const second = SECOND_POINT.exec(body);
  if (second) {
    const last = dayNumber(partsOf(near).year, Number(second[1]), Number(second[2]));
    return (
      last !== null && last > near && last <= near + 62 && !unitAt(body, end + second[0].length)
    );
  }
  return date > 9 && DAY_LEADS.test(body.slice(Math.max(0, at - 5), at));
}
