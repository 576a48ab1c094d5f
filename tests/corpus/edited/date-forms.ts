import { type Day, dayNumber, endOfMonth, endOfWeek } from './calendar.ts';
import { chineseNumber, fullWidthDigits } from './numerals.ts';

/** One day, or a span of days. */
export type Days = { first: number; last: number };

/** One way to write a date. */
export type DateForm = {
  weight: number;
  /** Spans have forms of their own. */
  span?: true;
  fits?: (days: Days, today: number) => boolean;
  write: (first: Day, last: Day) => string;
  /** Last day on which the words still mean this date; without it they always do. */
  lasts?: (today: number) => number;
};

const WEEKDAY = (day: Day): string => '一二三四五六日'[day.weekday - 1] ?? '';
const MONTH_DAY = (day: Day): string => `${day.month}月${day.day}日`;

const sameMonth = (days: Days, today: number): boolean => days.last <= endOfMonth(today);
const thisWeek = (days: Days, today: number): boolean => days.first <= endOfWeek(today);
const nextWeek = (days: Days, today: number): boolean =>
  days.first > endOfWeek(today) && days.first <= endOfWeek(today) + 7;
const daysAway =
  (count: number) =>
  (days: Days, today: number): boolean =>
    days.first === today + count;
const sameDay = (today: number): number => today;

const ABSOLUTE: DateForm[] = [
  { weight: 26, write: MONTH_DAY },
  { weight: 10, write: (day) => `${MONTH_DAY(day)}（周${WEEKDAY(day)}）` },
  { weight: 6, write: (day) => `${MONTH_DAY(day)}（星期${WEEKDAY(day)}）` },
  { weight: 8, write: (day) => `${day.month}月${day.day}号` },
  { weight: 4, write: (day) => `${day.month}.${day.day}` },
  { weight: 3, write: (day) => `${day.month}.${day.day}日` },
  { weight: 2, write: (day) => `${day.month}/${day.day}` },
  { weight: 8, write: (day) => `${day.year}年${MONTH_DAY(day)}` },
  { weight: 3, write: (day) => `${day.year}-${two(day.month)}-${two(day.day)}` },
  { weight: 3, write: (day) => `${chineseNumber(day.month)}月${chineseNumber(day.day)}日` },
  { weight: 3, write: (day) => fullWidthDigits(MONTH_DAY(day)) },
];

const NEARBY: DateForm[] = [
  { weight: 4, fits: sameMonth, lasts: endOfMonth, write: (day) => `${day.day}日` },
  { weight: 5, fits: sameMonth, lasts: endOfMonth, write: (day) => `${day.day}号` },
  { weight: 3, fits: sameMonth, lasts: endOfMonth, write: (day) => `本月${day.day}日` },
  {
    weight: 3,
    fits: sameMonth,
    lasts: endOfMonth,
    write: (day) => `${day.day}日（周${WEEKDAY(day)}）`,
  },
  { weight: 7, fits: thisWeek, lasts: endOfWeek, write: (day) => `本周${WEEKDAY(day)}` },
  {
    weight: 5,
    fits: thisWeek,
    lasts: endOfWeek,
    write: (day) => `本周${WEEKDAY(day)}（${MONTH_DAY(day)}）`,
  },
  { weight: 6, fits: nextWeek, lasts: endOfWeek, write: (day) => `下周${WEEKDAY(day)}` },
  { weight: 14, fits: daysAway(1), lasts: sameDay, write: () => '明天' },
  { weight: 6, fits: daysAway(1), lasts: sameDay, write: (day) => `明天（${MONTH_DAY(day)}）` },
  { weight: 8, fits: daysAway(2), lasts: sameDay, write: () => '后天' },
];

const SPANS: DateForm[] = [
  { weight: 8, span: true, write: (day, last) => `${MONTH_DAY(day)}至${MONTH_DAY(last)}` },
  { weight: 4, span: true, write: (day, last) => `${MONTH_DAY(day)}-${MONTH_DAY(last)}` },
  {
    weight: 2,
    span: true,
    write: (day, last) => `${day.month}.${day.day}-${last.month}.${last.day}`,
  },
  {
    weight: 6,
    span: true,
    fits: (days) => days.last <= endOfMonth(days.first),
    write: (day, last) => `${MONTH_DAY(day)}—${last.day}日`,
  },
];

export const DATE_FORMS: readonly DateForm[] = [...ABSOLUTE, ...NEARBY, ...SPANS];

/** Whether a form can say these days in a message of this moment. */
export function formFits(form: DateForm, days: Days, now: number): boolean {
  const isSpan = days.last > days.first;
  if ((form.span ?? false) !== isSpan) return false;
  return form.fits?.(days, dayNumber(now)) ?? true;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
