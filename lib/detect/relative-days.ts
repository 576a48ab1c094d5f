import { lastDayOf, partsOf, weekdayOf } from './calendar.ts';
import { monthDateAt } from './dates.ts';
import { closeDay, closeWeekday, setPart, unresolved } from './day-end.ts';
import { dateOfMonthAt } from './days-of-month.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';
import { HOUR_FOLLOWS } from './parts.ts';

/** 今天, 明日, 大后天, 昨夜, 今晚. 后日 and 前晚 are more often the ends of other words. */
const DAY_WORD =
  /(大后|大前|[今明后昨前])(?:天(?!气)|(?<![后前])日(?![期常均子志程报后前历头])|(?<![后前])([早晚晨夜][上间里]?))/y;
const OFFSETS: Record<string, number> = {
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
  昨: -1,
  前: -2,
  大前: -3,
};
const YEAR_WORD = /([今本明去前后])年\s{0,3}/y;
const YEARS: Record<string, number> = { 今: 0, 本: 0, 明: 1, 去: -1, 前: -2, 后: 2 };

const WEEKDAY =
  /(本|这一?个?|下{1,3}一?个?|上{1,3}一?个?)?(?:周|星期|礼拜)([一二三四五六日天])(?!期)/y;
/** "本周", "下周末", "这个星期内". */
const WEEK =
  /(本|这一?个?|下{1,3}一?个?|上{1,3}一?个?)(?:周|星期|礼拜)(末|内)?(?![一二三四五六日天期年岁边围刊])/y;
/** Before a weekday: a week that is counted from somewhere else, and one that comes again and again. */
const WEEK_OF_TERM = /第\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}周\s?$/;
const EVERY = /(?:[每隔双单逢]|每(?:周|星期)[一二三四五六日天周星期、和及,]{1,6})$/;
/** Before 周一 in "两周一次". */
const WEEKS = /[两一二三四五六七八九十几数\d]$/;
/** Before 上周 and 下周: another word ends. */
const NO_WEEK = /[线楼以如会台网之桌地山天]$/;
/** A bare stretch of weekdays is more often a rule than this week. */
const STRETCH = /\s?[至到—~-]\s?(?:周|星期)?[一二三四五六日天]/y;
const STRETCHED = /[一二三四五六日天]\s?[至到—~-]\s?$/;
const JOINT = /^\s{0,2}(?:[-—~至到、,和及与]|——)\s{0,2}$/;
const UNTIL = /(?:下班|放学|上午|下午|中午|晚上?)?(?:前(?![往台面后])|之前|以前|截止)/y;

const MONTH_END = /(本|这个?|当|下个?|上个?)?月[底末](?![考卷位])/y;
const NO_MONTH = /[每个各两一二三四五六七八九十\d次逐半]$/;
const YEAR_END = /(?:[今本]年[底末]|年[底末](?=前|之前|以前))/y;
const MONTH_WORD = /(本|这个?|当|下个?|上个?)月份?\s{0,2}/y;

/** "今天", "下周三", "月底", "本月26日", "明年3月1日": a day that is meant from the message's own. */
export function relativeDayAt(scan: Scan, at: number): Fact | null {
  const letter = scan.body[at] ?? '';
  if ('周星礼'.includes(letter)) return weekdayAt(scan, at);
  if ('本这下上当'.includes(letter)) {
    return weekdayAt(scan, at) ?? weekAt(scan, at) ?? monthWordAt(scan, at) ?? yearWordAt(scan, at);
  }
  if (letter === '月') return monthEndAt(scan, at);
  if (letter === '年') return yearEndAt(scan, at);
  return dayWordAt(scan, at) ?? yearWordAt(scan, at);
}

function dayWordAt(scan: Scan, at: number): Fact | null {
  DAY_WORD.lastIndex = at;
  const match = DAY_WORD.exec(scan.body);
  if (!match) return null;
  const [all, word = '', part] = match;
  if (all.endsWith('日') && /[说声证表聪照鲜分]/.test(scan.body[at - 1] ?? '')) return null;
  const day = scan.today + (OFFSETS[word] ?? 0);
  const end = at + all.length;
  if (part === undefined) return closeDay(scan, at, end, day);
  HOUR_FOLLOWS.lastIndex = end;
  const fact: Fact = { kind: 'date', start: at, end, value: `day ${day}`, day };
  if (HOUR_FOLLOWS.test(scan.body)) return { ...fact, end: end - part.length };
  setPart(fact, part, end);
  return fact;
}

