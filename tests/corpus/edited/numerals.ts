const DIGITS = [...'零一二三四五六七八九'];

/** A whole number below 100 in Chinese: 12 is 十二. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Digits and colons at full width. */
export function fullWidthDigits(text: string): string {
  return text.replace(/[0-9:]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
