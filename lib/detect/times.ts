import { readNumber } from './chinese-number.ts';

const GAP = '\\s{0,3}';
const PART =
  '凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|今晚|(?<=[今明后昨])早|(?<=[今明后昨])晚|早(?=\\s?\\d)|晚(?=\\s?\\d)';

/** Patterns of a time of day; the groups' names are read by `readTime`. */
export const TIME_PATTERN = [
  // 14:00, 下午2:30
  `(?:(?<ap>${PART})${GAP})?(?<![\\d:])(?<ah>\\d{1,2})${GAP}:${GAP}(?<am>\\d{2})(?::\\d{2})?(?!\\d)`,
  // 下午两点半, 14时30分, 9点; not 三点要求
  `(?:(?<bp>${PART})${GAP})?(?<![\\d.第])(?<bh>\\d{1,2}|[一二两三四五六七八九十]{1,3})${GAP}[点时](?!要求|意见|建议|注意|事项|内容|希望|原则|措施|说明|工作|间|候|代|段|限|效|许|不)(?:[钟整]|(?<half>半)|(?<quarter>[一三])刻|${GAP}(?<bm>\\d{1,2}|[一二三四五六七八九十]{1,3})${GAP}分)?`,
  `(?<part>${PART})`,
].join('|');

type Groups = Record<string, string | undefined>;

/** Minutes after midnight, or null when the pattern names only a part of the day or no real time. */
export function readTime(groups: Groups): number | null {
  const { ap, ah, am, bp, bh, half, quarter, bm } = groups;
  const hourText = ah ?? bh;
  if (hourText === undefined) return null;
  const hour = readNumber(hourText);
  const minute = half ? 30 : quarter ? (quarter === '一' ? 15 : 45) : readNumber(am ?? bm ?? '0');
  if (hour === null || minute === null || hour > 24 || minute > 59) return null;
  const minutes = inHalf(hour, ap ?? bp ?? '') * 60 + minute;
  return minutes <= 1440 ? minutes : null;
}

/** Last minute of a part of the day that is named without an hour ("上午"): when a deadline in it ends. */
export function endOfPart(part: string): number {
  if (/凌晨|清晨|早/.test(part)) return 9 * 60;
  if (part === '上午' || part === '中午') return part === '上午' ? 12 * 60 : 14 * 60;
  if (/下午|午后|傍晚/.test(part)) return 18 * 60;
  return 24 * 60 - 1;
}

/** "下午" and "晚" add twelve hours; "晚上12点" is midnight, "中午1点" is 13:00. */
function inHalf(hour: number, part: string): number {
  if (/凌晨/.test(part)) return hour === 12 ? 0 : hour;
  if (/晚|夜/.test(part)) return hour < 12 && hour >= 4 ? hour + 12 : hour === 12 ? 24 : hour;
  if (/下午|午后|傍晚/.test(part)) return hour < 12 ? hour + 12 : hour;
  if (/中午/.test(part)) return hour < 4 ? hour + 12 : hour;
  return hour;
}
