/** Parts of the day, as a pattern. */
export const PART =
  '凌晨|清晨|清早|早上|早晨|早间|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|半夜';

/** An hour, right after a part of the day. */
export const HOUR_FOLLOWS =
  /\s{0,3}(?:\d{1,2}\s{0,3}(?:[:点时]|(?:[-—–~至到]|——)\s{0,2}\d{1,2}\s{0,2}[:点时])|[零〇一二两三四五六七八九十]{1,3}(?:[点时]|[至到][一二两三四五六七八九十]{1,3}[点时]))/y;

/** When a part of the day that is named without an hour ends, in minutes; null when with the day. */
export function endOfPart(part: string): number | null {
  if (/凌晨|早|晨/.test(part)) return 9 * 60;
  if (/上午|中午|正午|午间/.test(part)) return 12 * 60;
  if (/下午|午后|傍晚/.test(part)) return 18 * 60;
  return null;
}

/** "下午" and "晚" add twelve hours; "晚上12点" is midnight, "中午1点" is 13:00. */
export function inHalf(hour: number, part: string): number {
  if (/凌晨|晨/.test(part)) return hour === 12 ? 0 : hour;
  if (/[晚夜]/.test(part) && part !== '傍晚') {
    if (hour === 12) return 24;
    return hour < 12 && hour >= (part.includes('夜') ? 6 : 4) ? hour + 12 : hour;
  }
  if (/下午|午后|傍晚/.test(part)) return hour < 12 ? hour + 12 : hour;
  if (/中午|正午|午间/.test(part)) return hour < 4 ? hour + 12 : hour;
  return hour;
}

/** The hour that ends or goes on from one whose part was said: "下午2点到4点", "上午10点到2点". */
export function hourAfter(before: number, part: string, hour: number): number {
  // "夜间2时至5时" is after midnight.
  if (/[晚夜]/.test(part) && part !== '傍晚' && before < 360) return hour;
  const same = inHalf(hour, part);
  if (same * 60 >= before || hour > 12) return same;
  return /早|上午|中午/.test(part) && hour < 12 ? hour + 12 : hour;
}

/** One name for spellings of one part. */
export function partName(part: string): string {
  if (/^(?:早|早上|早间|早晨|晨)$/.test(part)) return '早';
  if (/^(?:晚|晚上|晚间|夜|夜间|夜里)$/.test(part)) return '晚';
  return /^(?:正午|午间)$/.test(part) ? '中午' : part;
}
