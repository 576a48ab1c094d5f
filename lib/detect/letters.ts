import { FirstLetters } from './first-letters.ts';

/** What a fact that begins with a letter may be; 0 for letters that none begins with. */
export const DIGIT = 1;
export const NUMERAL = 2;
export const DAY_WORD = 3;
export const PART = 4;
const OTHER = 5;
export const LATIN = 6;
export const BEGINS = new Uint8Array(0x10000);
/** What may follow a number. */
export const YEAR_SIGN = 1;
export const MONTH_SIGN = 2;
export const DATE_SIGN = 3;
export const HOUR_SIGN = 4;
export const POINT_SIGN = 5;
export const HYPHEN = 6;
export const SERIES = 7;
export const GRADE_SIGN = 8;
export const BLANK = 0x20;
export const SIGNS = new Uint8Array(0x10000);
mark(SIGNS, '年', YEAR_SIGN);
mark(SIGNS, '月', MONTH_SIGN);
mark(SIGNS, '日号', DATE_SIGN);
mark(SIGNS, ':点时', HOUR_SIGN);
mark(SIGNS, './', POINT_SIGN);
mark(SIGNS, '-', HYPHEN);
mark(SIGNS, '—–~至到、和及,', SERIES);
mark(SIGNS, '级', GRADE_SIGN);
mark(BEGINS, 'abcdefghijklmnopqrstuvwxyz', LATIN);
mark(BEGINS, '0123456789', DIGIT);
mark(BEGINS, '零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾', NUMERAL);
mark(BEGINS, '今明后昨前大去本这下上当周星礼月年', DAY_WORD);
mark(BEGINS, '凌清早中正午傍晚夜深晨', PART);
mark(BEGINS, '第半', OTHER);

const HOURS = '0123456789一二两三四五六七八九十 ';
/** Words that a day or a part of the day begins with, by their first letter: the letters that may follow it. */
const SECOND = new FirstLetters<ReadonlySet<number>>();
const SECOND_LETTERS = [
  ...['今天日早晚晨夜年', '明天日早晚晨夜年', '昨天日早晚夜', '后天年', '前天年', '大后前', '去年'],
  ...['本周星礼月年', '这周星礼月个一', '下午周星礼月个下一', '上午周星礼月个上一', '当月'],
  ...['周一二三四五六日天', '星期', '礼拜', '月底末份', '年底末', '中午', '正午', '午后间夜'],
  ...['凌晨', '清晨早', '傍晚', '深夜', `早上晨间${HOURS}`, `晚上间${HOURS}`, `夜间里${HOURS}`],
  ...[`晨${HOURS}`, '半夜小天年个月学日斤里公亩周星'],
];
for (const word of SECOND_LETTERS) {
  SECOND.take(word.charCodeAt(0), () => new Set([...word.slice(1)].map((x) => x.charCodeAt(0))));
}

/** A cheap look at the second letter: most of these first letters begin other words. */
export function canBegin(body: string, at: number): boolean {
  const letters = SECOND.get(body.charCodeAt(at));
  return letters === undefined || letters.has(body.charCodeAt(at + 1));
}

function mark(table: Uint8Array, letters: string, as: number): void {
  for (const letter of letters) table[letter.charCodeAt(0)] = as;
}
