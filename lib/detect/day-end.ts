import { partsOf, weekdayOf } from './calendar.ts';
import { type Fact, type Scan, squeezed } from './fact.ts';
import { endOfPart, HOUR_FOLLOWS, PART, partName } from './parts.ts';

/** "(周四)", "周四", ",星期四" right after a day; a stretch "周一至周五" is not of that day. */
const WEEKDAY =
  /\s{0,2}(?:([(,])\s{0,2}[本这下]?)?(?:周|星期|礼拜)([一二三四五六日天])(\s{0,2}\))?(?!\s?[至到—-]\s?(?:周|星期|[一二三四五六日天\d]))/y;
/** "(11月12日)" right after a weekday. */
const BRACKETED =
  /\s{0,2}\(\s{0,2}(\d{1,2})\s?(?:月\s?(\d{1,2})\s?[日号]?|\.(\d{1,2})\s?[日号]?|[日号])\s{0,2}\)/y;
/** A part of the day right after a day. A lone 晚 or 早 may begin another word. */
const DAY_PART = new RegExp(
  `\\s{0,2}的?(?:(${PART})|([晚早夜晨])(?!自习|会[^议]|宴|餐|饭|[报稻婚熟于交育期退缴归到操读教市已些做]|高峰|点名|准备))`,
  'y',
);
const WEEKDAYS = '一二三四五六日';

/** A day whose words end there, with the weekday and the part of the day that belong to it. */
export function closeDay(scan: Scan, start: number, end: number, day: number | null): Fact {
  if (day === null) return unresolved(scan, start, end, '');
  const fact: Fact = { kind: 'date', start, end, value: `day ${day}`, day };
  addWeekday(scan.body, fact, day);
  addPart(scan.body, fact);
  // "11月5日下午(周四)".
  if (fact.part && scan.body[fact.end] === '(') addWeekday(scan.body, fact, day);
  return fact;
}

/** A date that is not understood, or not with certainty: its words alone count. `means` stands for them. */
export function unresolved(scan: Scan, start: number, end: number, means: string): Fact {
  const words = squeezed(scan.body.slice(start, end));
  return { kind: 'date', start, end, value: `date ${means || words}` };
}

/** A day that a weekday named: the same day in brackets is no second one. */
export function closeWeekday(scan: Scan, start: number, end: number, day: number): Fact {
  const fact: Fact = { kind: 'date', start, end, value: `day ${day}`, day };
  BRACKETED.lastIndex = end;
  const match = scan.body[end] === '(' || scan.body[end] === ' ' ? BRACKETED.exec(scan.body) : null;
  if (match) {
    const meant = partsOf(day);
    const date = match[2] ?? match[3] ?? match[1];
    const month = match[2] || match[3] ? Number(match[1]) : meant.month;
    if (meant.date === Number(date) && meant.month === month) fact.end = end + match[0].length;
  }
  addPart(scan.body, fact);
  return fact;
}

function addWeekday(body: string, fact: Fact, day: number): void {
  const next = body[fact.end];
  if (next === undefined || !' (,周星礼'.includes(next)) return;
  WEEKDAY.lastIndex = fact.end;
  const match = WEEKDAY.exec(body);
  if (!match) return;
  const [all, opening, name = '', closing = ''] = match;
  const agrees = WEEKDAYS.indexOf(name === '天' ? '日' : name) === weekdayOf(day);
  if (opening === ',' && !agrees) return;
  fact.end += all.length - (opening === '(' ? 0 : closing.length);
  // Which of the two is wrong is not known: a message that mends it says something else.
  if (!agrees) fact.value += ` ${name}`;
}

function addPart(body: string, fact: Fact): void {
  if (!' 的凌清早上中正午下傍晚夜深半晨'.includes(body[fact.end] ?? '-')) return;
  DAY_PART.lastIndex = fact.end;
  const match = DAY_PART.exec(body);
  if (!match) return;
  const end = fact.end + match[0].length;
  HOUR_FOLLOWS.lastIndex = end;
  if (HOUR_FOLLOWS.test(body)) return;
  setPart(fact, match[1] ?? match[2] ?? '', end);
}

/** "明天下午" is one fact. */
export function setPart(fact: Fact, part: string, end: number): void {
  fact.end = end;
  fact.part = part;
  fact.value += ` ${partName(part)}`;
  const minutes = endOfPart(part);
  if (minutes !== null) fact.minutes = minutes;
}
