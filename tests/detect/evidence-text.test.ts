import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceText } from '../../lib/detect/evidence-text';

const PLAIN = '关于报送河道保洁统计表的通知,请于10月20日17:00前报镇水利站,共3份。';

test.each([
  ['a mark in brackets', `【转发】${PLAIN}`],
  ['a mark with a colon', `转发：${PLAIN}`],
  ['marks one after the other', `FW: Fwd：【转】 [转发]: （轉發）\n${PLAIN}`],
  ['a mark with room inside', `【 转 发 】 ： ${PLAIN}`],
  ['white space at the end', `${PLAIN} \u3000\n\r\n\t`],
  ['white space at the head', `\n\u00a0${PLAIN}`],
  ['other line breaks', PLAIN.replaceAll(',', ',\u2028\r\n')],
  ['full-width forms', PLAIN.replace(/[!-~]/g, (sign) => wide(sign))],
  ['a mark of order at the head', `\ufeff${PLAIN}`],
  ['hidden characters between all others', [...PLAIN].join('\u200b\u2060\u00ad\u034f')],
  ['marks of direction', `\u202e${PLAIN}\u2066\u200f`],
  ['selectors and tags', [...PLAIN].join('\ufe0f\u{e0041}')],
  ['control characters', [...PLAIN].join('\u0000\u0008\u001b\u007f')],
  ['halves of pairs', `\ud83d${PLAIN}\udc00`],
])('%s changes nothing', (_, text) => {
  expect(evidenceText(text)).toBe(PLAIN);
});

test.each([
  ['a digit', PLAIN.replace('20日', '21日')],
  ['the hour', PLAIN.replace('17:00', '17:01')],
  ['a word', PLAIN.replace('水利', '水务')],
  ['a negation', PLAIN.replace('请于', '请勿于')],
  ['a sign between digits', PLAIN.replace('17:00', '1700')],
  ['a raised digit', PLAIN.replace('10月', '1⁰月')],
  ['a circled digit', PLAIN.replace('3份', '③份')],
  ['a number in words', PLAIN.replace('3份', '三份')],
  ['traditional characters', PLAIN.replace('统计', '統計')],
  ['a mark of forwarding at the end', `${PLAIN}【转发】`],
  ['forwarding that is asked for', `转发${PLAIN}`],
  ['a tag that says something', `【紧急】${PLAIN}`],
  ['a signature', `${PLAIN}镇水利站`],
  ['an emoji', `${PLAIN}✅`],
  ['punctuation', PLAIN.replace('。', '！')],
])('%s changes it', (_, text) => {
  expect(evidenceText(text)).not.toBe(PLAIN);
});

test('digits that stand apart stay apart, however wide the gap and the digits are', () => {
  const texts = ['表1 5日前', '表1\u3000\n 5日前', '表１\u00a0５日前', '表1\u200b \u200b5日前'];
  expect(new Set(texts.map(evidenceText))).toEqual(new Set(['表1 5日前']));
  expect(evidenceText('表15日前')).toBe('表15日前');
  expect(evidenceText('表 1\u200b5 日前')).toBe('表15日前');
  expect(evidenceText('1 2 3')).toBe('1 2 3');
});

test('letters put together and letters in one are the same', () => {
  expect(evidenceText('cafe\u0301')).toBe('café');
  expect(evidenceText('cafe\u200b\u0301')).toBe('café');
  expect(evidenceText('ｅ\u0301')).toBe('é');
});

test('nothing but marks and white space is nothing', () => {
  expect(evidenceText(' 【转发】 转： \u200b\n')).toBe('');
  expect(evidenceText('')).toBe('');
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('转发', '【转】', '：', '1', '２', ' ', '\n', 'FW:', '\u200b', '\ud800', '通知'),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('it is its own evidence text, in one piece and without what cannot be seen', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = evidenceText(text);
      expect(evidenceText(words)).toBe(words);
      expect(words.isWellFormed()).toBe(true);
      expect(words).not.toMatch(/[\u200b\ufeff\u202e\n\t]/);
    }),
    { numRuns: 2_000 },
  );
});

test('what is hidden anywhere, and white space that parts no digits, changes nothing', () => {
  const hidden = fc.constantFrom(
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u0007',
    '\ufe0f',
    '\udfff',
  );
  const space = fc.constantFrom(' ', '\n', '\u3000', '\u00a0', '\r\n', '\t');
  fc.assert(
    fc.property(anyText, fc.nat(), hidden, space, (raw, place, unseen, gap) => {
      const characters = [...raw.toWellFormed()];
      const at = place % (characters.length + 1);
      const [head, tail] = [characters.slice(0, at).join(''), characters.slice(at).join('')];
      expect(evidenceText(head + unseen + tail)).toBe(evidenceText(head + tail));
      const shown = evidenceText(head + gap + tail);
      const isBetweenDigits =
        /[0-9０-９][\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(head);
      if (!isBetweenDigits) expect(shown).toBe(evidenceText(head + tail));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['转'.repeat(20_000), '转'.repeat(20_000)],
  ['【转】'.repeat(7_000), ''],
  ['1 '.repeat(10_000), '1 '.repeat(10_000).trim()],
  [`${' '.repeat(20_000)}x`, 'x'],
  ['('.repeat(20_000), '('.repeat(20_000)],
])('great length is no matter (%#)', (text, words) => {
  expect(evidenceText(text)).toBe(words);
});

function wide(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}
