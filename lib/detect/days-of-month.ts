import { dayNumber, partsOf } from './calendar.ts';
import { readNumber } from './chinese-number.ts';
import { JOINT } from './dates.ts';
import { closeDay, unresolved } from './day-end.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';

const CN = '[一二三四五六七八九十廿]';
const GAP = '\\s{0,3}';
/** After "5号": what is numbered so, and no day. */
const NUMBERED =
  '(?:商|住宅|教学|办公|宿舍|综合)?楼|门|[干支]?线|厅|院|桌|车|机|窗|店|口|房|馆|文|令|公[馆寓告]|码|召|栋|宿舍|床|库|井|泵|仓|柜|箱|池|棚|桩|柱|坑|考[场点室]|教室|会议室|会场|通道|卡口|[岗哨]亭|病[房床区]|选手|种子|地块|污|闸|桥|墩|铺|商铺|摊|展[厅位]|电梯|议案|提案|信箱|农|厂|间|段|片|标段|场地?|路|支部|小?组|点位|[台桶罐炉塔]|[^\\s,。;:!?、()到进上下去来在前之请开回召举交报起至我各全所有要是就都也后和与及的了统一截今明早晚中午将已未没不一二两三四五六七八九十零半周星\\d]{1,2}(?:[罐炉塔桥闸井泵站岗亭库仓柜箱池棚桩坑床铺楼门厅馆线区]|(?<=[合测样种务车卡站网考])点(?![名击到]))';
const NO_DAY_AFTER_DATE = /(?:内|游|均|租|程|历|记|报(?![名送到表备齐给我上批请])|常|用)/y;
const NO_DAY_AFTER_NUMBER = new RegExp(`${GAP}(?:${NUMBERED})`, 'y');
/** "5号、6号楼": the numbers of a list share what they count. */
const LISTED = /(?:\s?[、,和及与-]\s?\d{1,2}号?){0,8}/y;
const DATE = new RegExp(`(?:(\\d{1,2})|([十廿]${CN}?|[二三]十一?${CN}?))${GAP}([日号])`, 'y');
/** "5、6号", "5-7日": the first of several days, named by the last. */
const DATES =
  /(\d{1,2})\s{0,2}(?:[-—–~、和及至到]|——|--)\s{0,2}(?:\d{1,2}\s{0,2}、\s{0,2}){0,4}(?:\d{1,2})\s{0,2}(?=[日号])/y;

const UNTIL =
  /\s?(?:\d{1,2}[点时:]\d{0,2}|下班|中午|上午|下午|晚)?(?:前(?![往台面后])|之前|以前|截止|止|为止)/y;
/** A bare date so many days back is of this month; a little more, and it may be of the next. */
const SURE_BACK = 3;
const UNSURE_BACK = 7;
/** No bare date means more than a month ahead. */
const AHEAD = 31;
/** "〔2026〕12号": the number of a document. */
const DOCUMENT = /[第.]$|[〔[(【](?:19|20)\d\d[〕\])】]\s?$/;

/** "25号", "十五日", the "5" of "5、6号"; "12号楼" and "3日内" are none. `month`: what "下月" before it means. */
export function dateOfMonthAt(
  scan: Scan,
  at: number,
  month?: { year: number; month: number },
  start = at,
): Fact | null {
  const { body } = scan;
  DATE.lastIndex = at;
  const match = DATE.exec(body);
  const list = match ? null : datesAt(body, at);
  const number = match ? (match[1] ?? match[2]) : list?.[1];
  if (number === undefined) return null;
  const sign = at + (match ?? list ?? [''])[0].length - (match ? 1 : 0);
  if (isNumbered(body, sign + 1, body[sign] === '号')) return null;
  if (DOCUMENT.test(body.slice(Math.max(0, at - 8), at))) return null;
  const end = match ? sign + 1 : at + number.length;
  const date = readNumber(number);
  if (date === null || date < 1 || date > 31) return null;
  if (!month && body[at - 1] === '月') {
    // "每月10日" comes again and again.
    return body[at - 2] === '每' ? unresolved(scan, start, end, `每月${date}`) : null;
  }
  if (month) return closeDay(scan, start, end, dayNumber(month.year, month.month, date));
  const day = dayOfMonth(scan, at, end, date);
  if (day === null) return unresolved(scan, start, end, `${date}日 ${partsOf(scan.today).month}`);
  return closeDay(scan, start, end, day);
}

function datesAt(body: string, at: number): RegExpExecArray | null {
  DATES.lastIndex = at;
  return DATES.exec(body);
}

function isNumbered(body: string, end: number, isNumber: boolean): boolean {
  NO_DAY_AFTER_DATE.lastIndex = end;
  if (!isNumber) return NO_DAY_AFTER_DATE.test(body);
  LISTED.lastIndex = end;
  NO_DAY_AFTER_NUMBER.lastIndex = end + (LISTED.exec(body)?.[0].length ?? 0);
  return NO_DAY_AFTER_NUMBER.test(body);
}

/** The day that a bare "25号" means; null where it may be another, or a month that the text states says otherwise. */
function dayOfMonth(scan: Scan, at: number, end: number, date: number): number | null {
  const { today, month: stated } = scan;
  if (stated && factBefore(scan, at, JOINT)?.day !== undefined) {
    return inMonth(stated.year, stated.month + (date < stated.date ? 1 : 0), date);
  }
  UNTIL.lastIndex = end;
  const near = nearest(today, date, UNTIL.test(scan.body));
  const there = stated ? inMonth(stated.year, stated.month, date) : null;
  return there !== null && there !== near && there > today ? null : near;
}

/** Notices look ahead, and a few days back; what lies between may be this month or the next. */
function nearest(today: number, date: number, isAhead: boolean): number | null {
  const { year, month } = partsOf(today);
  const days = [-1, 0, 1].map((shift) => inMonth(year, month + shift, date));
  const past = days.findLast((day) => day !== null && day < today) ?? null;
  const coming = days.find((day) => day !== null && day >= today) ?? null;
  if (!isAhead && past !== null && past >= today - UNSURE_BACK) {
    return past >= today - SURE_BACK ? past : null;
  }
  return coming !== null && coming <= today + AHEAD ? coming : null;
}

/** A day of a month that may be 0 or 13. */
function inMonth(year: number, month: number, date: number): number | null {
  if (month < 1) return dayNumber(year - 1, month + 12, date);
  return month > 12 ? dayNumber(year + 1, month - 12, date) : dayNumber(year, month, date);
}
