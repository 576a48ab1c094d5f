import { dayNumber, dayOf, partsOf, weekdayOf } from './calendar.ts';
import { readNumber } from './chinese-number.ts';

const CN = '[一二三四五六七八九十廿〇零]';
const GAP = '\\s{0,3}';

/** Patterns of a day; the groups' names are read by `readDate`. */
export const DATE_PATTERN = [
  // 2026年11月5日, 11月5号, 十一月五日, 11月5
  `(?:(?<dy>(?:\\d{4}|\\d{2}|[〇零一二三四五六七八九]{4}))${GAP}年${GAP})?(?<![\\d.])(?<dm>\\d{1,2}|${CN}{1,3})${GAP}月份?${GAP}(?<dd>\\d{1,2}(?!\\d|${GAP}月)|${CN}{1,3}(?=${GAP}[日号]))${GAP}[日号]?`,
  // 2026-11-05, 2026/11/5, 2026.11.5
  '(?<!\\d)(?<iy>(?:19|20)\\d{2})[-/.](?<im>\\d{1,2})[-/.](?<id>\\d{1,2})(?!\\d)',
  // 11.5日, 11/5前
  `(?<![\\d./-])(?<pm>\\d{1,2})[./](?<pd>\\d{1,2})(?:[日号]|(?=${GAP}(?:前|之前|以前|截止|上午|下午|中午|晚|早)))`,
  // 20261105
  '(?<!\\d)(?<cy>20\\d{2})(?<cm>0[1-9]|1[0-2])(?<cd>[0-2]\\d|3[01])(?!\\d)',
  // 25号, 25日, 十五号
  `(?<![\\d.第一二三四五六七八九十])(?<od>\\d{1,2}|[十廿]${CN}?|二十${CN}?|三十一?)${GAP}(?:日|号)(?!楼|门|线|厅|院|桌|车|机|窗|店|口|内|游|间|房|馆|文|令|公|码|召|常|报|历|栋|宿)`,
  // today and its neighbours
  '(?<rd>大后|今|明|后|昨|前)(?:天|日(?!期)|(?=[早晚]))',
  // 本周五, 下周一, 周三, 星期天
  '(?<![每隔双单])(?<wp>本|这个?|下下?个?|上个?)?(?:周|星期|礼拜)(?<wd>[一二三四五六日天末])(?!期)',
  '(?<me>本月底|月底|本月末|月末|下月底|年底前?)',
].join('|');

type Groups = Record<string, string | undefined>;

/** The day that a matched pattern means, seen from the message's own time; null when it means none. */
export function readDate(groups: Groups, time: number): number | null {
  const today = dayOf(time);
  const { dy, dm, dd, iy, im, id, pm, pd, cy, cm, cd, od, rd, wd, wp, me } = groups;
  if (dm !== undefined) return fromParts(dy, dm, dd, today);
  if (iy !== undefined) return fromParts(iy, im, id, today);
  if (pm !== undefined) return fromParts(undefined, pm, pd, today);
  if (cy !== undefined) return fromParts(cy, cm, cd, today);
  if (od !== undefined) return fromDate(readNumber(od), today);
  if (rd !== undefined) return today + (OFFSETS[rd] ?? 0);
  if (wd !== undefined) return fromWeekday(wp ?? '', wd, today);
  if (me !== undefined) return monthEnd(me, today);
  return null;
}

const OFFSETS: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3, 昨: -1, 前: -2 };

function fromParts(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  today: number,
): number | null {
  const m = readNumber(month ?? '');
  const d = readNumber(date ?? '');
  if (m === null || d === null) return null;
  if (year !== undefined) {
    const y = readNumber(year);
    return y === null ? null : dayNumber(y < 100 ? 2000 + y : y, m, d);
  }
  const now = partsOf(today).year;
  // Notices look ahead: a day is past when it is at most three months back, else it is to come.
  for (const y of [now - 1, now, now + 1]) {
    const day = dayNumber(y, m, d);
    if (day !== null && day >= today - 90 && day < today + 276) return day;
  }
  return dayNumber(now, m, d);
}

function fromDate(date: number | null, today: number): number | null {
  if (date === null) return null;
  const { year, month } = partsOf(today);
  for (const shift of [-1, 0, 1]) {
    const at = new Date(Date.UTC(year, month - 1 + shift, 1));
    const day = dayNumber(at.getUTCFullYear(), at.getUTCMonth() + 1, date);
    if (day !== null && day >= today - 7 && day <= today + 24) return day;
  }
  return dayNumber(year, month, date);
}

function fromWeekday(prefix: string, name: string, today: number): number {
  const weekday = name === '末' ? 5 : '一二三四五六日'.indexOf(name === '天' ? '日' : name);
  const monday = today - weekdayOf(today);
  const next = (prefix.match(/下/g) ?? []).length;
  return monday + weekday + 7 * (prefix.startsWith('上') ? -1 : next);
}

function monthEnd(words: string, today: number): number {
  const { year, month } = partsOf(today);
  const last = words.startsWith('年') ? 12 : month + (words.startsWith('下') ? 1 : 0);
  return Math.floor(Date.UTC(year, last, 0) / 86_400_000);
}
