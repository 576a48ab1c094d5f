/**
 * Chinese characters, as the inside of a character class. Those beyond the basic plane are left out: with them a
 * pattern needs the flag "u", and its program is several times as large and as slow to make ready.
 */
export const HAN_RANGE = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff';
/** The class of one Chinese character. */
export const HAN = `[${HAN_RANGE}]`;
