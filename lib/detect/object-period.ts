import { dayOf, partsOf, weekdayOf } from './calendar.ts';
import { readNumber } from './chinese-number.ts';
import { periodOf, type Told } from './period-text.ts';

/** A name without the words for its period, and the period: null where the name tells none. */
export type Dated = { name: string; period: string | null };

type Reader = (match: RegExpExecArray, today: number) => Told | null;

const CN = '[一二三四五六七八九十]';
const NUMBER = `(\\d{1,2}|${CN}{1,3})`;
/** "安全生产月" and "月饼" are no months. */
const MONTH_SIGN = '月份?(?![饼嫂经子考龄花])';

/** Tried in this order, each once: a longer form stands before the shorter one that it holds. */
const PERIODS: readonly (readonly [RegExp, Reader])[] = [
  [
    /(\d{4})\s?(?:[-—~至]|——)\s?(\d{4})\s?学年度?/,
    ([, from, to]) => ({ schoolYear: `${from}-${to}` }),
  ],
  [
    /(?<!\d)(\d{4}|\d{2}|[〇零一二两三四五六七八九]{4})\s?年(?![级龄轻货会检以内间来限代])(?:度|期间)?/,
    ([, year = '']) => yearTold(readNumber(year)),
  ],
  [
    /(?<!以)(今|本|去|上|明|下)年(?![级龄轻货会])度?/,
    ([, which = ''], today) => yearAround(which, today),
  ],
  [
    new RegExp(`${NUMBER}月?\\s?[-—~至到]\\s?${NUMBER}${MONTH_SIGN}`),
    ([, from = '', to = '']) => monthsTold(readNumber(from), readNumber(to)),
  ],
  [
    new RegExp(`${NUMBER}月${NUMBER}[日号]`),
    ([, month = '', date = '']) => dateTold(readNumber(month), readNumber(date)),
  ],
  [
    new RegExp(`${NUMBER}${MONTH_SIGN}(?:\\s?([上中下])旬)?`),
    ([, month = '', third]) => monthTold(readNumber(month), third),
  ],
  [
    /(?<!以)([本当上下这])个?月(?:份|度)?(?:([上中下])旬)?/,
    ([, which = '', third], today) => monthAround(which, third, today),
  ],
  [/第?([一二三四1-4])季度/, ([, quarter = '']) => ({ quarter: readNumber(quarter) ?? 0 })],
  [/([本上下])(?:个)?季度/, ([, which = ''], today) => quarterAround(which, today)],
  [/(上|下)半年/, ([, half]) => ({ half: half === '上' ? 1 : 2 })],
  [
    /([本上下这])(?:个)?(?:周|星期)(?![一二三四五六日天末岁年边期])/,
    ([, which = ''], today) => weekAround(which, today),
  ],
  [/(今|当|昨|明)[日天](?![然气])/, ([, which = ''], today) => dayAround(which, today)],
  [/第?([一二12])学期|([上下])学期/, ([, number, half]) => termTold(number ?? half ?? '')],
  [
    new RegExp(
      `第\\s?(\\d{1,4}|${CN}{1,4})\\s?(批次?|期|轮|次(?!全国|人口|经济|农业|污染)|周|阶段)`,
    ),
    ([, number = '', unit = '']) => ({
      issue: `${readNumber(number) ?? number}${unit.slice(0, 1)}`,
    }),
  ],
];

/** Takes the period out of the name of what is asked for. `time`: Unix ms of the message, by which "上月" is told. */
export function withoutPeriod(name: string, time: number): Dated {
  const today = dayOf(time);
  const told: Told = {};
  let rest = name;
  for (const [pattern, read] of PERIODS) {
    const match = pattern.exec(rest);
    const part = match && read(match, today);
    if (!match || !part) continue;
    Object.assign(told, part);
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  }
  return { name: rest, period: periodOf(told, today) };
}

function yearTold(year: number | null): Told | null {
  if (year === null || (year > 99 && (year < 1990 || year > 2100))) return null;
  return { year: year > 99 ? year : 2000 + year };
}

function yearAround(which: string, today: number): Told {
  const { year } = partsOf(today);
  return { year: year + ('去上'.includes(which) ? -1 : '今本'.includes(which) ? 0 : 1) };
}

function monthTold(month: number | null, third: string | undefined): Told | null {
  if (month === null || month < 1 || month > 12) return null;
  return third === undefined ? { month } : { month, third };
}

function monthsTold(month: number | null, toMonth: number | null): Told | null {
  if (month === null || toMonth === null || month < 1 || toMonth > 12) return null;
  return { month, toMonth };
}

function dateTold(month: number | null, date: number | null): Told | null {
  if (month === null || date === null || month < 1 || month > 12 || date > 31) return null;
  return { month, date };
}

function monthAround(which: string, third: string | undefined, today: number): Told {
  const now = partsOf(today);
  const at = now.year * 12 + now.month - 1 + (which === '上' ? -1 : which === '下' ? 1 : 0);
  const told = { year: Math.floor(at / 12), month: (at % 12) + 1 };
  return third === undefined ? told : { ...told, third };
}

function quarterAround(which: string, today: number): Told {
  const now = partsOf(today);
  const step = which === '上' ? -1 : which === '下' ? 1 : 0;
  const at = now.year * 4 + Math.floor((now.month - 1) / 3) + step;
  return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
}

function weekAround(which: string, today: number): Told {
  return { monday: today - weekdayOf(today) + (which === '上' ? -7 : which === '下' ? 7 : 0) };
}

function dayAround(which: string, today: number): Told {
  return { day: today + (which === '昨' ? -1 : which === '明' ? 1 : 0) };
}

function termTold(which: string): Told {
  return { term: '一1上'.includes(which) ? 'T1' : 'T2' };
}
