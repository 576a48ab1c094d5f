/** Pictographs that say something: done, not done, up, down, the colour of a warning, what is forbidden, a letter. Others are ornament. */
export const MEANING_SIGNS =
  '✓✔✗✘✕✖☑☐☒✅❌❎⭕🔴🟠🟡🟢🔵⚪⚫🟥🟧🟨🟩🟦⬆⬇📈📉🆗🚫⛔👎🙅🆓♀♂🅰🅱🅾🅿🆎🔘📵🚭🚯🚱🚳🚷🔞🔕🔇📴🔼🔽⏫⏬👦👧🚹🚺🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛';

const MEANING_POINTS = new Set([...MEANING_SIGNS].map((sign) => sign.codePointAt(0) ?? 0));
const SIGN = /[\p{L}\p{N}\p{Sm}\p{Sc}‰°]/u;

/** Whether a character beyond ASCII carries meaning: letters, digits, signs of mathematics and money, marks of state. */
export function carriesMeaning(point: number): boolean {
  return MEANING_POINTS.has(point) || SIGN.test(String.fromCodePoint(point));
}
