import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { escaped, wordsIn } from '../scripts/one-byte-script';

const evaluated = (code: string): unknown => new Function(`return ${code}`)();

test.each([
  '"收到"',
  "'😀、\\u3001'",
  '`截至 \\n 11月30日`',
  '"\\、"',
  '"\\\\、"',
  '"\\\\\\、"',
  '{收到:1}',
])('says the same in ASCII: %s', (code) => {
  const ascii = escaped(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  expect(evaluated(`(${ascii})`)).toEqual(evaluated(`(${code})`));
  expect(wordsIn(parseAst(`(${ascii})`))).toEqual(wordsIn(parseAst(`(${code})`)));
});

test.each([
  ['/^[一-龥、]+$/', '截止、'],
  ['/[\\、]/', '、'],
  ['/^[😀-😂]$/u', '😁'],
  ['/^[\\u3001-\\u3003]$/', '。'],
])('finds the same in ASCII: %s', (code, text) => {
  const ascii = escaped(code);
  expect((evaluated(code) as RegExp).test(text)).toBe(true);
  expect((evaluated(ascii) as RegExp).test(text)).toBe(true);
  expect(wordsIn(parseAst(ascii))).toEqual(wordsIn(parseAst(code)));
});

test.each(['String.raw`收到`', 'tag`、`'])('shows what would be told otherwise: %s', (code) => {
  expect(wordsIn(parseAst(escaped(code)))).not.toEqual(wordsIn(parseAst(code)));
});

test('shows a name, a text or a pattern that is another', () => {
  const words = (code: string) => wordsIn(parseAst(code));
  expect(words('a = "一"')).not.toEqual(words('a = "二"'));
  expect(words('a = /一/')).not.toEqual(words('a = /二/'));
  expect(words('a = `一`')).not.toEqual(words('a = `二`'));
  expect(words('a一 = 1')).not.toEqual(words('a二 = 1'));
});
