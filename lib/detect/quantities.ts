import { readNumber } from './chinese-number.ts';
import type { Fact, Scan } from './fact.ts';
import { unitAt } from './units.ts';

const DIGITS = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d+)(?:\.\d+)?/y;
/** 3千米 has a unit, no thousand. */
const SCALE = /\s?(?:万亿|千万|百万|十万|[万亿百]|千(?![米克瓦卡伏]))/y;
const MORE = /\s?(\d{1,4})\s?([万千百])(?![米克瓦卡伏])/y;
const HALF_MORE = /半(?!数|径|边|个|年|成|夜|月)/y;
const HALF_UNIT = /个半(?=小时|钟头|月|学期)/y;
const ORDER = /第(\d{1,15}(?!\d)|[一二三四五六七八九十百〇零]{1,5})/y;
/** 余, 多, 来 after a number: about as many. */
const ABOUT = /[余多来](?!次|于|功能|部门|方|人次|自|年来)/y;
/** 负, 个 and 半. */
export const MINUS = 0x8d1f;
const GE = 0x4e2a;
const BAN = 0x534a;
/** 、 and what may follow it until the unit of a list. */
const LIST_SIGN = 0x3001;
const LISTED = /(?:、\d{1,4}){1,8}(?![\d.])/y;
/** What may follow figures before their unit: scales, and words for "about". */
const MAY_SCALE = new Uint8Array(0x10000);
for (const letter of ' 万亿千百十余多来') MAY_SCALE[letter.charCodeAt(0)] = 1;

/** "3人", "1.5万元", "-5", "12,000元", "95%"; the figures before a point or comma end there. */
export function quantityAt(scan: Scan, at: number, figuresEnd: number): Fact {
  const { body } = scan;
  const next = body.charCodeAt(figuresEnd);
  // Only a point or a comma may go on with the figures.
  const isWhole = next !== 0x2e && next !== 0x2c;
  const figures = isWhole ? body.slice(at, figuresEnd) : figuresAt(body, at);
  const sign = signBefore(scan, at, figuresEnd - at);
  const plain = isWhole ? figures : figures.replaceAll(',', '');
  return closeQuantity(scan, at - sign.length, at + figures.length, plain, sign);
}

function figuresAt(body: string, at: number): string {
  DIGITS.lastIndex = at;
  return DIGITS.exec(body)?.[0] ?? '';
}

/** A sign right before a figure: "-5度", "+2分", "负一层"; none between figures ("10-15人") or after a letter. */
function signBefore({ body, facts }: Scan, at: number, length: number): '' | '-' | '+' {
  const unit = body.charCodeAt(at - 1);
  if (unit === MINUS) return '-';
  if ((unit !== 0x2d && unit !== 0x2b) || length > 6) return '';
  const sign = unit === 0x2d ? '-' : '+';
  if (facts[facts.length - 1]?.end === at - 1) return '';
  return /[a-z0-9)]/.test(body[at - 2] ?? '') ? '' : sign;
}

/** "第三", "第3条": a place in an order. */
export function orderAt(scan: Scan, at: number): Fact | null {
  ORDER.lastIndex = at;
  const match = ORDER.exec(scan.body);
  const value = match ? readNumber(match[1] ?? '') : null;
  return match && value !== null ? numberFact(at, at + match[0].length, `${value} 第`) : null;
}

/** Scale, "more than", unit and half of a number whose figures end there. */
export function closeQuantity(
  { body }: Scan,
  start: number,
  from: number,
  figures: string,
  sign: string,
): Fact {
  const value = isCode(figures) ? null : Number(figures);
  const scaled = value === null ? { value, end: from } : scaledAt(body, from, value);
  let { end } = scaled;
  const about = isAbout(body, end);
  if (about) end++;
  const halfBefore = body.charCodeAt(end) === GE && isHalfUnit(body, end);
  if (halfBefore) end += 2;
  const unit = unitAt(body, end);
  if (unit) end = unit.end;
  HALF_MORE.lastIndex = end;
  const halfAfter =
    unit !== null && !halfBefore && body.charCodeAt(end) === BAN && HALF_MORE.test(body);
  if (halfAfter) end++;
  let said = figures;
  if (scaled.value !== null) said = shown(scaled.value + (halfBefore || halfAfter ? 0.5 : 0));
  // 两个半月 counts months.
  const listed = unit ?? (body.charCodeAt(end) === LIST_SIGN ? unitOfList(body, end) : null);
  const plain = listed ? ` ${listed.name}` : moneyBefore(body, start);
  const name = halfBefore && plain === ' 月' ? ' 个月' : plain;
  return numberFact(start, end, `${sign}${said}${name}${about ? ' +' : ''}`);
}

/** "3、4组" are two groups. */
function unitOfList(body: string, at: number): { name: string } | null {
  LISTED.lastIndex = at;
  const list = LISTED.exec(body);
  return list ? unitAt(body, at + list[0].length) : null;
}

function moneyBefore(body: string, start: number): string {
  return body[start - 1] === '¥' ? ' 元' : '';
}

/** "007" and a row of sixteen figures name something and count nothing. */
function isCode(figures: string): boolean {
  if (figures.length > 15) return true;
  return figures.charCodeAt(0) === 0x30 && figures.length > 1 && figures.charCodeAt(1) !== 0x2e;
}

function isAbout(body: string, at: number): boolean {
  if (!MAY_SCALE[body.charCodeAt(at)]) return false;
  ABOUT.lastIndex = at;
  return ABOUT.test(body) && unitAt(body, at + 1) !== null;
}

function isHalfUnit(body: string, at: number): boolean {
  HALF_UNIT.lastIndex = at;
  return HALF_UNIT.test(body);
}

/** "1.5万", "25万6千". */
function scaledAt(body: string, from: number, figures: number): { value: number; end: number } {
  if (!MAY_SCALE[body.charCodeAt(from)]) return { value: figures, end: from };
  SCALE.lastIndex = from;
  const scale = SCALE.exec(body)?.[0];
  if (scale === undefined) return { value: figures, end: from };
  let value = figures * (readNumber(`一${scale.trim()}`) ?? 1);
  let end = from + scale.length;
  for (let round = 0; round < 3; round++) {
    MORE.lastIndex = end;
    const more = MORE.exec(body);
    if (!more) break;
    value += Number(more[1]) * (readNumber(`一${more[2]}`) ?? 1);
    end += more[0].length;
  }
  return { value, end };
}

/** A number as it is compared: no exponent, no trace of binary fractions. */
export function shown(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const exact = Number(value.toPrecision(15));
  return Number.isInteger(exact) ? BigInt(exact).toString() : String(exact);
}

/** A number that says so much. */
export function numberFact(start: number, end: number, value: string): Fact {
  return { kind: 'number', start, end, value: `number ${value}` };
}
