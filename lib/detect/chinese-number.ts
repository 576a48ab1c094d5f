const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 廿: 20, 百: 100, 千: 1000 };

/**
 * Value of Arabic or Chinese digits ("25", "二十五", "廿五", "二〇二六"), or null when it is no number.
 * Knows units up to 千 and a single 万.
 */
export function readNumber(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const [head, tail, ...rest] = text.split('万');
  if (head === undefined || rest.length > 0) return null;
  if (tail === undefined) return belowTenThousand(head);
  const high = belowTenThousand(head);
  const low = tail === '' ? 0 : belowTenThousand(tail);
  return high === null || low === null ? null : high * 10_000 + low;
}

function belowTenThousand(text: string): number | null {
  if (text === '') return null;
  let sum = 0;
  let digit: number | null = null;
  let plain = '';
  for (const char of text) {
    const value = DIGITS[char];
    const unit = UNITS[char];
    if (value !== undefined) {
      digit = value;
      plain += String(value);
    } else if (unit === 20) {
      sum += 20;
      digit = null;
    } else if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = null;
    } else return null;
  }
  const positional = plain.length === text.length && text.length > 1;
  return positional ? Number(plain) : sum + (digit ?? 0);
}
