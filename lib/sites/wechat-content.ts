import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';

/** What can stand in a bubble, in the order in which it is looked for. Seen 2017-05 to 2026-04. */
const BLOCKS: readonly [selector: string, read: (block: Element) => Content][] = [
  ['.attach', readFile],
  ['a.app', readCard],
  ['ul.reader', readReader],
  ['.picture', () => bare('image')],
  ['.voice', () => bare('voice')],
  ['.video, .microvideo', () => bare('video')],
  ['.location', readLocation],
  ['.card', (block) => standIn(`[名片] ${displayedText(block)}`)],
  ['.luckmoney', () => standIn('[红包]')],
  ['.emoticon', () => standIn('[动画表情]')],
  ['.plain', readPlain],
];

/** Reads the inside of a bubble (or the bubble itself). Throws when it holds nothing known. */
export function readContent(bubble: Element): Content {
  for (const [selector, read] of BLOCKS) {
    const block = bubble.matches(selector) ? bubble : bubble.querySelector(selector);
    if (block) return read(block);
  }
  throw new Error('unknown kind');
}

/** An article card; the address is the one that WeChat's redirect page leads to. */
export function cardContent(title: string, href: string, description: string): Content {
  return linkContent(title, targetOf(href), description);
}

function readPlain(block: Element): Content {
  const pre = block.querySelector('pre.js_message_plain') ?? block.querySelector('pre');
  if (!pre) throw new Error('no text');
  return textContent(displayedText(pre));
}

function readFile(block: Element): Content {
  const name = block.querySelector('.title');
  if (!name) throw new Error('no title');
  const size = block.querySelector('.opr > span, .opr span')?.textContent ?? '';
  return fileContent(displayedText(name), bytesOf(size), false);
}

function readCard(block: Element): Content {
  const title = block.querySelector('.title');
  if (!title) throw new Error('no title');
  const about = block.querySelector('.desc');
  const description = about ? displayedText(about) : '';
  return cardContent(displayedText(title), block.getAttribute('href') ?? '', description);
}

function readReader(block: Element): Content {
  const link = block.querySelector('a.link, a');
  const title = block.querySelector('.title');
  if (!title) throw new Error('no title');
  // A push may hold several articles: what the others say is part of it.
  return cardContent(displayedText(title), link?.getAttribute('href') ?? '', displayedText(block));
}

function readLocation(block: Element): Content {
  const place = block.querySelector('.desc');
  return bare('location', place ? displayedText(place) : '');
}

/** "2.7MB" → bytes, as near as the display allows; 0 when it says nothing. */
function bytesOf(shown: string): number {
  const match = /([\d.]+)\s*(B|KB|MB|GB)/i.exec(shown);
  if (!match) return 0;
  const power = { B: 0, KB: 1, MB: 2, GB: 3 }[match[2]?.toUpperCase() ?? 'B'] ?? 0;
  return Math.round(Number(match[1]) * 1024 ** power);
}

/** Links go through `…/webwxcheckurl?requrl=<address>`. */
function targetOf(href: string): string {
  const wrapped = /[?&]requrl=([^&#]*)/.exec(href)?.[1];
  return wrapped === undefined ? href : decoded(wrapped);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