function yearWordAt(scan: Scan, at: number): Fact | null {
  YEAR_WORD.lastIndex = at;
  const match = YEAR_WORD.exec(scan.body);
  if (!match) return yearEndAt(scan, at);
  const year = partsOf(scan.today).year + (YEARS[match[1] ?? ''] ?? 0);
  return monthDateAt(scan, at + match[0].length, year, at) ?? yearEndAt(scan, at);
}

function weekdayAt(scan: Scan, at: number): Fact | null {
  const { body } = scan;
  WEEKDAY.lastIndex = at;
  const match = WEEKDAY.exec(body);
  if (!match) return null;
  const [all, prefix, name = ''] = match;
  const before = body.slice(Math.max(0, at - 8), at);
  if (prefix ? NO_WEEK.test(before) && /^[上下]/.test(prefix) : WEEKS.test(before)) return null;
  const end = at + all.length;
  if (!prefix && WEEK_OF_TERM.test(before)) return unresolved(scan, at, end, `第周${name}`);
  if (!prefix && EVERY.test(before)) return unresolved(scan, at, end, `每周${name}`);
  const inherited = !prefix && factBefore(scan, at, JOINT)?.day !== undefined ? scan.week : null;
  STRETCH.lastIndex = end;
  if (!prefix && inherited === null && (STRETCH.test(body) || STRETCHED.test(before))) return null;
  scan.week = prefix ? weeksOf(prefix) : inherited;
  const weekday = '一二三四五六日'.indexOf(name === '天' ? '日' : name);
  const monday = scan.today - weekdayOf(scan.today);
  const day = monday + weekday + 7 * (scan.week ?? 0);
  if (scan.week !== null || day >= scan.today) return closeWeekday(scan, at, end, day);
  UNTIL.lastIndex = end;
  if (day <= scan.today - 3 || UNTIL.test(body)) return closeWeekday(scan, at, end, day + 7);
  // "周一" on a Tuesday: yesterday or in six days.
  return unresolved(scan, at, end, `周${name} ${monday}`);
}

/** A week as a whole: no day, but another one next week. */
function weekAt(scan: Scan, at: number): Fact | null {
  WEEK.lastIndex = at;
  const match = WEEK.exec(scan.body);
  if (!match || NO_WEEK.test(scan.body.slice(Math.max(0, at - 1), at))) return null;
  const [all, prefix = '', part = ''] = match;
  const monday = scan.today - weekdayOf(scan.today) + 7 * weeksOf(prefix);
  return unresolved(scan, at, at + all.length, `week ${monday} ${part}`);
}

function weeksOf(prefix: string): number {
  if (prefix.startsWith('下')) return prefix.lastIndexOf('下') + 1;
  return prefix.startsWith('上') ? -prefix.lastIndexOf('上') - 1 : 0;
}

/** The month that "本月", "下个月" mean; 13 and 0 are of the years beside. */
function monthOf(scan: Scan, word: string): { year: number; month: number } {
  const { year, month } = partsOf(scan.today);
  const shifted = month - 1 + (word.startsWith('下') ? 1 : word.startsWith('上') ? -1 : 0);
  return { year: year + Math.floor(shifted / 12), month: ((shifted + 12) % 12) + 1 };
}

function monthWordAt(scan: Scan, at: number): Fact | null {
  MONTH_WORD.lastIndex = at;
  const match = MONTH_WORD.exec(scan.body);
  if (!match || scan.body[at - 1] === '年') return null;
  const month = monthOf(scan, match[1] ?? '');
  return dateOfMonthAt(scan, at + match[0].length, month, at) ?? monthEndAt(scan, at);
}

function monthEndAt(scan: Scan, at: number): Fact | null {
  MONTH_END.lastIndex = at;
  const match = MONTH_END.exec(scan.body);
  if (!match || (!match[1] && NO_MONTH.test(scan.body.slice(Math.max(0, at - 1), at)))) return null;
  const { year, month } = monthOf(scan, match[1] ?? '');
  return closeDay(scan, at, at + match[0].length, lastDayOf(year, month));
}

function yearEndAt(scan: Scan, at: number): Fact | null {
  YEAR_END.lastIndex = at;
  const match = YEAR_END.exec(scan.body);
  if (!match) return null;
  const { year } = partsOf(scan.today);
  return closeDay(scan, at, at + match[0].length, lastDayOf(year, 12));
}
