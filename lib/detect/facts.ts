import { dayOf } from './calendar.ts';
import { addressAt, mayHaveAddress, phoneAt, roomAt } from './contacts.ts';
import { monthDateAt, yearDateAt } from './dates.ts';
import { dateOfMonthAt } from './days-of-month.ts';
import { markDeadlines } from './deadline-words.ts';
import type { Fact, Scan } from './fact.ts';
import { isoDateAt, pointDateAt } from './figure-dates.ts';
import {
  BEGINS,
  BLANK,
  canBegin,
  DATE_SIGN,
  DAY_WORD,
  DIGIT,
  GRADE_SIGN,
  HOUR_SIGN,
  HYPHEN,
  LATIN,
  MONTH_SIGN,
  NUMERAL,
  PART,
  POINT_SIGN,
  SERIES,
  SIGNS,
  YEAR_SIGN,
} from './letters.ts';
import { halfAt, numeralsAt } from './numerals.ts';
import { orderAt, quantityAt } from './quantities.ts';
import { relativeDayAt } from './relative-days.ts';
import { partAt, timeAt } from './times.ts';

/** School years, which say who is meant: "25级", "23、24级"; no force of the wind. */
const GRADE =
  /(?:20)?[0-3]\d(?:\s?[,、]\s{0,4}(?:20)?[0-3]\d){0,5}\s?级(?!大?风|阵|台风|地震|强|以上|及以上|左右|伤)/y;
const DAY_AFTER_ITEM = /[.、](?:\d{1,2}\s?月\s?\d|20\d\d\s?年)/y;
/** What stands before the number of an item in a list. */
const ITEM_LEADS = ' \n\t。;:!,)';

/** Every fact that the body states in a fixed form, in order. `time` anchors relative days. */
export function findFacts(body: string, time: number): Fact[] {
  const facts: Fact[] = [];
  const today = dayOf(time);
  const scan: Scan = { body, time, today, facts, month: null, week: null, speaksOfPhones: null };
  let latin: boolean | null = null;
  for (let at = 0; at < body.length; ) {
    const begins = BEGINS[body.charCodeAt(at)] ?? 0;
    if (begins === LATIN) latin ??= mayHaveAddress(body);
    if (begins === 0 || (begins === LATIN && !latin)) {
      at++;
      continue;
    }
    if (begins === DIGIT) {
      at = readDigits(scan, at);
      continue;
    }
    const fact = begins >= DAY_WORD && !canBegin(body, at) ? null : factAt(scan, at, begins);
    if (fact) facts.push(fact);
    at = fact ? fact.end : at + 1;
  }
  if (facts.length > 0) markDeadlines(scan);
  return facts;
}

function factAt(scan: Scan, at: number, begins: number): Fact | null {
  switch (begins) {
    case NUMERAL:
      return numeralFactAt(scan, at);
    case DAY_WORD:
      return relativeDayAt(scan, at) ?? partAt(scan, at);
    case PART:
      return partAt(scan, at);
    case LATIN:
      return addressAt(scan, at);
    default:
      return scan.body[at] === '第' ? orderAt(scan, at) : (partAt(scan, at) ?? halfAt(scan, at));
  }
}

/** Reads what begins with a figure and returns where to go on. */
function readDigits(scan: Scan, at: number): number {
  const { body } = scan;
  let end = at + 1;
  while (end < body.length && BEGINS[body.charCodeAt(end)] === DIGIT) end++;
  if (isItem(body, at, end)) return end + 1;
  const fact = (isAddress(body, end) ? addressAt(scan, at) : null) ?? digitFactAt(scan, at, end);
  scan.facts.push(fact);
  return fact.end;
}

/** "12345@…" and "360.cn" begin with figures. */
function isAddress(body: string, end: number): boolean {
  const next = body.charCodeAt(end);
  if (next === 0x40 || next === 0x5f) return true;
  return BEGINS[next === 0x2e ? body.charCodeAt(end + 1) : next] === LATIN;
}

/** "1." or "2、" at the head of a list's item says nothing. */
function isItem(body: string, at: number, end: number): boolean {
  if (end - at > 2 || !'.、)'.includes(body[end] ?? ' ')) return false;
  if (at > 0 && !ITEM_LEADS.includes(body[at - 1] ?? ' ')) return false;
  if (BEGINS[body.charCodeAt(end + 1)] !== DIGIT) return !gradeAt(body, at);
  // "3.4月5日": the third item begins with a day.
  DAY_AFTER_ITEM.lastIndex = end;
  return DAY_AFTER_ITEM.test(body);
}

function gradeAt(body: string, at: number): string | undefined {
  GRADE.lastIndex = at;
  return GRADE.exec(body)?.[0];
}

function digitFactAt(scan: Scan, at: number, end: number): Fact {
  const next = signAt(scan.body, end);
  const length = end - at;
  const mayBeLong = length >= 3 || next === HYPHEN || scan.body.charCodeAt(end) === BLANK;
  return (
    (mayBeLong ? longAt(scan, at, length) : null) ??
    momentAt(scan, at, next) ??
    (next === SERIES || next === GRADE_SIGN ? gradeFactAt(scan.body, at) : null) ??
    quantityAt(scan, at, end)
  );
}

/** What the sign after a number, behind up to three blanks, may make of it. */
function signAt(body: string, end: number): number {
  let at = end;
  while (at < end + 3 && isGap(body.charCodeAt(at))) at++;
  return SIGNS[body.charCodeAt(at)] ?? 0;
}

function isGap(unit: number): boolean {
  return unit === BLANK || unit === 0x0a;
}

function longAt(scan: Scan, at: number, length: number): Fact | null {
  if (length === 4 || length === 8) {
    const date = isoDateAt(scan, at);
    if (date) return date;
  }
  return length < 3 ? roomAt(scan, at) : phoneAt(scan, at, length);
}

/** A day or an hour that begins with a number; what follows it says which it can be. */
function momentAt(scan: Scan, at: number, next: number): Fact | null {
  switch (next) {
    case YEAR_SIGN:
      return yearDateAt(scan, at);
    case MONTH_SIGN:
      return monthDateAt(scan, at);
    case DATE_SIGN:
      return dateOfMonthAt(scan, at);
    case HOUR_SIGN:
      return timeAt(scan, at);
    case POINT_SIGN:
      return pointDateAt(scan, at);
    case HYPHEN:
    case SERIES:
      return dateOfMonthAt(scan, at) ?? timeAt(scan, at);
    default:
      return null;
  }
}

function gradeFactAt(body: string, at: number): Fact | null {
  const words = gradeAt(body, at);
  if (words === undefined) return null;
  const years = words.match(/\d+/g)?.join(' ');
  return { kind: 'audience', start: at, end: at + words.length, value: `years ${years}` };
}

/** The same for Chinese numerals. */
function numeralFactAt(scan: Scan, at: number): Fact | null {
  const { body } = scan;
  let end = at + 1;
  // Longer rows of numerals are none.
  while (end < at + 24 && BEGINS[body.charCodeAt(end)] === NUMERAL) end++;
  const isRest = BEGINS[body.charCodeAt(at - 1)] === NUMERAL && scan.facts.at(-1)?.end !== at;
  const moment = end - at > 5 || isRest ? null : momentAt(scan, at, signAt(body, end));
  return moment ?? numeralsAt(scan, at, end);
}
