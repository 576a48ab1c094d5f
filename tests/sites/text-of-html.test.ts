// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayedText, textOfHtml } from '../../lib/sites/displayed-text';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

it.each([
  ['各村：<br/>请于5日前报', '各村：\n请于5日前报'],
  ['甲&amp;乙&lt;丙&gt;', '甲&乙<丙>'],
  ['河东<span class="emoji emoji1f338"></span>群', '河东🌸群'],
  ['\u00a0 收到\u00a0', '收到'],
])('%j reads %j', (html, text) => expect(textOfHtml(html, parseHtml)).toBe(text));

it('reads the same with and without a parser', () => {
  const words = fc.constantFrom('村', ' ', '\n', '\t', '\u00a0', '>', '"', ';', '\ufeff', '🌸');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (pieces) => {
      const html = pieces.join('');
      expect(textOfHtml(html, parseHtml)).toBe(displayedText(parseHtml(html)));
    }),
  );
});
