const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const TENS: Record<string, number> = { 廿: 20, 卅: 30 };
const MYRIADS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };
/** Longer rows of numerals are no number that a notice states. */
const LONGEST = 24;

/**
 * Value of Arabic or Chinese digits ("25", "二十五", "廿五", "二〇二六", "三万五", "七十八点六"), or null when it is
 * no number.
 */
export function readNumber(text: string): number | null {
  if (isArabic(text)) return Number(text);
  if (text === '' || text.length > LONGEST) return null;
  const point = text.indexOf('点');
  if (point === -1) return wholeNumber(text);
  const whole = wholeNumber(text.slice(0, point));
  const decimals = digitsOf(text.slice(point + 1));
  return whole === null || decimals === '' ? null : Number(`${whole}.${decimals}`);
}

function isArabic(text: string): boolean {
  if (text.length > 15) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return text !== '';
}

/** "五七九" → "579"; "" when a letter is no digit. */
function digitsOf(text: string): string {
  let digits = '';
  for (const char of text) {
    const value = DIGITS[char];
    if (value === undefined) return '';
    digits += value;
  }
  return digits;
}

/** What is read so far: below a myriad, above it, the digit at hand, the unit that a last digit is a tenth of. */
type Sum = { total: number; section: number; digit: number | null; last: number };

function wholeNumber(text: string): number | null {
  const positional = text.length > 1 ? digitsOf(text) : '';
  if (positional !== '') return Number(positional);
  const sum: Sum = { total: 0, section: 0, digit: null, last: 1 };
  for (const char of text) if (!add(sum, char)) return null;
  const tail = sum.digit ?? 0;
  // 二百五 is 250, 一千零五 is 1005.
  return sum.total + sum.section + (sum.last >= 100 ? (tail * sum.last) / 10 : tail);
}

function add(sum: Sum, char: string): boolean {
  const digit = DIGITS[char];
  const unit = UNITS[char];
  const myriad = MYRIADS[char];
  if (digit !== undefined) {
    // 十四五 is a name.
    if (sum.digit) return false;
    sum.digit = digit;
    if (digit === 0) sum.last = 1;
  } else if (unit !== undefined) {
    // 零十 is ten as well.
    sum.section += (sum.digit || 1) * unit;
    sum.digit = null;
    sum.last = unit;
  } else if (TENS[char] !== undefined) {
    sum.section += TENS[char];
    sum.digit = null;
    sum.last = 10;
  } else if (myriad !== undefined) return raise(sum, myriad);
  else return false;
  return true;
}

/** 万 raises what stands before it, 亿 all that was read. */
function raise(sum: Sum, myriad: number): boolean {
  const before = sum.section + (sum.digit ?? 0);
  if (before === 0 && sum.total === 0) return false;
  const all = myriad === 10_000 && before > 0 ? null : sum.total + before;
  sum.total = all === null ? sum.total + before * myriad : all * myriad;
  sum.section = 0;
  sum.digit = null;
  sum.last = myriad;
  return true;
}
