import { readFileSync } from 'node:fs';

/** Where our source names the chat pages that it runs on, as match patterns: "https://wx.qq.com/*". */
const PAGE_LISTS = ['wechat-hosts', 'feishu-pages', 'messenger-pages'];

/** Addresses that a build names and that nobody asks for: chat pages, names of XML vocabularies, the example in an empty field. */
export const NAMED_ADDRESSES: ReadonlySet<string> = new Set([
  ...PAGE_LISTS.flatMap(patternsIn),
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'https://chat.example.org',
]);

/** Read as text: Node does not follow imports that have no extension. */
function patternsIn(name: string): string[] {
  const file = new URL(`../../lib/sites/${name}.ts`, import.meta.url);
  const patterns = readFileSync(file, 'utf8').match(/(?<=')https:\/\/[^']+\*(?=')/g);
  if (!patterns) throw new Error(`${name}.ts names no page`);
  return patterns;
}
