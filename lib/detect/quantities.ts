import { readNumber } from './chinese-number.ts';
import type { Fact, Scan } from './fact.ts';
import { unitAt } from './units.ts';

const DIGITS = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d+)(?:\.\d+)?/y;
const LETTERS = '[零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]';
const NUMERALS = new RegExp(`${LETTERS}{1,20}(?:点[零〇一二三四五六七八九]{1,8})?`, 'y');
/** 3千米 has a unit, no thousand. */
const SCALE = /\s?(?:万亿|千万|百万|十万|[万亿百]|千(?![米克瓦卡伏]))/y;
const MORE = /\s?(\d{1,4})\s?([万千百])(?![米克瓦卡伏])/y;
const SHARE = new RegExp(
  `([百千万])分之(\\d+(?:\\.\\d+)?|${LETTERS}{1,8}(?:点[零〇一二三四五六七八九]{1,6})?)`,
  'y',
);
const FRACTION = /([二三四五六七八九十])分之([一二两三四五六七八九])/y;
const HALF = /半(?=个?(?:小时|天|年|月|学期|日(?!制)|斤|里|公里|亩|周|星期|百分点))/y;
const HALF_MORE = /半(?!数|径|边|个|年|成|夜|月)/y;
const HALF_UNIT = /个半(?=小时|钟头|月|学期)/y;
const ORDER = /第(\d{1,4}|[一二三四五六七八九十百〇零]{1,5})/y;
/** 余, 多, 来 after a number: about as many. */
const ABOUT = /[余多来](?!次|于|功能|部门|方|人次|自|年来)/y;
/** 个 and 半. */
const GE = 0x4e2a;
const BAN = 0x534a;
/** What may follow figures before their unit: scales, and words for "about". */
const MAY_SCALE = new Uint8Array(0x10000);
for (const letter of ' 万亿千百十余多来') MAY_SCALE[letter.charCodeAt(0)] = 1;

/** Of 一 nothing is counted in these. */
const NO_COUNT =
  /一(?:起|次性|方面|直|成不变|般|些|定|度|面(?!旗|墙|镜)|分为|对一|级级|层层|户一|人一|并|部分|大早|把手|门心思)/y;

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

/** A sign right before a figure: "-5度", "+2分"; none between figures ("10-15人") or after a letter. */
function signBefore({ body, facts }: Scan, at: number, length: number): '' | '-' | '+' {
  const unit = body.charCodeAt(at - 1);
  if ((unit !== 0x2d && unit !== 0x2b) || length > 4) return '';
  const sign = unit === 0x2d ? '-' : '+';
  if (facts[facts.length - 1]?.end === at - 1) return '';
  return /[a-z0-9)]/.test(body[at - 2] ?? '') ? '' : sign;
}

/** "三十人", "百分之八十", "两万五千元", "三分之二"; null where the numerals, which end there, count nothing. */
export function numeralsAt(scan: Scan, at: number, end: number): Fact | null {
  const { body } = scan;
  if (body[end] === '分') {
    const share = shareAt(body, at);
    if (share) return share;
  }
  // 万家 and 百日 are manners of speaking, as 千家万户 is.
  if ('百千万亿佰仟'.includes(body[at] ?? '')) return null;
  if (body[end] !== '点') return countedFact(scan, at, body.slice(at, Math.min(end, at + 20)));
  NUMERALS.lastIndex = at;
  return countedFact(scan, at, NUMERALS.exec(body)?.[0] ?? '');
}

function countedFact(scan: Scan, at: number, text: string): Fact | null {
  const { body } = scan;
  const end = at + text.length;
  const next = body[end] ?? ' ';
  const skipped = '余多来'.includes(next) ? 1 : next === '个' && body[end + 1] === '半' ? 2 : 0;
  const unit = unitAt(body, end + skipped);
  const large = text.length > 2 && /[十百千万亿廿]/.test(text);
  if (!unit && !large && !text.includes('点')) return null;
  NO_COUNT.lastIndex = at;
  if (text === '一' && NO_COUNT.test(body)) return null;
  // 两三天 is no twenty-three.
  if (/^[一二两三四五六七八九]{2}$/.test(text)) {
    return numberFact(at, unit?.end ?? end, `${text} ${unit?.name ?? ''}`.trim());
  }
  const value = readNumber(text);
  return value === null ? null : closeQuantity(scan, at, end, shown(value), '');
}

function shareAt(body: string, at: number): Fact | null {
  SHARE.lastIndex = at;
  const share = SHARE.exec(body);
  if (share) return shareFact(at, share);
  FRACTION.lastIndex = at;
  const part = FRACTION.exec(body);
  if (!part) return null;
  const value = (readNumber(part[2] ?? '') ?? 0) / (readNumber(part[1] ?? '') ?? 1);
  return numberFact(at, at + part[0].length, `${shown(value)} 分之`);
}

function shareFact(at: number, [all, base, words = '']: RegExpExecArray): Fact {
  const value = /^\d/.test(words) ? Number(words) : readNumber(words);
  const sign = base === '百' ? '%' : base === '千' ? '‰' : '‱';
  return numberFact(at, at + all.length, value === null ? all : `${shown(value)} ${sign}`);
}

/** "半小时", "半天". */
export function halfAt(scan: Scan, at: number): Fact | null {
  HALF.lastIndex = at;
  if (!HALF.test(scan.body)) return null;
  const unit = unitAt(scan.body, at + 1);
  return unit ? numberFact(at, unit.end, `0.5 ${unit.name}`) : null;
}

/** "第三", "第3条": a place in an order. */
export function orderAt(scan: Scan, at: number): Fact | null {
  ORDER.lastIndex = at;
  const match = ORDER.exec(scan.body);
  const value = match ? readNumber(match[1] ?? '') : null;
  return match && value !== null ? numberFact(at, at + match[0].length, `${value} 第`) : null;
}

/** Scale, "more than", unit and half of a number whose figures end there. */
function closeQuantity(
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
  const name = unit ? ` ${unit.name}` : '';
  return numberFact(start, end, `${sign}${said}${name}${about ? ' +' : ''}`);
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
function shown(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const exact = Number(value.toPrecision(15));
  return Number.isInteger(exact) ? BigInt(exact).toString() : String(exact);
}

function numberFact(start: number, end: number, value: string): Fact {
  return { kind: 'number', start, end, value: `number ${value}` };
}
