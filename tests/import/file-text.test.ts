import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textOfFile } from '../../lib/import/file-text';
import { TallyError } from '../../lib/import/tally-error';

const TEXT = '{"format":"fingerlight-tally"}';
const utf8 = (text: string) => new TextEncoder().encode(text);

function problemOf(bytes: Uint8Array): string {
  try {
    textOfFile(bytes);
  } catch (error) {
    if (error instanceof TallyError) return error.code;
    throw error;
  }
  return 'none';
}

test('text comes as it is, without a byte order mark', () => {
  expect(textOfFile(utf8(TEXT))).toBe(TEXT);
  expect(textOfFile(utf8(`\uFEFF${TEXT}`))).toBe(TEXT);
  expect(textOfFile(utf8('群😀'))).toBe('群😀');
});

test.each([
  ['a zip', Buffer.from('504b0304140000000800', 'hex'), 'packed'],
  ['an empty zip', Buffer.from('504b0506000000000000', 'hex'), 'packed'],
  ['gzip', gzipSync(TEXT), 'packed'],
  ['a bomb: a hundred megabytes in a few kilobytes', gzipSync(Buffer.alloc(100_000_000)), 'packed'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'packed'],
  ['7z', Buffer.from('377abcaf271c', 'hex'), 'packed'],
  ['RAR', Buffer.from('526172211a07', 'hex'), 'packed'],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'other-encoding'],
  ['UTF-16 without', Buffer.from(TEXT, 'utf16le'), 'other-encoding'],
  ['UTF-16, the other way round', Buffer.from(TEXT, 'utf16le').swap16(), 'other-encoding'],
  ['GBK', Buffer.from('7b22d6d0223a317d', 'hex'), 'other-encoding'],
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a single byte', Buffer.from('{'), 'none'],
])('%s', (_, bytes, problem) => {
  expect(problemOf(bytes)).toBe(problem);
});

test('a file that was cut within a character is for the reader of JSON to tell', () => {
  expect(textOfFile(utf8('{"a":"群').subarray(0, -1))).toBe('{"a":"');
});

test('the reason names no content', () => {
  const bytes = Buffer.concat([Buffer.from('PLANTED'), Buffer.from('ff', 'hex')]);
  expect(() => textOfFile(bytes)).toThrow(expect.not.objectContaining({ message: /PLANTED/ }));
});
