import type { ReadMessage } from './site';
import { COVERED } from './struck';

/** What a message says, whoever said it when. */
export type Content = Pick<ReadMessage, 'kind' | 'text' | 'file' | 'link' | 'image' | 'oversize'>;

/** Characters of one message that are read; a longer one is never folded. The longest real notice seen has 3,100. */
const MAX_TEXT = 20_000;

/** A text message. What the client says in place of one that it cannot show is a text, too: the judge knows it. */
export function textContent(text: string): Content {
  if (text.length > MAX_TEXT) {
    return { kind: 'text', text: text.slice(0, MAX_TEXT), oversize: true };
  }
  // What is covered nobody has read: as little is known of it as of what is too long.
  return text.includes(COVERED) ? { kind: 'text', text, oversize: true } : { kind: 'text', text };
}

/** A link or an article card. */
export function linkContent(title: string, url: string, description: string): Content {
  const link = { title: title.slice(0, 500), url: webAddress(url) };
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

/** Anything but a web address is none: it tells nothing apart. */
function webAddress(url: string): string {
  return /^https?:/i.test(url) ? url.slice(0, 2000) : '';
}
