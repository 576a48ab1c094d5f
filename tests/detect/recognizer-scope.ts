/**
 * Which spans of the third-party specifications are in scope. Decided by the kind of words, never by what fails: in are the
 * forms that notices use. Out, by kind:
 * the lunar calendar, eras, holidays by name (no tables of them); years before 1900; the date before the month, two
 * figures of a year before a stroke or hyphen, and "12/1" with nothing beside (a fraction as well): not written here;
 * a weekday counted within a month, a month of another year that is not named; whole weeks, months, quarters,
 * seasons, years, decades; durations, repeated times; "now", "lately", "from now to", "in the coming three hours";
 * a date that the months near the message do not have (29 February of a common year); open ends ("after 2015"); numbers with a power, a fraction, a dozen, 兆, blanks between numerals, letters for a scale;
 * more than fifteen figures, seven and more without a unit (a telephone number or the like), several points;
 * units that no notice counts with; tenths (成, 折) told as a percentage; telephone numbers of other countries; bare
 * addresses under rare endings.
 */

const CN = '[一二三四五六七八九十]{1,3}';
const NUMBER = `(?:\\d{1,2}|${CN})`;
const YEAR = '(?:(?:19|20)\\d\\d|\\d\\d|两千(?:零四)?|二零零四)年';
const MONTH_DAY = `${NUMBER}月${NUMBER}[日号]?`;
const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天]';
const DAY = `(?:(?:${YEAR})?${MONTH_DAY}(?:,?${WEEKDAY})?|(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]| \\d\\d )\\d{1,2}|(?:本月)?${NUMBER}[日号]|(?:这个|本|上{1,2}个?|下{1,2}个?)?${WEEKDAY}|(?:今|明|后|昨|前|大后|大前)[天日])`;
const PART = '(?:凌晨|清晨|早上|早间|上午|中午|下午|晚上|深夜|午夜|[早晚])';
const HOUR = `(?:\\d{1,2}:\\d\\d(?::\\d\\d)?|(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})[点时](?:整|半|[一3]刻|(?:\\d{1,2}|${CN})分?(?:\\d{1,2}秒)?)?)`;
const TIME = `(?:${PART}?${HOUR})`;
const MOMENT = `(?:${DAY}${TIME}|今[早晚晨]${HOUR})`;
const DAY_PART = `(?:${DAY}${PART}|[今昨明][早晚])`;
const TO = '(?:到|至|-|~|和)';

/** Dates that the months near a message may not have. */
export const LEAP = /^(?:(?:\d{4}年)?2月(?:29|30)日|29日)$/;
/** Forms of days and times. */
export const MOMENTS = whole(
  `大?约?(?:${DAY}|${DAY_PART}|${TIME}|${MOMENT})左?右?|` +
    `从?(?:(?:${YEAR})?${NUMBER}月${NUMBER}日?|${DAY})${TO}(?:${NUMBER}[日号]|${DAY})(?:之间)?|` +
    `从?(?:${PART}?${NUMBER}|${TIME}|${MOMENT})${TO}(?:${TIME}|${MOMENT})(?:之间)?`,
);

/** Figures, with the scales that notices write. */
export const FIGURES = whole(
  '[-负]?(?:\\d{1,6}|\\d[\\d,]*,\\d{3})(?:\\.\\d+)?\\s?(?:万亿|千万|百万|[千百万亿])?',
);
/** Chinese numerals without blanks. */
export const NUMERALS = whole(
  '[零一二两三四五六七八九十百千万亿]{1,20}(?:点[零一二三四五六七八九]{1,8})?',
);
/** Per cent and percentage points. */
export const SHARES = whole(
  `[-负]?\\d[\\d,]*(?:\\.\\d+)?(?:%|个百分点)|百分之(?:\\d[\\d]*(?:\\.\\d+)?|[零一二三四五六七八九十百]{1,8}(?:点[零一二三四五六七八九]{1,6})?)|[一二三四五六七八九十百]{1,8}个百分点`,
);
const COUNTED =
  '(?:\\d[\\d,]{0,14}(?:\\.\\d+)?\\s?(?:万亿|[千百万亿])?|[一二两三四五六七八九十百千万]{1,8})';
/** Money, ages, measures, degrees. */
export const AMOUNTS = whole(
  `${COUNTED}(?:元|人民币|块|元人民币|美元|周?岁|公里|千米|米|厘米|公分|公斤|千克|克|斤|吨|亩|平方米|公顷|摄?氏?度|周大|天大|个月大)半?`,
);
/** Numbers of this country, in the groups that are written. */
export const PHONES = whole(
  '(?:\\+?86[- ]|0086[- ])?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8}(?:-\\d{3,4})?|\\d{7,8}|[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}',
);

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

/** Addresses with their scheme, or under an ending that is common. */
export const LINKS =
  /^(?:https?:|ftp:|www\.)|\.(?:com|cn|net|org|gov|edu|io|cc|top|vip|info|me|ly)(?![a-z])/;
