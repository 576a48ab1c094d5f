import { displayedText } from './displayed-text';
import type { ReadMessage } from './site';

type Content = Pick<ReadMessage, 'kind' | 'text' | 'file' | 'link' | 'oversize'>;

/** Characters of one message that are read; a longer one is never folded. The longest real notice seen has 3,100. */
const MAX_TEXT = 20_000;

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

/** A text message. What the client says in place of one that it cannot show is a text, too: the judge knows it. */
export function textContent(text: string): Content {
  if (text.length > MAX_TEXT) {
    return { kind: 'text', text: text.slice(0, MAX_TEXT), oversize: true };
  }
  return { kind: 'text', text };
}

/** An article card; the address is the one that WeChat's redirect page leads to. */
export function linkContent(title: string, url: string, description: string): Content {
  const link = { title: title.slice(0, 500), url: targetOf(url) };
  return { ...textContent(description), kind: 'link', link };
}

export function fileContent(name: string, size: number, exact: boolean): Content {
  return { kind: 'file', text: '', file: { name: name.slice(0, 500), size, exact } };
}

export function bare(kind: Content['kind'], text = ''): Content {
  return { kind, text };
}

export function standIn(text: string): Content {
  return { kind: 'placeholder', text: text.slice(0, 200) };
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
  return linkContent(displayedText(title), block.getAttribute('href') ?? '', description);
}

function readReader(block: Element): Content {
  const link = block.querySelector('a.link, a');
  const title = block.querySelector('.title');
  if (!title) throw new Error('no title');
  // A push may hold several articles: what the others say is part of it.
  return linkContent(displayedText(title), link?.getAttribute('href') ?? '', displayedText(block));
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

/** Links go through `…/webwxcheckurl?requrl=<address>`. Anything but a web address is none: it tells nothing apart. */
function targetOf(href: string): string {
  const wrapped = /[?&]requrl=([^&#]*)/.exec(href)?.[1];
  const target = wrapped === undefined ? href : decoded(wrapped);
  return /^https?:/i.test(target) ? target.slice(0, 2000) : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
