import { expect, test } from 'vitest';
import { digestOf, quotedText, textHtml } from './text-markup.ts';

const links = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map((match) => match[1] ?? '');

test('line breaks become elements, and markup in a text stays text', () => {
  expect(textHtml('一\n<b>二')).toBe('一<br/>&lt;b&gt;二');
  expect(digestOf('一\n二')).toBe('一二');
});

test('an address is linked at the start and after a space, which it swallows', () => {
  expect(links(textHtml('https://example.org/a 看'))).toEqual(['https://example.org/a']);
  expect(links(textHtml('看 example.org/a?b=1&c=2'))).toEqual([' example.org/a?b=1&amp;c=2']);
  expect(textHtml('看 example.org')).toContain('requrl=http%3A%2F%2Fexample.org');
});

test('an address right after Chinese text or at the start of a later line is missed', () => {
  expect(links(textHtml('看https://example.org/a'))).toEqual([]);
  expect(links(textHtml('看\nhttps://example.org/a'))).toEqual([]);
  expect(links(textHtml('看\nhttps://example.org/a', '<br>'))).toEqual([
    '<br>https://example.org/a',
  ]);
});

test('an ASCII file name at the start passes for an address, a Chinese one does not', () => {
  expect(links(textHtml('form.docx 请查收'))).toEqual(['form.docx']);
  expect(links(textHtml('报名表.xlsx 请查收'))).toEqual([]);
  expect(links(textHtml('2.7MB 17.30 someone@example.org'))).toEqual([]);
});

test('faces and emoji become pictures that keep their names; unknown faces stay text', () => {
  expect(textHtml('好[强]')).toMatch(/^好<img class="qqemoji qqemoji\d+" text="\[强\]_web"/);
  expect(textHtml('[不认识]')).toBe('[不认识]');
  expect(textHtml('👍')).toMatch(/^<img class="emoji emoji1f44d" text="\ue00e_web"/);
});

test('a reply with a quote is plain text with a line of dashes', () => {
  expect(quotedText({ from: '甲', text: '在吗' }, '在')).toBe(
    `「甲：在吗」\n${Array(15).fill('-').join(' ')}\n在`,
  );
});
